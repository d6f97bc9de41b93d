"""Code points and UTF-16 units agree for any text, and Qt gets a copy of the same length."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from gui.views.article.offsets import Offsets, display_copy

TEXTS = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("a \r\n\t\u0301\u05e9\u200d\ufeff\ufdd0\ufffc\u2028\x00😀🎉\U0010ffff\ud800\udfff"),
    ),
    max_size=60,
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_every_position_goes_there_and_back(text):
    offsets = Offsets(text)
    assert offsets.length16 == units(text)
    for position in range(len(text) + 1):
        there = offsets.to16(position)
        assert there == units(text[:position])
        assert offsets.from16(there) == position


@given(TEXTS)
def test_the_middle_of_a_pair_reads_as_its_start(text):
    offsets = Offsets(text)
    for position, letter in enumerate(text):
        if ord(letter) > 0xFFFF:
            assert offsets.from16(offsets.to16(position) + 1) == position


@given(TEXTS)
def test_the_copy_for_qt_has_the_same_length_in_both_counts(text):
    copy = display_copy(text)
    assert len(copy) == len(text)
    assert units(copy) == units(text)
    layout = QTextLayout(copy)
    assert units(layout.text()) == units(text)


def test_ordinary_text_is_handed_over_as_it_is():
    text = "“Été” said 李 😀"
    assert display_copy(text) is text
