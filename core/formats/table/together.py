"""The rows of one article and annotator, wherever they stand: people sort their tables."""

from collections import Counter
from collections.abc import Iterable, Iterator

from core.errors import UserMistake
from core.formats.table.parts import Numbered, goes_on

MOST_HELD = 16_000_000
"""Characters of a table whose rows may stand in any order."""

Key = tuple[str, str, int]


def together(rows: Iterable[Numbered], name: str) -> Iterator[list[Numbered]]:
    """Yield the rows of each article and annotator, in the order in which the articles begin.

    Of a table longer than `MOST_HELD` they must follow one another. If they don't it raises `UserMistake`, so that
    nothing at all is taken: what came before could be a part of an article that passes for the whole.
    """
    held: dict[Key, list[Numbered]] = {}
    texts: Counter[tuple[str, str]] = Counter()
    given: set[Key] = set()
    size = 0
    for number, row in rows:
        key = _key(row, texts)
        if key in given:
            raise UserMistake(_apart(name, number, key))
        held.setdefault(key, []).append((number, row))
        size += sum(map(len, row.values()))
        if size > MOST_HELD:
            for other in [each for each in held if each != key]:
                given.add(other)
                yield held.pop(other)
    yield from held.values()


def _key(row: dict[str, str], texts: Counter[tuple[str, str]]) -> Key:
    """A second text of the same article and annotator begins another line."""
    base = row.get("document_id", ""), row.get("annotator", "")
    texts[base] += bool(row.get("article")) and not goes_on(row)
    return *base, max(1, texts[base])


def _apart(name: str, number: int, key: Key) -> str:
    return (
        f"{name}, row {number}: belongs to {key[0] or 'an article without id'}, whose other rows stand elsewhere. In a "
        "table of this length the rows of an article must stand together. Nothing was taken. Sort it by document_id "
        "and annotator."
    )
