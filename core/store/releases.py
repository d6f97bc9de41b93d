"""Releases in a project file: lines of the dataset as they were when they were frozen, byte for byte."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from core.model.overview import ReleaseRow
from core.store.tables import Annotator, FrozenLine, Release, ReleaseLine

_CHUNK = 200


def add_release(connection: Connection, name: str, *, at: str, annotator_id: int) -> int:
    """Begin a release and return its number; its lines follow with `freeze`."""
    row = {"name": name, "at": at, "annotator_id": annotator_id, "articles": 0, "quotes": 0}
    return int(connection.execute(insert(Release).returning(Release.id), row).scalar_one())


def freeze(connection: Connection, release: int, bodies: Iterable[bytes]) -> None:
    """Keep the lines of a release; what an earlier release holds already is not kept again."""
    placed = enumerate(bodies)
    while chunk := list(islice(placed, _CHUNK)):
        _freeze(connection, release, chunk)


def describe(connection: Connection, release: int, *, articles: int, quotes: int) -> None:
    """Say what a release holds."""
    connection.execute(update(Release).where(Release.id == release).values(articles=articles, quotes=quotes))


def releases(connection: Connection) -> list[ReleaseRow]:
    """Return all releases, the oldest first."""
    table = Release
    query = select(table.id, table.name, table.at, table.articles, table.quotes, Annotator.name.label("annotator"))
    rows = connection.execute(query.outerjoin(Annotator, Annotator.id == table.annotator_id).order_by(table.id))
    return [ReleaseRow(**row._mapping) for row in rows]


def frozen(connection: Connection, release: int) -> Iterator[bytes]:
    """Yield the lines of a release as they were frozen."""
    query = select(FrozenLine.body).join(ReleaseLine, ReleaseLine.sha256 == FrozenLine.sha256)
    for body in connection.scalars(query.where(ReleaseLine.release_id == release).order_by(ReleaseLine.position)):
        yield zlib.decompress(body)


def _freeze(connection: Connection, release: int, chunk: list[tuple[int, bytes]]) -> None:
    digests = [hashlib.sha256(body).hexdigest() for _, body in chunk]
    rows = [
        {"sha256": digest, "body": zlib.compress(body, 6)} for digest, (_, body) in zip(digests, chunk, strict=True)
    ]
    connection.execute(sqlite_insert(FrozenLine).on_conflict_do_nothing(), rows)
    lines = [
        {"release_id": release, "position": position, "sha256": digest}
        for digest, (position, _) in zip(digests, chunk, strict=True)
    ]
    connection.execute(insert(ReleaseLine), lines)
