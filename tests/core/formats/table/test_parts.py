from hypothesis import given
from hypothesis import strategies as st

from core.formats.table.parts import LONGEST_CELL, cut, whole


@given(
    st.dictionaries(st.sampled_from(["article", "comment", "title"]), st.text(max_size=30), min_size=1),
    st.integers(2, 9),
)
def test_cells_that_were_cut_are_whole_again(cells, longest):
    row = {"document_id": "d", "quote_id": "q", **cells}
    parts = list(cut(row, longest))
    assert all(
        len(cell.encode("utf-16-le")) // 2 <= longest for part in parts for key, cell in part.items() if key in cells
    )
    rows = [(n, {key: str(cell) for key, cell in part.items() if cell is not None}) for n, part in enumerate(parts, 2)]
    other = (99, {"document_id": "d", "quote_id": "other"})
    for order in ([*rows, other], [other, *reversed(rows)]):
        found = sorted(whole(order))
        assert [number for number, _ in found] == [2, 99]
        assert {key: found[0][1].get(key, "") for key in row} == row


def test_a_row_that_fits_stays_one():
    row = {"article": "a" * LONGEST_CELL, "confidence": 0.5, "title": None}
    assert list(cut(row)) == [row]
    assert len(list(cut({"article": "👩" * LONGEST_CELL}))) == 3


def test_a_further_part_without_a_first_is_a_row():
    assert list(whole([(2, {"part": "2"})])) == [(2, {"part": "2"})]
