"""Selected words are counted in the text as imported."""

from core.model.spans import Span
from gui.views.article.text_selection import TextSelection


def test_a_selection_reads_forwards_whichever_way_it_was_dragged():
    words = TextSelection()
    assert words.span is None
    words.begin(9)
    assert words.span is None
    words.extend(4)
    assert words.span == Span(4, 9)
    words.extend(12)
    assert words.span == Span(9, 12)


def test_words_are_exactly_those_of_the_text():
    words = TextSelection()
    text = "one\r\n😀 \ufefftwo"
    words.select(0, len(text))
    assert words.words(text) == text
    words.begin(3)
    assert words.words(text) == ""
