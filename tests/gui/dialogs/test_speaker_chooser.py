"""A speaker is found by any part of a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.model.records import Speaker
from gui.dialogs.speaker_chooser import SpeakerChooser
from gui.stylesheet import dress
from gui.theme import THEMES, Theme

ANA = Speaker(id="a", name="Ana Ruiz", aliases=("the mayor",))
BEN = Speaker(id="b", name="Ben Ode")


def test_nobody_is_chosen_at_first_and_by_words_that_are_nobodys(qtbot):
    chooser = SpeakerChooser("Speaker", [ANA, BEN])
    qtbot.addWidget(chooser)
    assert (chooser.speaker_id, chooser.accessibleName()) == ("", "Speaker")
    chooser.setEditText("Somebody")
    assert chooser.speaker_id == ""


def test_chosen_by_id_and_by_typing(qtbot):
    chooser = SpeakerChooser("Speaker", [ANA, BEN])
    qtbot.addWidget(chooser)
    chooser.choose("b")
    assert (chooser.currentText(), chooser.speaker_id) == ("Ben Ode", "b")
    chooser.choose("nobody")
    assert chooser.speaker_id == ""
    chooser.setEditText("  ana  RUIZ ")
    assert chooser.speaker_id == "a"


def test_any_part_of_a_name_completes_it(qtbot):
    chooser = SpeakerChooser("Speaker", [ANA, BEN])
    qtbot.addWidget(chooser)
    completer = chooser.completer()
    completer.setCompletionPrefix("MAYOR")
    assert (completer.currentCompletion(), completer.completionCount()) == ("Ana Ruiz  (the mayor)", 1)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_completion_that_is_taken_is_told_when_it_is_known_who_it_is(qtbot):
    chooser = SpeakerChooser("Speaker", [ANA, BEN])
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.setFocus()
    heard = []
    chooser.changed.connect(lambda: heard.append(chooser.speaker_id))
    QTest.keyClicks(chooser.lineEdit(), "may")
    offered = chooser.completer().popup()
    qtbot.waitUntil(offered.isVisible)
    QTest.keyClick(offered, Qt.Key.Key_Down)
    QTest.keyClick(offered, Qt.Key.Key_Return)
    assert (chooser.currentText(), heard[-1]) == ("Ana Ruiz  (the mayor)", "a")


def test_what_was_chosen_beforehand_is_typed_over(qtbot):
    chooser = SpeakerChooser("Speaker", [ANA, BEN])
    qtbot.addWidget(chooser)
    chooser.choose("a")
    assert chooser.lineEdit().selectedText() == "Ana Ruiz  (the mayor)"


@pytest.mark.parametrize("name", THEMES)
def test_completions_can_be_read_in_every_theme(qtbot, qapp, name):
    theme = Theme(name)
    dress(qapp, theme)()
    chooser = SpeakerChooser("Speaker", [ANA, BEN])
    qtbot.addWidget(chooser)
    offered = chooser.completer().popup()
    offered.resize(200, 60)
    ground = offered.grab().toImage().pixelColor(150, 50)
    assert ground.name() == theme.colour("raised").name()


def test_two_of_one_name_are_told_apart_by_their_identifiers(qtbot):
    other = Speaker(id="c", name="Ana Ruiz", external_id="Q7")
    chooser = SpeakerChooser("Speaker", [ANA, other])
    qtbot.addWidget(chooser)
    assert chooser.itemText(1) == "Ana Ruiz  Q7"
    chooser.setEditText("Ana Ruiz")
    assert chooser.speaker_id == "", "it might be either"
    chooser.choose("c")
    assert chooser.speaker_id == "c"
