"""Words that a drag has begun, in scripts that part them and in those that don't."""

import pytest

from core.model.spans import Span
from gui.views.article.page import Page
from gui.views.article.whole_words import WholeWords


def whole(text):
    page = Page()
    page.show(text)
    page.fit(812, 1.0)
    return WholeWords(page)


@pytest.mark.parametrize(
    ("text", "dragged", "words"),
    [
        ("He said “now or never,” again.", "aid “now or ne", "said “now or never"),
        ("He said “now or never,” again.", "“now or", "“now or"),
        ("He said “now or never,” again.", "ver,” ag", "never,” again"),
        ("He said now.", "ai", "ai"),
        ("He said now.", "sa", "sa"),
        ("He said now.", "said", "said"),
        ("One 👩\u200d🚀 cafe\u0301.", "👩\u200d🚀 ca", "👩\u200d🚀 cafe\u0301"),
        ("中文的。他走", "文的。", "文的。"),
        ("One here.\r\n\r\nTwo there.", "ere.\r\n\r\nTwo th", "here.\r\n\r\nTwo there"),
    ],
)
def test_words_that_were_begun_are_taken_whole_from_either_end(text, dragged, words):
    made, start = whole(text), text.index(dragged)
    end, first = start + len(dragged), text.index(words)
    wanted = Span(first, first + len(words))
    assert made.around(start, end) == made.around(end, start) == wanted


def test_nothing_dragged_is_nothing():
    assert whole("He said now.").around(5, 5) == Span(5, 5)


@pytest.mark.parametrize(("at", "start", "end"), [(0, 0, 2), (3, 3, 2), (5, 3, 7), (6, 8, 7), (9, 8, 7), (12, 8, 12)])
def test_the_nearest_word_begins_and_ends(at, start, end):
    made = whole("He said now.")
    assert (made.nearest(at, to_end=False), made.nearest(at, to_end=True)) == (start, end)


def test_another_text_has_other_words():
    page = Page()
    page.show("abcdef ghi")
    page.fit(812, 1.0)
    made = WholeWords(page)
    assert made.nearest(2, to_end=False) == 0
    page.show("ab cdef ghi")
    page.fit(812, 1.0)
    assert made.nearest(4, to_end=False) == 3
