"""`quotedesk diff`: what changed between two datasets, releases or projects."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from core.cli.changes import show_changes, show_summary
from core.cli.problems import WRONG, mention, report
from core.model.records import AnnotatedDocument


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="A dataset, a project, or a release as PROJECT@NAME.")],
    after: Annotated[str, typer.Argument(metavar="B", help="What it has become, in one of the same forms.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")] = False,
) -> None:
    """Say what changed from A to B: articles, speakers, and quote by quote. Exit code 0 whether or not anything did."""
    from core.desk.diff import difference

    with _opened(before) as one, _opened(after) as two:
        found = difference(one, two)
    mention(found.doubles)
    if as_json:
        typer.echo(msgspec.json.encode(found).decode("utf-8"))
    else:
        show_changes(found)
        show_summary(found)


@contextmanager
def _opened(word: str) -> Iterator[Iterator[AnnotatedDocument]]:
    from core.desk.desk import Desk
    from core.desk.whole_file import is_project

    path, release = _parted(word)
    if not is_project(path):
        yield _dataset(Path(word))
        return
    desk = Desk.open_to_read(path, "")
    try:
        yield desk.dataset(release)
    finally:
        desk.close()


def _parted(word: str) -> tuple[Path, str | None]:
    """PROJECT@NAME is a release, unless there is a file of just that name; either may have an @ in its name."""
    if os.path.exists(word):
        return Path(word), None
    places = [place for place, sign in enumerate(word) if sign == "@" and place]
    for place in places:
        if os.path.isfile(word[:place]):
            return Path(word[:place]), word[place + 1 :]
    path, _, name = word.rpartition("@")
    return (Path(path), name) if places else (Path(word), None)


def _dataset(path: Path) -> Iterator[AnnotatedDocument]:
    from core.formats.articles import articles
    from core.formats.problems import Problems
    from core.formats.reading import Reading

    problems = Problems()
    yield from articles([path], problems, Reading())
    if problems:
        raise typer.Exit(report(problems, "Nothing was compared.") or WRONG)
