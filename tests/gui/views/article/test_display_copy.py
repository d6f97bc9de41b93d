"""Qt gets a copy of the same length in both counts."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from gui.views.article.display_copy import display_copy

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
def test_the_copy_for_qt_has_the_same_length_in_both_counts(text):
    copy = display_copy(text)
    assert len(copy) == len(text)
    assert units(copy) == units(text)
    layout = QTextLayout(copy)
    assert units(layout.text()) == units(text)


def test_ordinary_text_is_handed_over_as_it_is():
    text = "“Été” said 李 😀"
    assert display_copy(text) is text
