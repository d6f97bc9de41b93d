"""What the roster knows of a speaker, in fields."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from core.model.records import Speaker
from core.model.terms import SpeakerKind
from gui.dialogs.speaker import EditSpeakerDialog
from gui.theme import Theme
from tests.gui.looks import click, shown

LAVROV = Speaker(
    id="s1", name="Lavrov", aliases=("S. Lavrov", "the minister"), external_id="Q58217", kind=SpeakerKind.PERSON
)


@pytest.fixture
def edit(qtbot):
    """Return a function that opens the dialog on a speaker."""
    return lambda speaker=LAVROV: shown(qtbot, EditSpeakerDialog(speaker, Theme()))


def answer(dialog):
    return dialog.name.text(), dialog.chosen_aliases(), dialog.external_id.text(), dialog.chosen_kind()


def test_the_fields_have_what_is_known(edit):
    assert answer(edit()) == ("Lavrov", ("S. Lavrov", "the minister"), "Q58217", SpeakerKind.PERSON)
    assert answer(edit(Speaker(id="s2", name="Bo"))) == ("Bo", (), "", SpeakerKind.UNKNOWN)


@pytest.mark.parametrize("kind", SpeakerKind)
def test_every_kind_has_words(edit, kind):
    dialog = edit(Speaker(id="s2", name="Bo", kind=kind))
    assert dialog.chosen_kind() is kind
    assert dialog.kind.currentText()


def test_what_is_typed_is_the_answer(edit):
    dialog = edit()
    dialog.name.setFocus()
    QTest.keyClicks(dialog.name, "Sergey Lavrov")
    dialog.aliases.setPlainText("  one \n\n two  words\n \n")
    dialog.external_id.clear()
    dialog.kind.setFocus()
    QTest.keyClick(dialog.kind, Qt.Key.Key_End)
    assert answer(dialog) == ("Sergey Lavrov", ("one", "two  words"), "", SpeakerKind.DOCUMENT)


def test_the_whole_name_is_selected_to_be_typed_over(edit):
    assert edit().name.selectedText() == "Lavrov"


def test_tab_leaves_the_field_of_many_lines(edit):
    dialog = edit()
    dialog.aliases.setFocus()
    QTest.keyClick(dialog.aliases, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.external_id
    assert answer(dialog)[1] == LAVROV.aliases


def test_each_field_is_named_and_explained(edit):
    dialog = edit()
    fields = (dialog.name, dialog.aliases, dialog.external_id, dialog.kind)
    assert [field.accessibleName() for field in fields] == ["Name", "Other names", "Identifier", "Kind"]
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "in every article" in told
    assert "Nothing is looked up on the network." in told


@pytest.mark.parametrize("name", ["x" * 10_000, "لافروف", "👩‍👩‍👧", "<b>a</b>", "", " "])
def test_odd_names_stay_as_they_are_and_make_no_wider_dialog(edit, name):
    dialog = edit(Speaker(id="s", name=name, aliases=(name + "2",)))
    assert answer(dialog)[:2] == (name, ((name + "2").strip(),))
    assert dialog.width() == edit().width()


@pytest.mark.parametrize(("words", "ends"), [("Save", 1), ("Cancel", 0)])
def test_save_and_cancel_end_it(edit, words, ends):
    dialog = edit()
    click(next(button for button in dialog.findChildren(QPushButton) if button.text() == words))
    assert (dialog.isVisible(), dialog.result()) == (False, ends)
