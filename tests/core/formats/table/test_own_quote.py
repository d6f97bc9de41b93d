"""One row of our own table, with what people and spreadsheets make of its cells."""

from collections import Counter

import pytest

from core.errors import BadInput
from core.formats.table.own_quote import OwnQuote


def raw(names=None, **row):
    return OwnQuote({"fragments": "0..4"} | row, "t.csv, row 2", Counter()).raw(names or {})


@pytest.mark.parametrize("cell", ["0..4 9..12", "0:4 9:12"])
def test_positions_are_read_as_they_are_and_were_written(cell):
    assert raw(fragments=cell)["fragments"] == [[0, 4], [9, 12]]


def test_start_and_end_will_do():
    assert raw(fragments="", start="3", end=" 8 ")["fragments"] == [[3, 8]]
    with pytest.raises(BadInput, match=r"t\.csv, row 2: says nowhere where the quote stands"):
        raw(fragments="", start="3")


def test_what_is_not_said_is_left_to_the_format():
    assert not {"kind", "status", "id", "quoted", "confidence", "decided", "comment"} & raw().keys()


def test_a_changed_name_goes_before_the_id():
    assert raw({"s1": "Eva"}, speaker="Eva", speaker_id="s1")["speaker_id"] == "s1"
    assert "speaker_id" not in raw({"s1": "Eva"}, speaker="Ben", speaker_id="s1")
