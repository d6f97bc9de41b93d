"""Offsets in UTF-16 are those of the encoded text."""

from hypothesis import given
from hypothesis import strategies as st

from core.formats.spans_and_links.utf16 import Utf16
from tests.core.formats.drawing import TEXTS


@given(TEXTS, st.data())
def test_there_and_back_a_place_is_the_same(text, data):
    unit, place = Utf16(text), data.draw(st.integers(0, len(text)))
    assert unit.of(place) == len(text[:place].encode("utf-16-le")) // 2
    assert unit.point(unit.of(place)) == place
    assert unit.differs == (unit.of(len(text)) != len(text))


def test_the_middle_of_a_character_is_the_end_of_it():
    assert [Utf16("a🌉b").point(offset) for offset in range(5)] == [0, 1, 2, 2, 3]
