"""Choosing a speaker by typing: by any part of a name, never a namesake by accident."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.model.records import Speaker
from gui.dialogs.speaker_chooser import SpeakerChooser
from tests.gui.looks import shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ROSTER = (
    Speaker(id="ana", name="Ana Ruiz", aliases=("Ruiz", "the minister")),
    Speaker(id="bo", name="Bo Lind"),
    Speaker(id="lav1", name="Lavrov", external_id="Q58217"),
    Speaker(id="lav2", name="Lavrov", external_id="Q999"),
)


@pytest.fixture
def chooser(qtbot):
    return shown(qtbot, SpeakerChooser("Merge", ROSTER), 400, 40)


def type_in(chooser, words):
    chooser.setFocus()
    chooser.lineEdit().selectAll()
    QTest.keyClicks(chooser.lineEdit(), words)


def test_nobody_is_chosen_at_first(chooser):
    assert (chooser.speaker_id, chooser.currentText(), chooser.accessibleName()) == ("", "", "Merge")


@pytest.mark.parametrize("speaker_id", [speaker.id for speaker in ROSTER])
def test_each_can_be_put_into_the_field_namesakes_too(chooser, speaker_id):
    chooser.choose(speaker_id)
    assert chooser.speaker_id == speaker_id
    chooser.choose("gone")
    assert (chooser.speaker_id, chooser.currentText()) == ("", "")


def test_namesakes_are_told_apart_by_their_identifiers(chooser):
    assert [chooser.itemText(row) for row in range(4)] == [
        "Ana Ruiz  (Ruiz, the minister)",
        "Bo Lind",
        "Lavrov  Q58217",
        "Lavrov  Q999",
    ]


@pytest.mark.parametrize(
    ("typed", "speaker_id"),
    [
        ("Bo Lind", "bo"),
        ("bo lind", "bo"),
        (" ana  ruiz ", "ana"),
        ("Bo", ""),
        ("Lavrov", ""),
        ("Somebody", ""),
        ("", ""),
    ],
)
def test_a_whole_name_typed_is_somebody_and_half_of_one_is_not(chooser, typed, speaker_id):
    type_in(chooser, typed)
    chooser.completer().popup().hide()
    assert chooser.speaker_id == speaker_id


def test_any_part_of_a_name_offers_its_speaker(chooser):
    type_in(chooser, "minist")
    popup = chooser.completer().popup()
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == [chooser.itemText(0)]
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert chooser.speaker_id == "ana"


def test_words_changed_after_a_choice_are_nobodys(chooser):
    chooser.choose("bo")
    QTest.keyClick(chooser.lineEdit(), Qt.Key.Key_Backspace)
    chooser.completer().popup().hide()
    assert chooser.speaker_id == ""


@pytest.mark.parametrize("name", ["x" * 10_000, "لافروف" * 2_000, "👩‍👩‍👧" * 500])
def test_an_endless_name_makes_no_wider_field(qtbot, name):
    usual = SpeakerChooser("Merge", ROSTER).sizeHint().width()
    odd = SpeakerChooser("Merge", (*ROSTER, Speaker(id="odd", name=name)))
    qtbot.addWidget(odd)
    odd.choose("odd")
    assert (odd.speaker_id, odd.sizeHint().width()) == ("odd", usual)


def test_an_empty_roster_has_nobody_to_choose(qtbot):
    empty = SpeakerChooser("Merge", ())
    qtbot.addWidget(empty)
    empty.choose("bo")
    assert (empty.speaker_id, empty.count()) == ("", 0)
