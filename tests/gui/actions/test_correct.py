"""Correcting by key and mouse: edges, pieces, nesting, evidence, new quotes; in any text, and all of it in the file."""

from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model.spans import Span
from core.model.terms import Status, Via
from gui.actions.correct import enclosing
from gui.selection import NO_EDGE
from tests.gui.texts import caret_point, drag, middle_of, pieces, words
from tests.support.articles import quote_of

TEXT = "“One two,” the minister said. “Three,” she said.\r\n\r\n“Four five six,” Ana Ruiz said, “and seven.” End."


def span(piece, text=TEXT):
    start = text.index(piece)
    return Span(start, start + len(piece))


@pytest.fixture
def three(over):
    """Three quotes, the last one in two pieces."""
    last = quote_of(TEXT, "“Four five six,”", fragments=(span("“Four five six,”"), span("“and seven.”")), id="q3")
    mention = span("the minister")
    return over(TEXT, quote_of(TEXT, "“One two,”", id="q1", mention=mention), quote_of(TEXT, "“Three,”", id="q2"), last)


def test_the_end_moves_first_and_b_goes_through_the_edges(three):
    three.press("shift+left", "shift+left")
    assert pieces(three) == ["“One two"]
    assert three.models.selection.edge == 1
    three.press("b", "shift+right")
    assert pieces(three) == ["One two"]
    three.models.selection.select_quote("q3")
    seen = []
    for _ in range(5):
        three.press("b")
        seen.append(three.models.selection.edge)
    assert seen == [3, 0, 1, 2, 3]


def test_by_word_and_sentence_and_back(three):
    three.press("ctrl+shift+right", "ctrl+shift+right")
    assert pieces(three) == ["“One two,” the minister"]
    three.press("shift+down")
    assert pieces(three) == ["“One two,” the minister said."]
    three.press("ctrl+shift+left", "ctrl+shift+left")
    assert pieces(three) == ["“One two,” the minister"]
    three.press("shift+up")
    assert pieces(three) == ["“One two,” the minister"], "the sentence before would leave nothing"


def test_a_step_goes_over_white_space_in_one(three):
    three.press("shift+right")
    assert pieces(three) == ["“One two,” t"]
    three.models.selection.select_quote("q2")
    three.press("b", "b", "shift+left")
    assert pieces(three, 2) == [". “Three,”"]
    three.press("shift+right")
    assert pieces(three, 2) == ["“Three,”"], "the sign and the space behind it"
    assert three.told == []


def test_over_the_end_of_a_paragraph_and_back(over):
    text = "“One,” he said\r\n\r\n\r\ntwo."
    frame = over(text, quote_of(text, "he said"))
    frame.press("shift+right")
    assert pieces(frame) == ["he said\r\n\r\n\r\nt"]
    frame.press("shift+left")
    assert pieces(frame) == ["he said"]


def test_a_moved_quote_stays_current_waits_for_enter_and_is_undone_at_once(three):
    before = three.stored()
    three.press("enter", "left", "shift+left", "ctrl+shift+left")
    stored = three.stored().quotes[0]
    assert (three.at, stored.status, stored.decided.via) == (1, Status.SUGGESTED, Via.EDIT)
    assert stored.decided.suggestion.fragments == before.quotes[0].fragments
    three.press("ctrl+z")
    assert three.stored().quotes[0].fragments == before.quotes[0].fragments
    three.press("ctrl+y", "enter")
    assert three.stored().quotes[0].status is Status.CORRECTED


def test_a_held_key_moves_on_and_its_way_is_one_step(three):
    three.press("b", "shift+left")
    for _ in range(4):
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, "", True, 1)
        QApplication.sendEvent(three.view, held)
    three.settle()
    assert pieces(three) == ["“One"]
    assert len(three.models.watch.history.rows) == 1
    three.press("ctrl+z")
    assert pieces(three) == ["“One two,”"]


def test_the_live_edge_is_in_view_wherever_the_quote_was_read(over):
    words = "“" + " ".join(f"word{number} runs" for number in range(800)) + "”"
    text = f"Start. {words} said Bo Ruiz."
    frame = over(text, quote_of(text, words))

    def seen(edge):
        at = frame.quote(1).fragments[0][edge] - edge
        return bool(frame.view.spans_in_view([Span(at, at + 1)]))

    assert not seen(1)
    frame.press("b")
    assert seen(1)
    for key, edge in (("ctrl+shift+left", 1), ("b", 0), ("shift+right", 0)):
        frame.view.scrolling.jump(700)
        assert not seen(edge)
        frame.press(key)
        assert seen(edge), key


@pytest.mark.parametrize(
    ("quoted", "left"),
    [
        ("cafe\u0301", "caf"),
        ("go 👩\u200d🚀", "go"),
        ("🇩🇪🇫🇷", "🇩🇪"),
        ("中文", "中"),
        ("שלום", "שלו"),
        ("x\r\n\r\ny", "x"),
    ],
)
def test_letters_are_never_cut(over, quoted, left):
    text = f"He: {quoted} said"
    frame = over(text, quote_of(text, quoted))
    frame.press("shift+left")
    assert pieces(frame) == [left]
    frame.press("shift+right")
    assert pieces(frame) == [quoted]


@pytest.mark.parametrize("letter", ["I", "e\u0301", "👩\u200d🚀", "中"])
def test_of_one_letter_nothing_is_taken_away(over, letter):
    text = f"So {letter} say"
    frame = over(text, quote_of(text, letter))
    frame.press("shift+left", "ctrl+shift+left", "shift+up", "b", "shift+right", "ctrl+shift+right", "shift+down")
    assert pieces(frame) == [letter]
    assert (frame.told, frame.models.watch.history.rows) == ([], [])
    frame.press("shift+left")
    assert pieces(frame) == [f"o {letter}"]


def test_the_first_and_the_last_character_are_reached_and_not_passed(over):
    text = "A bc d"
    frame = over(text, quote_of(text, "bc"))
    frame.press(*["shift+right"] * 3, "b", *["shift+left"] * 3, "ctrl+shift+left", "shift+up")
    assert frame.quote(1).fragments == (Span(0, len(text)),)
    assert frame.told == []


def test_a_piece_ends_where_the_next_begins(three):
    three.models.selection.select_quote("q3")
    three.press("b", "b", "b", *["shift+down"] * 2)
    assert pieces(three, 3) == ["“Four five six,” Ana Ruiz said,", "“and seven.”"]
    assert three.models.selection.edge == 1


def test_an_edge_of_a_piece_that_is_gone_is_the_end_again(three):
    three.models.selection.select_quote("q3")
    three.press("b", "s", "shift+left")
    assert words(three) == "“One two,” | “Three,” | “Four five six, | “and seven.”"
    assert three.models.selection.edge == 1


def test_an_edge_is_dragged_in_the_window_and_kept_in_the_file(three):
    start, end = three.quote(1).span
    drag(three, caret_point(three, end) - QPoint(2, 0), caret_point(three, span("said").start))
    assert three.stored().quotes[0].fragments == (Span(start, span("said").start - 1),)
    assert three.stored().quotes[0].decided.via is Via.EDIT
    assert (three.at, three.models.selection.edge) == (1, 1)
    three.press("ctrl+z")
    assert pieces(three) == ["“One two,”"]


def test_a_key_in_the_middle_of_a_drag_moves_nothing_of_the_next_quote(three):
    viewport, start = three.view.viewport(), caret_point(three, three.quote(1).span.end) - QPoint(2, 0)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(40, 0))
    before = words(three)
    three.press("right")
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert (words(three), three.at) == (before, 2)


@pytest.mark.parametrize("zoom", [0.8, 1.8])
def test_zoom_changes_no_step(three, zoom):
    three.view.zoom = zoom
    three.press("ctrl+shift+right", "shift+left", "b", "shift+right")
    assert pieces(three) == ["One two,” th"]


def test_pieces_are_split_and_joined(three):
    three.models.selection.select_quote("q3")
    three.press("s")
    assert words(three) == "“One two,” | “Three,” | “Four five six,” | “and seven.”"
    assert three.at == 3
    three.press("j")
    assert pieces(three, 3) == ["“Four five six,”", "“and seven.”"]
    three.press("ctrl+z", "ctrl+z")
    assert (three.stored().quotes[2].id, len(three.stored().quotes)) == ("q3", 3)
    three.models.selection.select_quote("q3")
    three.press("j")
    assert three.told[-1] == "No quote follows that this one could be joined with."


def test_one_piece_is_split_where_the_caret_is_or_the_selection_begins(three):
    three.press("s")
    assert "Press V" in three.told[-1]
    three.press("v", "ctrl+left", "s")
    assert words(three).startswith("“One | two,” | “Three,”")
    assert not three.view.caret.active
    three.press("ctrl+z", "v", "ctrl+left", "shift+left", "shift+left", "s")
    assert words(three).startswith("“On | e two,” | “Three,”")
    assert all(quote.speaker_name == "Ana Ruiz" for quote in three.stored().quotes[:2])


def test_a_caret_outside_the_quote_splits_nothing_and_says_what_to_do(three):
    three.press("v", "ctrl+end", "s")
    assert "Put the caret between two words" in three.told[-1]
    assert three.view.caret.active
    assert len(three.stored().quotes) == 3


def test_quotes_inside_the_quote_are_not_the_next_one(over):
    text = "“He said ‘go’ twice,” she said. “Yes.”"
    frame = over(text, *(quote_of(text, piece) for piece in ("“He said ‘go’ twice,”", "‘go’", "“Yes.”")))
    frame.press("j")
    assert pieces(frame) == ["“He said ‘go’ twice,”", "“Yes.”"]


def test_a_quote_is_part_of_the_one_around_it_and_no_more(over):
    text = "“He said ‘we must ‹go› now’ twice,” she said."
    outer, middle, inner = "“He said ‘we must ‹go› now’ twice,”", "‘we must ‹go› now’", "‹go›"
    frame = over(text, *(quote_of(text, piece) for piece in (outer, middle, inner)))
    frame.press("right", "right", "p")
    assert frame.told[-1] == "Part of #2 now."
    assert frame.stored().quotes[2].parent == frame.quote(2).id
    assert frame.window.panel.notes.text() == "inside another quote"
    frame.press("p")
    assert frame.told[-1] == "No longer part of another quote."
    frame.press("left", "left", "p")
    assert "No quote lies around" in frame.told[-1]
    assert {quote.parent for quote in frame.stored().quotes} == {None}


def test_the_smallest_wider_quote_is_around():
    text = "abcdefghij"
    made = [quote_of(text, piece, id=piece) for piece in ("abcdefghij", "bcdefgh", "cdefg", "cd", "fghi", "j")]
    found = [enclosing(made, quote) for quote in made]
    assert [quote.id if quote else None for quote in found] == [
        None,
        made[0].id,
        "bcdefgh",
        "cdefg",
        made[0].id,
        made[0].id,
    ]
    twin = quote_of(text, "cd", id="twin")
    assert enclosing([twin, made[3]], twin) is None


@pytest.mark.parametrize("by", ["drag", "caret"])
def test_selected_words_become_the_current_quote(three, by):
    if by == "drag":
        drag(three, caret_point(three, span("Ana Ruiz").start), caret_point(three, span("Ana Ruiz").end))
    else:
        three.press("v", *["ctrl+right"] * 40, "ctrl+home")
        while three.view.caret.position < span("Ana Ruiz").start:
            three.press("ctrl+right")
        three.press("ctrl+shift+right", "ctrl+shift+right", "shift+left")
    three.press("q")
    assert (three.at, pieces(three, 4), three.view.selected_span()) == (4, ["Ana Ruiz"], None)
    assert not three.view.caret.active
    made = three.stored().quotes[3]
    assert (made.status, made.decided.via, made.candidates[0].name) == (Status.SUGGESTED, Via.EDIT, "Ana Ruiz")
    three.press("1")
    assert three.stored().quotes[3].status is Status.ADDED


def test_without_words_or_over_a_quote_there_is_nothing_to_make(three):
    three.press("q")
    assert "Select the words first" in three.told[-1]
    three.view.words.select(*three.quote(1).span)
    three.press("q")
    assert "are a quote already" in three.told[-1]
    three.view.words.select(span("\r\n\r\n").start, span("\r\n\r\n").end)
    three.press("q")
    assert len(three.stored().quotes) == 3


@pytest.mark.parametrize("quoted", ["👩\u200d🚀 cafe\u0301", "שלום עולם", "中", "A", "."])
def test_a_quote_can_be_made_of_any_words_also_the_first_and_the_last(over, quoted):
    text = "A 👩\u200d🚀 cafe\u0301 שלום עולם\r\n\r\n中文 end."
    frame = over(text)
    start = text.index(quoted)
    frame.view.words.select(start, start + len(quoted))
    frame.press("q")
    assert (frame.at, pieces(frame)) == (1, [quoted])
    assert frame.stored().quotes[0].fragments == (Span(start, start + len(quoted)),)


def hint(frame, piece):
    """Return the letters over some words."""
    text = frame.models.article.text
    return next(key for key, target in frame.view.hints.labels.items() if text[slice(*target.span)] == piece)


def test_the_mention_is_set_by_letters(three):
    three.models.selection.select_quote("q2")
    three.press("e")
    assert [three.models.article.text[slice(*each.span)] for each in three.view.hints.labels.values()] == [
        "the minister"
    ]
    three.press(hint(three, "the minister"))
    assert three.stored().quotes[1].mention == span("the minister")
    assert (three.at, three.stored().quotes[1].status) == (2, Status.SUGGESTED)


@pytest.mark.parametrize("by", ["click", "drag", "selected"])
def test_the_mention_is_set_by_mouse(three, by):
    three.models.selection.select_quote("q2")
    whole = span("Ana Ruiz")
    if by == "selected":
        three.view.words.select(*whole)
    three.press("e")
    if by == "click":
        three.click(three.view.viewport(), middle_of(three, span("Ruiz")))
    elif by == "drag":
        drag(three, caret_point(three, whole.start), caret_point(three, whole.end))
    assert three.stored().quotes[1].mention == (span("Ruiz") if by == "click" else whole)
    assert (three.view.hints.active, three.view.selected_span(), three.at) == (False, None, 2)


def test_words_that_were_selected_for_one_thing_are_not_taken_for_the_next(three):
    three.view.words.select(*span("the minister"))
    three.press("e", "u")
    assert three.view.hints.active
    assert three.quote(1).cue is None


def test_the_cue_is_one_of_the_words_beside_the_quote(three):
    three.models.selection.select_quote("q3")
    three.press("u")
    beside = [TEXT[slice(*target.span)] for target in three.view.hints.labels.values()]
    assert {"Ana", "Ruiz", "said", "End"} <= set(beside)
    assert not {"Four", "five", "and"} & set(beside)
    said = span("said, “and").start
    three.press(next(key for key, each in three.view.hints.labels.items() if each.span.start == said))
    assert TEXT[slice(*three.stored().quotes[2].cue)] == "said"


def test_words_beside_the_first_and_the_last_character_are_found(over):
    text = "(Reuters) tells “we wait” 中文 3rd"
    frame = over(text, quote_of(text, "“we wait”"))
    frame.press("u")
    assert [text[slice(*each.span)] for each in frame.view.hints.labels.values()] == ["Reuters", "tells", "中", "文"]


def test_escape_leaves_evidence_as_it_was(three):
    three.press("e", "esc", "u", "esc")
    assert (three.view.hints.active, three.models.watch.history.rows) == (False, [])
    assert three.view.hasFocus()


def test_letters_go_with_the_quote_they_were_meant_for(three):
    three.press("e")
    three.click(three.view.viewport(), middle_of(three, span("she")))
    assert three.quote(1).mention == span("she")
    three.press("u")
    three.models.selection.select_quote("q2")
    assert not three.view.hints.active


def test_the_caret_begins_where_the_quote_ends_and_v_takes_it_away(three):
    three.press("v")
    assert (three.view.caret.active, three.view.caret.position) == (True, three.quote(1).span.end)
    assert "Shift selects" in three.told[-1]
    three.press("v")
    assert not three.view.caret.active


def test_in_an_article_without_quotes_only_new_ones_can_be_made(over):
    frame = over("Nothing is said here.\r\n\r\nNor here.")
    frame.press("b", "shift+left", "s", "j", "p", "e", "u")
    assert (frame.told, frame.models.selection.edge, frame.view.hints.active) == ([], NO_EDGE, False)
    frame.press("v")
    assert frame.view.caret.position == 0
    frame.press("ctrl+shift+right", "shift+left", "q")
    assert pieces(frame) == ["Nothing"]


def test_among_ten_thousand_quotes_a_step_of_an_edge_is_quicker_than_reading_them(ten_thousand):
    frame = ten_thousand
    frame.models.selection.select_quote(frame.models.article.quotes[5000].id)
    start, end = frame.quote(5001).span

    def took(act):
        begun = perf_counter()
        act()
        return perf_counter() - begun

    reading = [took(lambda: frame.desktop.bridge.article("big")) for _ in range(5)]
    steps = [took(lambda: frame.press("shift+left")) for _ in range(9)]
    assert frame.quote(5001).span.start == start
    assert frame.quote(5001).span.end <= end - 9
    assert median(steps) < median(reading)
