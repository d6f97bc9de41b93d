"""One name, two people: quotes are ticked and the other one is named."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.dialogs.split_speaker import SplitSpeakerDialog
from gui.theme import Theme
from tests.gui.looks import click, shown

QUOTES = [("q1", "#1  “We wait,”"), ("q4", "#4  “No.”"), ("q9", "#9  that it rained")]


@pytest.fixture
def dialog(qtbot):
    return shown(qtbot, SplitSpeakerDialog("Lavrov", QUOTES, Theme()))


def tick(dialog, row):
    """Click the box before a row."""
    area = dialog.list.visualItemRect(dialog.list.item(row))
    click(dialog.list.viewport(), QPoint(area.left() + 10, area.center().y()))


def test_the_quotes_of_the_speaker_are_listed_and_none_is_ticked(dialog):
    assert [dialog.list.item(row).text() for row in range(3)] == [words for _, words in QUOTES]
    assert (dialog.chosen(), dialog.split.isEnabled()) == ((), False)
    assert dialog.windowTitle() == "Split Lavrov"


def test_it_needs_a_name_and_a_quote(dialog):
    dialog.name.setFocus()
    QTest.keyClicks(dialog.name, "Ana")
    assert not dialog.split.isEnabled()
    tick(dialog, 2)
    tick(dialog, 0)
    assert (dialog.chosen(), dialog.split.isEnabled()) == (("q1", "q9"), True)
    tick(dialog, 0)
    tick(dialog, 2)
    assert (dialog.chosen(), dialog.split.isEnabled()) == ((), False)
    tick(dialog, 1)
    dialog.name.setText("   ")
    assert not dialog.split.isEnabled()


def test_quotes_are_ticked_by_key(dialog):
    dialog.list.setFocus()
    dialog.list.setCurrentRow(1)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.chosen() == ("q4",)


def test_enter_says_yes_only_when_it_can(dialog):
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    tick(dialog, 0)
    QTest.keyClicks(dialog.name, "Ana")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert (dialog.isVisible(), dialog.result(), dialog.name.text()) == (False, 1, "Ana")


def test_escape_says_no(dialog):
    QTest.keyClick(dialog.name, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.result()) == (False, 0)


def test_without_quotes_nothing_can_be_split(qtbot):
    dialog = shown(qtbot, SplitSpeakerDialog("Lavrov", [], Theme()))
    QTest.keyClicks(dialog.name, "Ana")
    assert (dialog.chosen(), dialog.split.isEnabled()) == ((), False)


@pytest.mark.parametrize("name", ["x" * 10_000, "لافروف" * 2_000, "👩‍👩‍👧" * 1_000, ""])
def test_odd_names_and_words_make_no_wider_dialog(qtbot, dialog, name):
    odd = shown(qtbot, SplitSpeakerDialog(name, [("q1", f"#1  {name}")], Theme()))
    assert odd.width() <= dialog.width() + 400
    assert odd.windowTitle().startswith(f"Split {name[:60]}")


def test_its_controls_are_named(dialog):
    assert [each.accessibleName() for each in (dialog.name, dialog.list)] == [
        "Name of the other speaker",
        "Quotes of the other speaker",
    ]
