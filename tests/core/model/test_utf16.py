"""Offsets in UTF-16 are those of the encoded text."""

from hypothesis import given
from hypothesis import strategies as st

from core.model.utf16 import Utf16

TEXTS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("a é😀🎉\ud800\udfff")), max_size=60)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_every_position_goes_there_and_back(text):
    unit = Utf16(text)
    assert unit.differs == (units(text) != len(text))
    for position in range(len(text) + 1):
        there = unit.to16(position)
        assert there == units(text[:position])
        assert unit.from16(there) == unit.behind(there) == position


def test_the_middle_of_a_character_is_its_start_or_what_is_behind_it():
    unit = Utf16("a🌉b🌉")
    assert [unit.from16(offset) for offset in range(7)] == [0, 1, 1, 2, 3, 3, 4]
    assert [unit.behind(offset) for offset in range(7)] == [0, 1, 2, 2, 3, 4, 4]
