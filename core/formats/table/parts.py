"""Cells that are longer than a workbook allows: cut over further rows, and put together again."""

from collections.abc import Iterator, Mapping, Sequence

from core.formats.table.columns import Row

LONGEST_CELL = 32_767
"""What a cell of a workbook holds at most, in UTF-16."""

_IN_EACH_PART = ("document_id", "annotator", "quote_id")

Numbered = tuple[int, dict[str, str]]


def cut(row: Row, longest: int = LONGEST_CELL) -> Iterator[Row]:
    """Yield the row, or as many as its longest cell needs; from the second on `part` says which one it is."""
    pieces = {column: _pieces(cell, longest) for column, cell in row.items() if isinstance(cell, str)}
    number = max((len(some) for some in pieces.values()), default=1)
    yield row | {column: some[0] for column, some in pieces.items()}
    for part in range(1, number):
        more: Row = {column: some[part] for column, some in pieces.items() if part < len(some)}
        yield {column: row.get(column) for column in _IN_EACH_PART} | more | {"part": part + 1}


def goes_on(row: Mapping[str, str]) -> bool:
    """Whether a row holds only what did not fit into the cells of another one."""
    return row.get("part", "") not in ("", "1")


def whole(rows: Sequence[Numbered]) -> list[Numbered]:
    """Return the rows of one article, each with the cells of its further parts put behind its own, in their order."""
    further: dict[str, list[Numbered]] = {}
    for number, row in rows:
        if goes_on(row):
            further.setdefault(row.get("quote_id", ""), []).append((number, row))
    if not further:
        return list(rows)
    firsts = [(number, row) for number, row in rows if not goes_on(row)]
    found = [(number, _joined(row, further.pop(row.get("quote_id", ""), []))) for number, row in firsts]
    return found + [each for some in further.values() for each in some]


def _joined(row: dict[str, str], further: Sequence[Numbered]) -> dict[str, str]:
    parts = [row, *(part for _, part in sorted(further, key=lambda each: _place(each[1])))]
    own = {column: row.get(column, "") for column in (*_IN_EACH_PART, "part")}
    columns = dict.fromkeys(column for part in parts for column in part)
    return {column: "".join(part.get(column, "") for part in parts) for column in columns} | own


def _place(row: Mapping[str, str]) -> int:
    return int(row["part"]) if row["part"].isdecimal() else 0


def _pieces(cell: str, longest: int) -> list[str]:
    if len(cell) <= longest // 2:
        return [cell]
    # A character beyond U+FFFF takes two places there and must not be cut in two.
    size = longest if max(cell) <= "\uffff" else longest // 2
    return [cell[start : start + size] for start in range(0, len(cell), size)]
