"""Freezing a version of the dataset: the same lines whenever it is let out again, whatever is edited later."""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine

from core.desk.manifest import Tally
from core.errors import UserMistake
from core.formats.jsonl import decode, encode
from core.formats.reading import Reading
from core.model.moments import this_moment
from core.model.overview import ReleaseRow
from core.model.records import AnnotatedDocument
from core.store import releases
from core.store.exporting import exported
from core.store.people import known_annotator


def release(engine: Engine, name: str, annotator: str) -> ReleaseRow:
    """Freeze everything that the project holds now; raises `UserMistake` if the name is taken or nothing is there."""
    words = " ".join(name.split())
    if not words:
        raise UserMistake("A release needs a name. Nothing was changed. Type one, such as 2026-11.")
    with engine.execution_options(writing=True).begin() as connection:
        if any(each.name == words for each in releases.releases(connection)):
            raise UserMistake(f"There is a release {words} already. It was left as it is. Choose another name.")
        who = known_annotator(connection, annotator)
        made = releases.add_release(connection, words, at=this_moment(), annotator_id=who)
        tally = Tally()
        releases.freeze(connection, made, (encode(line) for line in tally.watch(exported(connection, "all", None))))
        if not tally.lines:
            raise UserMistake("The project has no articles. Nothing was changed. Add some first.")
        releases.describe(connection, made, articles=len(tally.articles), quotes=tally.quotes)
        return next(each for each in releases.releases(connection) if each.id == made)


def release_named(connection: Connection, name: str) -> ReleaseRow:
    """Return the release of a name; raises `UserMistake` that lists the known ones."""
    known = releases.releases(connection)
    for each in known:
        if each.name == name:
            return each
    names = ", ".join(each.name for each in known) or "none yet"
    raise UserMistake(f"There is no release {name} in this project. Nothing was changed. There are: {names}.")


def lines_of(connection: Connection, name: str) -> Iterator[AnnotatedDocument]:
    """Yield the lines of a release."""
    found = release_named(connection, name)
    for number, body in enumerate(releases.frozen(connection, found.id), 1):
        yield decode(body, where=f"release {name}, line {number}", reading=Reading())
