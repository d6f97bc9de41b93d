"""The caret goes where the standard text keys say, selects with Shift, and never changes a letter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.model.spans import Span
from tests.support.articles import article_of, quote_of

KEYS = {"page_up": Qt.Key.Key_PageUp, "page_down": Qt.Key.Key_PageDown}
LONG = "The first paragraph is long enough to take three lines of the column, as most paragraphs of an article do. " * 2
TEXT = f"{LONG.strip()}\r\n\r\nShort one.\r\n\r\n{LONG.strip()}\r\n"


@pytest.fixture
def at(show):
    """Return a function that shows a text with the caret at a place of it."""

    def make(text, position=0, **fields):
        parts = show(article_of(text, [quote_of(text, text.split()[0])]), **fields)
        parts.view.caret.begin(position)
        return parts

    return make


def press(parts, *keys):
    """Press keys like "shift+right" and return where the caret stands."""
    for key in keys:
        *held, last = key.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for name in held:
            modifiers |= Qt.KeyboardModifier[{"ctrl": "ControlModifier", "shift": "ShiftModifier"}[name]]
        QTest.keyClick(parts.view, KEYS.get(last) or Qt.Key[f"Key_{last.capitalize()}"], modifiers)
    return parts.view.caret.position


def test_it_is_off_until_it_is_asked_for(show, seed):
    parts = show(seed)
    caret, told = parts.view.caret, []
    caret.switched.connect(told.append)
    assert not caret.active
    caret.end()
    caret.begin(7)
    assert (caret.active, caret.position, parts.view.selected_span()) == (True, 7, None)
    caret.end()
    assert (caret.active, caret.position, told) == (False, 7, [True, False])


def test_words_that_are_selected_stay_selected_until_it_ends(show, seed):
    parts = show(seed)
    parts.view.words.select(7, 18)
    parts.view.caret.begin(100)
    assert (parts.view.selected_span(), parts.view.caret.position) == (Span(7, 18), 18)
    press(parts, "shift+right")
    assert parts.view.selected_span() == Span(7, 19)
    parts.view.caret.end()
    assert parts.view.selected_span() is None


def test_by_character_and_word_over_letters_with_marks(at):
    parts = at("e\u0301 👩\u200d🚀 don't 中文\r\n\r\n“Go”")
    assert press(parts, "right") == 2
    assert press(parts, "right", "right") == 6
    assert press(parts, "left") == 3
    assert press(parts, "ctrl+right") == 7
    assert press(parts, "ctrl+right", "ctrl+right") == 14
    assert press(parts, "right") == 15
    assert press(parts, "right") == 19, "over the white space between paragraphs in one step"
    assert press(parts, "ctrl+left", "ctrl+left", "ctrl+left") == 7


def test_shift_selects_and_without_it_nothing_is_selected(at):
    parts = at(TEXT)
    press(parts, "shift+right", "shift+right", "ctrl+shift+right")
    assert parts.view.selected_span() == Span(0, 4)
    press(parts, "shift+left")
    assert parts.view.selected_span() == Span(0, 3)
    press(parts, "right")
    assert (parts.view.selected_span(), parts.view.caret.position) == (None, 4)
    press(parts, "shift+left", "ctrl+shift+left")
    assert parts.view.selected_span() == Span(0, 4)


def test_the_ends_of_the_text_stop_it(at):
    parts = at(TEXT)
    assert press(parts, "left", "ctrl+left", "up", "ctrl+up", "home") == 0
    end = len(TEXT) - 2
    assert press(parts, "ctrl+end") == end, "in the last line, not behind the line break at its end"
    assert press(parts, "right", "ctrl+right", "down", "ctrl+down", "end") == end
    assert press(parts, "left") == end - 1
    assert press(parts, "ctrl+home") == 0


def test_white_space_around_the_text_is_never_entered(at):
    parts = at("\r\n\r\nOne two.\r\n\r\n\r\n", 4)
    assert press(parts, "ctrl+home", "left", "up") == 4
    assert press(parts, "ctrl+end", "right", "down") == 12


def test_up_and_down_keep_the_column_over_short_lines(at):
    parts = at(TEXT, 30)
    caret, page = parts.view.caret, parts.view.canvas.page
    x = page.caret_at(30)[0]
    lines = sum(page.laid(index).lines for index in range(len(page.blocks)))
    seen = [page.caret_at(30)]
    for _ in range(lines - 1):
        press(parts, "down")
        seen.append(page.caret_at(caret.position))
    tops = [top for _, top in seen]
    assert tops == sorted(set(tops)), "one line further each time"
    short = TEXT.index("Short one.") + len("Short one.")
    assert page.caret_at(short) in seen
    assert all(abs(left - x) < 8 for left, top in seen if top != page.caret_at(short)[1])
    press(parts, *["up"] * (lines - 1))
    assert caret.position == 30
    press(parts, "left", "down")
    assert abs(page.caret_at(caret.position)[0] - page.caret_at(29)[0]) < 8


def test_by_sentence_with_control(at):
    text = "One is here. “Is it?” he asked. Yes.\n\nThree."
    parts = at(text)
    assert press(parts, "ctrl+down") == text.index("“Is")
    assert press(parts, "ctrl+down", "ctrl+down") == text.index("Yes")
    press(parts, "ctrl+end", "ctrl+up")
    assert parts.view.caret.position == text.index("Three")
    press(parts, "shift+ctrl+up")
    assert parts.view.selected_span() == Span(text.index("Yes"), text.index("Three"))


def test_to_the_ends_of_the_line_as_it_is_broken(at):
    parts = at(TEXT, 10)
    page = parts.view.canvas.page
    first, last = page.line_ends(10)
    assert (press(parts, "end"), press(parts, "end"), press(parts, "home")) == (last, last, first)
    assert TEXT[last] == " "
    assert press(parts, "end", "down", "home") == last + 1
    press(parts, "shift+end")
    assert parts.view.selected_span() == Span(last + 1, page.line_ends(last + 1)[1])


def test_the_end_of_a_line_without_spaces_is_on_that_line(at):
    text = "中文的人说我们等他走了" * 12
    parts = at(text, 3)
    page = parts.view.canvas.page
    end = press(parts, "end")
    assert page.caret_at(end)[1] == page.caret_at(3)[1]
    assert end > 20
    assert press(parts, "end") == end
    assert press(parts, "ctrl+end", "home", "end") == len(text)


def test_after_the_whole_text_is_selected_home_is_of_the_last_line(at):
    parts = at(TEXT)
    QTest.keyClick(parts.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    home = press(parts, "home")
    assert parts.view.canvas.page.caret_at(home)[1] == parts.view.canvas.page.line_top(len(TEXT) - 3)


def test_arrows_go_the_way_they_point_in_text_read_from_the_right(at):
    text = "שלום עולם. מה שלומך?"
    parts = at(text)
    page = parts.view.canvas.page
    seen = [page.caret_at(press(parts, "left"))[0] for _ in range(6)]
    assert seen == sorted(seen, reverse=True)
    assert parts.view.caret.position == 6
    assert press(parts, "right") == 5
    assert press(parts, "ctrl+left") == text.index("מה")


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.8])
def test_by_page_the_caret_is_taken_along(at, zoom):
    parts = at("\n\n".join(f"Paragraph number {n} has some words." for n in range(300)))
    parts.view.zoom = zoom
    page, scrolling = parts.view.canvas.page, parts.view.scrolling
    for _ in range(3):
        before = page.caret_at(parts.view.caret.position)[1]
        press(parts, "page_down")
        rect = parts.view.caret.rect()
        assert before + scrolling.height // 2 < rect.top() <= before + scrolling.height
        assert scrolling.top <= rect.top()
        assert rect.bottom() <= scrolling.top + scrolling.height
    press(parts, "page_up", "page_up", "page_up", "page_up")
    assert (parts.view.caret.position, scrolling.top) == (0, 0)


def test_it_stays_in_view_wherever_it_goes(at):
    parts = at("\n\n".join(f"Paragraph number {n} has some words." for n in range(300)))
    press(parts, "ctrl+end")
    scrolling = parts.view.scrolling
    assert parts.view.verticalScrollBar().maximum() - scrolling.top < parts.view.canvas.page.pitch
    for key in ("up", "ctrl+left", "ctrl+up"):
        press(parts, *[key] * 60)
        rect = parts.view.caret.rect()
        assert scrolling.top <= rect.top()
        assert rect.bottom() <= scrolling.top + scrolling.height


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_other_keys_are_none_of_its(at, key):
    parts = at(TEXT, 20)
    QTest.keyClick(parts.view, key)
    assert parts.view.caret.position == 20
    assert parts.view.model.text == TEXT


def test_it_is_painted_where_it_stands(at, colours):
    parts = at(TEXT, 40)
    rect, ink = parts.view.caret.rect(), parts.theme.colour("ink").name()
    image = parts.view.viewport().grab().toImage()
    assert colours(image, rect)[ink] >= 40
    parts.view.caret.end()
    assert colours(parts.view.viewport().grab().toImage(), rect)[ink] < 20


def test_in_an_empty_text_it_goes_nowhere(show):
    parts = show(article_of(" ", []))
    parts.view.caret.begin(0)
    assert press(parts, "right", "down", "end", "ctrl+end", "page_down") in (0, 1)
    assert parts.view.caret.rect().isValid()
