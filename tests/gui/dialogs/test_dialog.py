"""What dialogs have in common: title, buttons, Enter, Escape, and the ring."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QLineEdit

from gui.dialogs.dialog import Dialog, heading, sentence
from gui.focus_ring import FocusRing
from gui.theme import Theme
from tests.gui.looks import click, seen, shown

ROLES = QDialogButtonBox.ButtonRole


@pytest.fixture
def dialog(qtbot):
    made = Dialog("A question", Theme())
    made.field = QLineEdit()
    made.column.addWidget(made.field)
    made.buttons = made.add_buttons(("Yes", ROLES.AcceptRole), ("No", ROLES.RejectRole), ("Copy", ROLES.ActionRole))
    made.heard = []
    made.finished.connect(made.heard.append)
    return shown(qtbot, made)


def test_the_title_stands_on_the_page_too(dialog):
    assert dialog.windowTitle() == "A question"
    assert dialog.findChild(QLabel).text() == "A question"


def test_the_first_button_is_outermost(dialog):
    assert [button.text() for button in sorted(dialog.buttons, key=lambda one: -one.x())] == ["Yes", "No", "Copy"]


@pytest.mark.parametrize(
    ("place", "ends"), [(0, [QDialog.DialogCode.Accepted]), (1, [QDialog.DialogCode.Rejected]), (2, [])]
)
def test_buttons_say_yes_or_no_or_do_something_else(dialog, place, ends):
    click(dialog.buttons[place])
    assert dialog.heard == [end.value for end in ends]


@pytest.mark.parametrize(("place", "ends"), [(0, [1]), (1, [0]), (2, [])])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_with_the_ring_and_no_other(dialog, place, ends, key):
    pressed = []
    dialog.buttons[place].clicked.connect(lambda: pressed.append(place))
    dialog.buttons[place].setFocus()
    QTest.keyClick(dialog.buttons[place], key)
    assert (dialog.heard, len(pressed)) == (ends, 1)


def test_enter_in_a_field_says_yes_and_escape_says_no(dialog):
    dialog.field.setFocus()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    dialog.show()
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert dialog.heard == [1, 0]


def test_the_control_with_the_keys_has_the_ring(dialog):
    ring = dialog.findChild(FocusRing)
    for control in (dialog.field, dialog.buttons[1]):
        control.setFocus()
        QApplication.processEvents()
        assert ring.around is control
        assert ring.geometry().contains(control.geometry())
        assert seen(dialog, ring.geometry())["#4449c4"] > 50


def test_a_sentence_wraps_and_can_be_copied():
    label = sentence("Some words " * 30)
    assert label.heightForWidth(380) > 3 * label.fontMetrics().height()
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert heading("All keys").text() == "All keys"


def test_it_stays_open_until_what_it_asks_for_is_done(dialog):
    answers = [False, True]
    dialog.settle = lambda: answers.pop(0)
    assert not dialog.refusal.isVisible()
    dialog.accept()
    dialog.refuse(ValueError("This name is taken."))
    assert (dialog.isVisible(), dialog.refusal.text(), dialog.refusal.isVisible()) == (
        True,
        "This name is taken.",
        True,
    )
    dialog.accept()
    assert (dialog.isVisible(), dialog.refusal.isVisible(), dialog.heard) == (False, False, [1])


def whole(dialog):
    """Whether every sentence has the height that its words need, and nothing lies over another thing."""
    QApplication.processEvents()
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    places = sorted((each.geometry() for each in (*labels, dialog.field)), key=lambda place: place.top())
    apart = all(one.bottom() < other.top() for one, other in pairwise(places))
    return apart and all(label.height() >= label.heightForWidth(label.width()) for label in labels)


@pytest.mark.parametrize("length", [1, 12, 60])
def test_a_refusal_cuts_no_words(qtbot, length):
    dialog = Dialog("A question", Theme())
    dialog.field = QLineEdit()
    dialog.column.addWidget(sentence("What this is about takes a line or two of words that wrap. " * 2))
    dialog.column.addWidget(dialog.field)
    dialog.add_buttons(("Yes", ROLES.AcceptRole))
    dialog.settle = lambda: dialog.refuse(ValueError("This name is taken. " * length)) or False
    shown(qtbot, dialog)
    assert whole(dialog)
    wide = dialog.width()
    for _ in range(2):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert dialog.refusal.isVisible()
        assert whole(dialog)
    assert dialog.width() == wide
