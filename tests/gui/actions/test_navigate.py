"""Moving decides nothing, goes round at the end where that helps, and says so where it can't go on."""

import pytest

from gui.actions import navigate
from gui.models.queue_parts import Show
from gui.selection import NO_EDGE, Mode


def test_from_quote_to_quote_and_no_further(frame):
    navigate.previous_quote(frame.desktop)
    assert frame.at == 1
    for _ in range(20):
        navigate.next_quote(frame.desktop)
    assert frame.at == 12
    frame.models.selection.select_quote("")
    navigate.previous_quote(frame.desktop)
    assert frame.at == 12


def test_going_on_begins_again_at_the_top(frame):
    frame.models.selection.select_quote(frame.quote(12).id)
    frame.press("enter")
    assert frame.at == 1


def test_the_candidate_cursor_stays_in_the_list(frame):
    seen = []
    for _ in range(4):
        navigate.next_candidate(frame.desktop)
        seen.append(frame.models.selection.candidate)
    navigate.previous_candidate(frame.desktop)
    assert [*seen, frame.models.selection.candidate] == [1, 2, 2, 2, 1]


def test_panes_in_turn_and_back(frame):
    frame.view.setFocus()
    seen = []
    for _ in range(5):
        navigate.next_pane(frame.desktop)
        seen.append(frame.window.focusWidget())
    assert seen[-1] is frame.view
    assert set(seen) == set(frame.window.panes)
    navigate.previous_pane(frame.desktop)
    assert frame.window.focusWidget() is frame.window.queue.list
    navigate.back(frame.desktop)
    assert frame.view.hasFocus()


def test_back_leaves_the_refinements_first(frame):
    frame.press("0")
    navigate.back(frame.desktop)
    assert frame.models.selection.mode is Mode.PICK
    assert frame.quote(1).checked


def test_from_speaker_to_speaker(frame):
    lavrov = frame.quote(2).speaker_id
    navigate.to_speaker(frame.desktop, lavrov)
    assert frame.at == 2
    navigate.to_speaker(frame.desktop, "nobody")
    assert "no other quote" in frame.told[-1]


def test_to_a_quote_of_another_article(frame):
    frame.press("ctrl+pgdown")
    quote = frame.quote(1).id
    frame.press("ctrl+pgup")
    navigate.to_quote(frame.desktop, "two", quote)
    assert (frame.models.selection.document_id, frame.at) == ("two", 1)
    navigate.to_quote(frame.desktop, "seed", "gone")
    assert frame.models.selection.document_id == "seed"


def test_no_doubtful_quote_left_is_said(frame):
    frame.press("ctrl+pgdown", "enter", "tab")
    assert "No other doubtful quote" in frame.told[-1]


def test_back_leaves_whatever_was_begun_and_decides_nothing(frame):
    selection, view = frame.models.selection, frame.view
    begun = {
        "b": lambda: selection.edge != NO_EDGE,
        "a": lambda: selection.mode is Mode.SECOND,
        "e": lambda: view.hints.active,
        ";": lambda: view.hints.active,
        "v": lambda: view.caret.active,
    }
    for key, is_begun in begun.items():
        frame.press(key)
        assert is_begun(), key
        frame.press("esc")
        assert not is_begun(), key
        assert (frame.at, view.hasFocus()) == (1, True)
    assert frame.models.watch.history.rows == []


def test_back_from_another_pane_leaves_letters_and_caret_too(frame):
    for key in ("e", "v"):
        frame.press(key)
        navigate.next_pane(frame.desktop)
        navigate.back(frame.desktop)
        assert (frame.view.hints.active, frame.view.caret.active, frame.view.hasFocus()) == (False, False, True)


def test_back_keeps_the_question_why_it_is_no_quote(frame):
    frame.press("x", "esc")
    assert frame.models.selection.mode is Mode.REASON


def test_another_quote_has_no_live_edge_yet(frame):
    frame.press("b", "right")
    assert frame.models.selection.edge == NO_EDGE
    frame.press("b", "b", "ctrl+pgdown")
    assert frame.models.selection.edge == NO_EDGE


@pytest.mark.parametrize("stop", ["unchecked", "doubtful", "no such"])
def test_a_decision_goes_on_to_what_was_chosen(frame, stop):
    frame.desktop.settings.choose("next_stop", stop)
    numbers = range(2, 13)
    doubtful = [number for number in numbers if frame.models.article.is_doubtful(frame.quote(number))]
    seen = []
    for _ in range(len(doubtful) + 1):
        frame.press("enter")
        seen.append(frame.at)
    assert len(doubtful) > 1
    assert seen == ([*doubtful, doubtful[-1] + 1] if stop == "doubtful" else list(numbers)[: len(seen)])


def test_without_a_doubtful_quote_left_it_goes_on_to_an_unchecked_one(frame):
    frame.desktop.settings.choose("next_stop", "doubtful")
    seen = []
    while not seen or (seen[-1] and not all(quote.checked for quote in frame.models.article.quotes)):
        frame.press("enter")
        seen.append(frame.at)
    assert all(quote.checked for quote in frame.models.article.quotes)
    assert len(seen) == 12
    assert frame.told[-1] == "All 12 quotes are checked. Ctrl Enter completes the article."


def test_where_no_other_article_is_on_show_the_keys_say_so(frame):
    frame.press("ctrl+pgup")
    assert frame.told == ["This is the first article that the queue shows."]
    frame.press("ctrl+pgdown", "ctrl+pgdown")
    assert frame.told[-1] == "This is the last article that the queue shows."
    frame.window.queue.filter.setText("nothing fits")
    for key in ("ctrl+pgdown", "ctrl+pgup"):
        frame.told.clear()
        frame.press(key)
        assert frame.told == ["The queue shows no article. Clear its filter, or choose All above it."]


def test_the_next_unfinished_article_is_that_of_the_queue_on_show(frame):
    frame.window.queue.filter.setText("nothing fits")
    assert navigate.next_unfinished(frame.desktop)
    assert frame.models.selection.document_id == "two", "an empty queue stands for all articles"
    frame.window.queue.filter.setText("")
    frame.press("enter", "ctrl+enter")
    assert frame.models.selection.document_id == "seed"
    assert not navigate.next_unfinished(frame.desktop)


def test_an_article_that_is_not_on_show_goes_on_to_the_first_that_is(frame):
    frame.models.selection.select_document("two")
    frame.window.queue.show_part(Show.DOUBTFUL)
    assert navigate.next_unfinished(frame.desktop)
    assert frame.models.selection.document_id == "seed"
    frame.models.selection.select_document("two")
    navigate.previous_article(frame.desktop)
    assert frame.models.selection.document_id == "seed"
