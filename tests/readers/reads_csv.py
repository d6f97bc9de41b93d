"""The table by Python's csv module, as a spreadsheet gets it."""

import csv

import pytest
from tables import check
from truth import exports

FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize(("which", "path"), exports("csv"))
def test_rows_are_the_quotes(which, path):
    csv.field_size_limit(32 * 1024 * 1024)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    heading = rows[0]
    assert all(len(row) == len(heading) for row in rows)
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]
    check(which, [dict(zip(heading, map(bare, row), strict=True)) for row in rows[1:]])


def bare(cell):
    """Take away the apostrophe that keeps a cell from being run."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("'", *FORMULA) else cell
