import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formats.table.formulas import guarded, unguarded


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r1", " =1", "＝1", "\n-x"])
def test_what_a_spreadsheet_would_run_is_guarded(cell):
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["1-1", "a=b", "", "\n", "“-”", "'yes'"])
def test_other_cells_stay_as_they_are(cell):
    assert guarded(cell) == unguarded(cell) == cell


@given(st.text(st.sampled_from("'=+ \t\na＝"), max_size=6))
def test_every_text_comes_back(cell):
    assert unguarded(guarded(cell)) == cell
