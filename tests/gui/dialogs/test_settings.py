"""Settings: what stands in the fields, and what is chosen when they change."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from core.settings import TABLE
from core.settings import Settings as Choices
from gui.dialogs.settings import Settings
from gui.theme import Theme
from tests.gui.looks import click, shown

USUAL = {
    "annotator": "ana",
    "spacy_model": "",
    "theme": "system",
    "reduced_motion": False,
    "next_stop": "unchecked",
    "keep_times": False,
}


@pytest.fixture
def choices(tmp_path):
    made = Choices(tmp_path / "settings.toml")
    made.choose("annotator", "ana")
    made.choose("theme", "dark")
    return made


@pytest.fixture
def dialog(qtbot, choices):
    return shown(qtbot, Settings(choices, Theme()))


def test_the_fields_hold_what_was_chosen(dialog):
    assert dialog.chosen() == USUAL | {"theme": "dark"}
    assert dialog.fields["theme"].currentText() == "Dark"
    assert dialog.fields["next_stop"].currentText() == "Go on to the next unchecked quote"


def test_each_field_is_named_and_explained(dialog):
    named = {key: field.accessibleName() for key, field in dialog.fields.items()}
    assert named == {
        "annotator": "Annotator",
        "spacy_model": "spaCy model",
        "theme": "Theme",
        "reduced_motion": "Reduced motion",
        "next_stop": "After a decision",
        "keep_times": "Times",
    }
    told = [label.text() for label in dialog.findChildren(QLabel)]
    for setting in TABLE:
        if setting.key in dialog.fields:
            assert setting.help in told
            assert dialog.fields[setting.key].accessibleDescription() == setting.help
            assert not any(raw in setting.help for raw in ("unchecked", "contrast", "system"))


def test_what_is_typed_and_pressed_is_chosen(dialog, choices):
    name, theme = dialog.fields["annotator"], dialog.fields["theme"]
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, " ben ")
    theme.setFocus()
    QTest.keyClick(theme, Qt.Key.Key_Up)
    dialog.fields["reduced_motion"].setFocus()
    QTest.keyClick(dialog.fields["reduced_motion"], Qt.Key.Key_Space)
    dialog.fields["keep_times"].setFocus()
    QTest.keyClick(dialog.fields["keep_times"], Qt.Key.Key_Space)
    dialog.fields["next_stop"].setFocus()
    QTest.keyClick(dialog.fields["next_stop"], Qt.Key.Key_End)
    assert dialog.chosen() == {
        "annotator": "ben",
        "spacy_model": "",
        "theme": "light",
        "reduced_motion": True,
        "keep_times": True,
        "next_stop": "doubtful",
    }
    QTest.keyClick(theme, Qt.Key.Key_Home)
    assert dialog.chosen()["theme"] == "system"
    assert choices["annotator"] == "ana"


def test_nobody_works_without_a_name(dialog):
    name = dialog.fields["annotator"]
    name.setFocus()
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Delete)
    assert "annotator" not in dialog.chosen()


@pytest.mark.parametrize(("words", "ends"), [("Save", 1), ("Cancel", 0)])
def test_save_and_cancel_end_it(dialog, words, ends):
    button = next(button for button in dialog.findChildren(QPushButton) if button.text() == words)
    click(button)
    assert (dialog.isVisible(), dialog.result()) == (False, ends)


def test_what_is_chosen_elsewhere_has_no_field(dialog):
    elsewhere = {"column_width", "queue_order", "keys", "recent_projects", "left_at"}
    assert elsewhere.isdisjoint(dialog.fields)
    assert elsewhere | set(dialog.fields) == {setting.key for setting in TABLE}


def test_words_that_no_choice_has_show_the_first_one(qtbot, choices):
    choices.choose("theme", "sepia")
    choices.choose("next_stop", "x" * 10_000)
    dialog = shown(qtbot, Settings(choices, Theme()))
    assert dialog.chosen() == USUAL


def test_every_theme_can_be_chosen(dialog):
    box = dialog.fields["theme"]
    seen = []
    for place in range(box.count()):
        box.setCurrentIndex(place)
        seen.append(dialog.chosen()["theme"])
    assert seen == ["system", "light", "dark", "contrast"]


@pytest.mark.parametrize("name", ["x" * 10_000, "أنا", "👩‍👩‍👧", "a\tb"])
def test_odd_names_are_taken_as_they_are(dialog, name):
    wide = dialog.width()
    dialog.fields["annotator"].setText(name)
    assert dialog.chosen()["annotator"] == name.strip()
    assert dialog.width() == wide


def test_a_note_is_nearer_to_its_field_than_to_the_next_one(dialog):
    notes = {label.text(): label.geometry() for label in dialog.findChildren(QLabel)}
    fields = list(dialog.fields.items())
    for (key, field), (_, below) in pairwise(fields):
        note = notes[next(setting.help for setting in TABLE if setting.key == key)]
        assert 0 < note.top() - field.geometry().bottom() < 8
        assert below.geometry().top() - note.bottom() > 10
