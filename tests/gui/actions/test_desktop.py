"""The desktop knows the current quote and tells how a decision was made."""

from PySide6.QtWidgets import QApplication

from core.model.terms import Via
from gui.actions.desktop import on_quote
from gui.stopwatch import Stopwatch


def test_the_current_quote_is_the_selected_one(frame):
    frame.press("right")
    assert frame.desktop.quote == frame.quote(2)
    frame.models.selection.select_quote("")
    assert frame.desktop.quote is None


def test_a_rejected_quote_is_a_ghost_until_it_is_left(frame):
    assert not frame.desktop.is_ghost
    frame.press("x")
    assert frame.desktop.is_ghost
    frame.press("right")
    assert not frame.desktop.is_ghost


def test_a_decision_is_by_key_only_while_a_key_runs_it(frame):
    desktop = frame.desktop
    assert [desktop.act(via).via for via in (Via.ENTER, Via.DIGIT, Via.TYPED)] == [Via.CLICK, Via.CLICK, Via.TYPED]
    desktop.by_key = True
    assert [desktop.act(via).via for via in (Via.ENTER, Via.DIGIT, Via.TYPED)] == [Via.ENTER, Via.DIGIT, Via.TYPED]


def test_a_decision_is_fast_when_the_quote_has_just_come(frame):
    now = [100.0]
    frame.desktop.stopwatch = Stopwatch(lambda: now[0])
    assert not frame.desktop.act(Via.ENTER).fast, "nothing was shown yet"
    frame.press("right")
    assert frame.desktop.act(Via.ENTER).fast
    now[0] += 0.41
    assert not frame.desktop.act(Via.ENTER).fast


def test_times_are_told_only_where_they_are_asked_for_and_pauses_are_cut(frame):
    now = [100.0]
    frame.desktop.stopwatch = Stopwatch(lambda: now[0])
    frame.press("right")
    now[0] += 2.5
    assert (frame.desktop.act(Via.ENTER).seconds, frame.desktop.act(Via.ENTER).keys) == (None, None)
    frame.desktop.settings.choose("keep_times", True)
    now[0] += 3600
    frame.press("down", "down")
    act = frame.desktop.act(Via.ENTER)
    assert (act.seconds, act.keys) == (62.5, 2)
    frame.press("enter")
    decided = frame.stored().quotes[1].decided
    assert (decided.seconds, decided.keys) == (62.5, 3)


def test_a_sentence_goes_to_the_status_line(frame):
    frame.desktop.say("12 rows written.")
    assert frame.told[-1] == "12 rows written."


def test_the_text_gets_the_keys(frame):
    frame.desktop.views.queue.setFocus()
    frame.desktop.to_text()
    assert QApplication.focusWidget() is frame.view


def test_a_quote_that_was_rejected_is_none_to_work_on(frame):
    assert on_quote(frame.desktop)
    frame.press("x")
    assert frame.desktop.quote is not None
    assert not on_quote(frame.desktop)
    frame.press("right")
    assert on_quote(frame.desktop)
    frame.models.selection.select_quote("")
    assert not on_quote(frame.desktop)
