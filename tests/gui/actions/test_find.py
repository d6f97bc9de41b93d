"""Finding by key: in the article, through the project, and on from place to place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model.overview import Found
from core.model.spans import Span
from gui.actions import find, mark, quote_table
from tests.support.projects import quote

TEXT = "The minister spoke.\n\nA café stood there. “We wait,” she said. The MINISTER left.\n\nIn spring the\nminister wept."


@pytest.fixture
def box(frame):
    return frame.window.toolbar.search


def type_in(frame, words):
    """Type into the search box and wait for what comes of it."""
    QTest.keyClicks(frame.window.toolbar.search, words)
    frame.window.toolbar.search._soon.stop()
    frame.window.toolbar.search.sought.emit(frame.window.toolbar.search.text())
    frame.settle()


def press_in_box(frame, *keys):
    for key in keys:
        QTest.keyClick(frame.window.toolbar.search, key)
    frame.settle()


def selected(frame):
    span = frame.view.selected_span()
    return frame.models.article.text[slice(*span)] if span else ""


def test_the_key_takes_the_selected_words_along(frame, box):
    frame.press("ctrl+f")
    assert box.hasFocus()
    assert box.text() == ""
    at = frame.models.article.text.index("Lukashenko")
    frame.view.words.select(at, at + 10)
    frame.press("ctrl+f")
    assert (box.text(), box.selectedText()) == ("Lukashenko", "Lukashenko")
    assert frame.view.finding.found
    assert box.hits.isVisible()


def test_hits_of_both_articles_hang_below(frame, box):
    frame.press("ctrl+f")
    type_in(frame, "said")
    assert {hit.document_id for hit in frame.models.found.hits} == {"seed", "two"}
    assert box.hits.isVisible()
    assert {span.end - span.start for span in frame.view.finding.found} == {4}


def test_enter_on_a_hit_opens_its_article_at_the_words(frame, box):
    frame.press("ctrl+f")
    type_in(frame, "for the spring")
    press_in_box(frame, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (frame.models.selection.document_id, selected(frame)) == ("two", "for the spring")
    assert frame.view.hasFocus()
    assert not box.hits.isVisible()


def test_a_click_on_a_hit_does_the_same(frame, box):
    frame.press("ctrl+f")
    type_in(frame, "Nobody else")
    frame.click_row(box.hits, 0)
    assert (frame.models.selection.document_id, selected(frame), frame.view.hasFocus()) == ("two", "Nobody else", True)


def test_enter_without_a_hit_goes_on_in_the_article(frame, box):
    frame.press("ctrl+f")
    type_in(frame, "lavrov")
    press_in_box(frame, Qt.Key.Key_Return)
    assert selected(frame).casefold() == "lavrov"
    assert frame.told[-1].startswith("1 of ")
    first = frame.view.selected_span()
    frame.press("f3")
    assert frame.view.selected_span().start > first.start
    frame.press("shift+f3")
    assert frame.view.selected_span() == first


def test_enter_goes_on_as_often_as_it_is_pressed_and_decides_nothing(frame, box):
    frame.press("ctrl+f")
    type_in(frame, "lavrov")
    seen = []
    for _ in range(3):
        press_in_box(frame, Qt.Key.Key_Return)
        seen.append(frame.view.selected_span().start)
    assert seen == sorted(set(seen))
    assert box.hasFocus()
    assert not box.hits.isVisible()
    assert not any(quote.checked for quote in frame.models.article.quotes if quote.decided is not None)
    press_in_box(frame, Qt.Key.Key_Escape)
    assert frame.view.hasFocus()


def test_round_the_end_and_back(frame, box):
    frame.press("ctrl+f")
    type_in(frame, "lavrov")
    count = len(frame.view.finding.found)
    seen = []
    for _ in range(count + 1):
        frame.press("f3")
        seen.append(frame.view.finding.at)
    assert seen == [*range(count), 0]
    frame.press("shift+f3")
    assert frame.told[-1] == f"{count} of {count} in this article."


def test_the_first_step_begins_at_what_is_in_view(over):
    frame = over("word here\n\n" * 300)
    page = frame.view.canvas.page
    top = page.top_of(80)
    frame.view.scrolling.jump(top)
    find.look_for(frame.desktop, "here")
    find.next_found(frame.desktop)
    assert page.block_of(frame.view.selected_span().start) == 80
    assert frame.view.scrolling.top == top


def test_words_that_are_not_there_are_said(frame, box):
    frame.press("ctrl+f")
    type_in(frame, "nowhere at all")
    assert (frame.models.found.hits, box.hits.isVisible()) == ([], False)
    press_in_box(frame, Qt.Key.Key_Return)
    assert frame.told[-1] == "“nowhere at all” is nowhere in the text of this article."
    assert box.hasFocus(), "to be mended there"


def test_enter_takes_the_first_hit_where_the_words_are_not_a_phrase_of_the_article(frame, box):
    mark.begin_comment(frame.desktop)
    mark.comment(frame.desktop, "ask the desk")
    frame.models.selection.select_quote(frame.quote(3).id)
    frame.press("ctrl+f")
    type_in(frame, "ask desk")
    press_in_box(frame, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert (frame.at, box.hasFocus()) == (1, True), "at the quote with the comment; Enter decides nothing there"
    assert frame.told[-1] == "Hit 1 of 1 in the project (comment)."
    frame.press("ctrl+f")
    type_in(frame, "putin lukash")
    press_in_box(frame, Qt.Key.Key_Return)
    assert selected(frame)
    assert frame.told[-1].startswith("Hit 1 of ")
    frame.press("f3")
    assert frame.told[-1] == "“putin lukash” is nowhere in the text of this article. Ctrl F lists where its words are."


def test_what_is_nowhere_is_said_while_it_is_typed(frame, box):
    frame.press("ctrl+f")
    type_in(frame, "lavrov")
    frame.told.clear()
    type_in(frame, "zzqx")
    assert frame.told[-1].startswith("“")
    assert frame.told[-1].endswith("zzqx” is nowhere in the project.")


def test_on_without_words_begins_to_find(frame, box):
    for key in ("f3", "shift+f3"):
        frame.press(key)
        assert box.hasFocus()


def test_escape_goes_back_to_the_text_and_the_frames_stay(frame, box):
    frame.press("ctrl+f")
    type_in(frame, "lavrov")
    press_in_box(frame, Qt.Key.Key_Escape)
    assert frame.view.hasFocus()
    assert frame.view.finding.found
    frame.press("ctrl+f")
    assert (box.text(), box.hits.isVisible()) == ("lavrov", True)
    press_in_box(frame, Qt.Key.Key_Delete)
    type_in(frame, "")
    assert (frame.view.finding.found, frame.models.found.hits) == ([], [])


@pytest.mark.parametrize(
    "words", ['"', "*", "  ", "“", "()", "AND", "NEAR(a b)", "x" * 10_000, "👩‍👩‍👧", "صيف", "%", "\\", "a\tb"]
)
def test_odd_words_do_no_harm(frame, box, words):
    find.look_for(frame.desktop, words)
    find.next_found(frame.desktop)
    find.previous_found(frame.desktop)
    for hit in frame.models.found.hits[:3]:
        find.to_found(frame.desktop, hit)
    assert frame.models.article.article is not None


def test_words_that_stand_apart_are_shown_by_the_longest(over):
    frame = over(TEXT)
    find.look_for(frame.desktop, "minister spring")
    (hit,) = frame.models.found.hits
    find.to_found(frame.desktop, hit)
    assert (selected(frame), frame.view.selected_span().start) == ("minister", TEXT.index("minister"))


def test_words_in_another_spelling_are_shown(over):
    frame = over(TEXT)
    find.look_for(frame.desktop, "cafe")
    (hit,) = frame.models.found.hits
    find.to_found(frame.desktop, hit)
    assert selected(frame) == "café"


def test_words_of_the_title_alone_select_nothing(frame):
    hit = Found(document_id="two", title="Only here", excerpt="Only here", where="text", start=0)
    find.look_for(frame.desktop, "only here")
    find.to_found(frame.desktop, hit)
    assert (frame.models.selection.document_id, selected(frame)) == ("two", "")


def test_words_at_the_very_beginning_are_shown(over):
    frame = over(TEXT)
    find.look_for(frame.desktop, "the minister")
    find.to_found(frame.desktop, frame.models.found.hits[0])
    assert frame.view.selected_span() == Span(0, 12)


def test_a_comment_leads_to_its_quote(frame):
    frame.press("right", "right")
    mark.begin_comment(frame.desktop)
    mark.comment(frame.desktop, "is this a translation?")
    frame.press("ctrl+pgdown")
    find.look_for(frame.desktop, "translation?")
    (hit,) = [hit for hit in frame.models.found.hits if hit.where == "comment"]
    find.to_found(frame.desktop, hit)
    assert (frame.models.selection.document_id, frame.at) == ("seed", 3)


def test_a_speakers_name_leads_to_their_quotes(frame):
    find.look_for(frame.desktop, "ana ruiz")
    hit = next(hit for hit in frame.models.found.hits if hit.where == "speaker")
    find.to_found(frame.desktop, hit)
    assert (frame.models.selection.document_id, frame.at, frame.quote(1).id) == ("two", 1, hit.quote_id)


def test_a_hit_on_a_quote_that_is_gone_still_opens_the_article(frame):
    hit = Found(document_id="two", title="t", excerpt="e", where="speaker", quote_id="gone")
    find.to_found(frame.desktop, hit)
    assert (frame.models.selection.document_id, frame.at) == ("two", 1)


def test_over_the_table_of_quotes_the_key_filters_it_and_a_hit_leaves_it(frame, box):
    quote_table.show(frame.desktop)
    frame.press("ctrl+f", on=QApplication.focusWidget())
    assert frame.window.table.filter.hasFocus()
    box.setFocus()
    type_in(frame, "for the spring")
    press_in_box(frame, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert not frame.window.shows_table
    assert (selected(frame), frame.view.hasFocus()) == ("for the spring", True)
    quote_table.show(frame.desktop)
    find.next_found(frame.desktop)
    assert not frame.window.shows_table


def test_without_a_project_there_is_nothing_to_find(start):
    assert not start.window.toolbar.search.isEnabled()
    find.look_for(start.desktop, "spring")
    assert (start.models.found.hits, start.told) == ([], [])
    assert not any(action.enabled(start.desktop) for action in find.ACTIONS)


def test_nested_quotes_do_not_disturb_the_places(over):
    frame = over(TEXT, quote(40, 60, id="a"), quote(45, 50, id="b"))
    find.look_for(frame.desktop, "minister")
    assert [frame.models.article.text[slice(*span)] for span in frame.view.finding.found] == [
        "minister",
        "MINISTER",
        "minister",
    ]
