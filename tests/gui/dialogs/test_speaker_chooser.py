"""A speaker is found by any part of a name."""

from core.model.records import Speaker
from gui.dialogs.speaker_chooser import SpeakerChooser

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


def test_two_of_one_name_are_told_apart_by_their_identifiers(qtbot):
    other = Speaker(id="c", name="Ana Ruiz", external_id="Q7")
    chooser = SpeakerChooser("Speaker", [ANA, other])
    qtbot.addWidget(chooser)
    assert chooser.itemText(1) == "Ana Ruiz  Q7"
    chooser.setEditText("Ana Ruiz")
    assert chooser.speaker_id == "", "it might be either"
    chooser.choose("c")
    assert chooser.speaker_id == "c"
