"""The status line: what is saved, what was refused, what the model does, and the keys that help here."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from gui.theme import Theme
from gui.views import status_line
from gui.views.status_line import StatusLine, Tone
from tests.gui.looks import seen


@pytest.fixture
def line(qtbot):
    made = StatusLine(Theme("light"))
    qtbot.addWidget(made)
    made.resize(1200, made.height())
    made.show()
    return made


@pytest.fixture
def drawn_words(monkeypatch):
    """What the line draws itself, as it is cut."""
    words = []

    def draw(painter, area, text, *, font, colour, right=False):
        words.append(QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))

    monkeypatch.setattr(status_line, "draw_words", draw)
    return words


def hints(line):
    return {name: all(widget.isVisible() for widget in widgets) for name, widgets in line._hints.items()}


def test_a_sentence_stands_in_place_of_the_state_and_goes_away(line):
    line.show_work("ana", "gold 1")
    line.say("3 of 12 quotes are not checked.", Tone.REFUSED)
    assert line.message.text() == line.message.toolTip() == "3 of 12 quotes are not checked."
    assert line.message.accessibleName() == line.message.text()
    assert not any(label.isVisible() for label in (line.saved, line.annotator, line.model))
    line.quiet()
    assert line.message.text() == ""
    assert (line.annotator.text(), line.model.text()) == ("Annotator: ana", "Model: gold 1")
    assert all(label.isVisible() for label in (line.saved, line.annotator, line.model))


def test_all_else_makes_room_for_a_sentence_and_comes_back(line):
    line.show_doubt(20)
    line.show_hints(in_project=True, in_text=True)
    room = line.message.width()
    line.say("Nothing was added. Choose another file.", Tone.REFUSED)
    line.show_doubt(19)
    line.show_hints(in_project=True, in_text=False)
    line.show_job("Harbour opens", 0.5)
    assert line.cancel.isVisible(), "what runs can be stopped all the same"
    assert not any(widget.isVisible() for widget in (line.badge, line.doubt, line._rules[2]))
    assert not any(widget.isVisible() for widgets in line._hints.values() for widget in widgets)
    line.show_job("", 0.0)
    line._tail.invalidate()
    line.layout().activate()
    assert line.message.width() > room + 200
    line.quiet()
    assert (line.badge.isVisible(), line.doubt.isVisible(), line.badge.words) == (True, True, "? 19")
    assert hints(line) == {"text": False, "away": True, "start": False}


def test_a_sentence_that_is_too_long_ends_in_an_ellipsis_and_is_told_whole(line, drawn_words):
    sentence = "The file has no text in the column body. " * 9 + "Nothing was added."
    line.say(sentence, Tone.REFUSED)
    line.grab()
    assert line.message.toolTip() == line.message.accessibleName() == sentence
    assert drawn_words[-1].endswith("…")
    assert sentence.startswith(drawn_words[-1][:-1])
    line.say("Short.")
    line.grab()
    assert drawn_words[-1] == "Short."


def test_a_sentence_goes_by_itself(qtbot, monkeypatch):
    monkeypatch.setattr(status_line, "MESSAGE_MILLISECONDS", 20)
    line = StatusLine(Theme("light"))
    qtbot.addWidget(line)
    line.say("One article added.")
    qtbot.waitUntil(lambda: not line.message.text(), timeout=2000)


def test_a_refusal_has_another_sign_than_a_success(line):
    line.say("Done.")
    done = seen(line.sign)
    line.say("Not done.", Tone.REFUSED)
    assert seen(line.sign) != done


def test_labelling_shows_its_article_and_progress_and_can_be_cancelled(line, qtbot):
    assert not line.cancel.isVisible()
    line.show_job("Harbour opens " * 30, 0.1)
    assert line.job.text().startswith("Looking for quotes in “Harbour opens")
    assert "…" in line.job.text()
    accent = Theme("light").colour("accent").name()
    short = seen(line.bar)[accent]
    line.show_job("Harbour opens", 0.9)
    assert seen(line.bar)[accent] > short > 0
    with qtbot.waitSignal(line.cancelled):
        QTest.mouseClick(line.cancel, Qt.MouseButton.LeftButton)
    line.show_job("", 0.0)
    assert not line.bar.isVisible()


def test_doubt_is_shown_only_while_some_is_left(line):
    line.show_doubt(3)
    assert line.badge.isVisible()
    assert line.badge.accessibleName() == "? 3"
    assert seen(line.badge)[Theme("light").colour("doubtfill").name()] > 100
    line.show_doubt(0)
    assert [line.badge.isVisible(), line.doubt.isVisible()] == [False, False]


def test_the_hints_follow_the_keys(frame):
    assert hints(frame.window.status) == {"text": True, "away": False, "start": False}
    frame.window.panel.list.setFocus()
    frame.settle()
    assert hints(frame.window.status) == {"text": False, "away": True, "start": False}


def test_without_a_project_it_says_that_nothing_leaves_the_computer(start):
    assert hints(start.window.status) == {"text": False, "away": False, "start": True}
    assert start.window.status.saved.accessibleName() == "Ready"


def test_a_cap_stands_nearer_to_its_own_words_than_to_those_before(line):
    line.show_doubt(2)
    line.show_hints(in_project=True, in_text=True)
    line.grab()
    for before, cap, after in ((line.doubt, *line._hints["text"][:2]), tuple(line._hints["text"][1:])):
        words = before.geometry().right() - before.contentsMargins().right()
        assert cap.x() - words - 1 == 16
        assert after.x() - cap.geometry().right() - 1 == 6
