"""The workbook by openpyxl."""

import pytest
from openpyxl import load_workbook
from tables import check
from truth import exports


@pytest.mark.parametrize(("which", "path"), exports("xlsx"))
def test_rows_are_the_quotes_and_no_cell_is_a_formula(which, path):
    book = load_workbook(path)
    assert book.sheetnames == ["quotes"]
    cells = list(book["quotes"].iter_rows())
    assert {cell.data_type for row in cells for cell in row} <= {"s", "n", "inlineStr"}
    assert not [cell for row in cells for cell in row if cell.hyperlink]
    rows = [[unescaped(cell.value) for cell in row] for row in cells]
    check(which, [dict(zip(rows[0], row, strict=True)) for row in rows[1:]])


def unescaped(value):
    """Undo Office Open XML's own way to write what XML can't hold, or would change: a CR (ECMA-376, ST_Xstring)."""
    if value is None:
        return ""
    return value.replace("_x000D_", "\r").replace("_x005F_", "_") if isinstance(value, str) else str(value)
