"""Cells that are longer than a workbook allows: cut over further rows, and put together again."""

from collections.abc import Iterable, Iterator

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


def whole(rows: Iterable[Numbered]) -> Iterator[Numbered]:
    """Yield each row with the cells of its further parts put behind its own."""
    held: Numbered | None = None
    for number, row in rows:
        if held is not None and row.get("part", "") not in ("", "1"):
            longer = {column: held[1].get(column, "") + cell for column, cell in row.items() if cell}
            kept = {column: held[1].get(column, "") for column in (*_IN_EACH_PART, "part")}
            held = (held[0], held[1] | longer | kept)
            continue
        if held is not None:
            yield held
        held = (number, row)
    if held is not None:
        yield held


def _pieces(cell: str, longest: int) -> list[str]:
    if len(cell) <= longest // 2:
        return [cell]
    # A character beyond U+FFFF takes two places there and must not be cut in two.
    size = longest if max(cell) <= "\uffff" else longest // 2
    return [cell[start : start + size] for start in range(0, len(cell), size)]
