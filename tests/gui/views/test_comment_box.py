"""The field for a comment: Enter keeps, Escape leaves, and nothing typed is lost by going elsewhere."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from gui.views.comment_box import HEIGHT, CommentBox
from tests.gui.looks import held_enter, shown

ABOUT = ("seed", "q1")


@pytest.fixture
def box(qtbot):
    """The field above another one, and what it has said."""
    around, made = QWidget(), CommentBox()
    column = QVBoxLayout(around)
    made.other = QLineEdit()
    column.addWidget(made)
    column.addWidget(made.other)
    made.told, made.can = [], True
    made.store = lambda words: made.told.append(words) or made.can
    made.left.connect(lambda: made.told.append(None))
    shown(qtbot, around, 300, 160)
    made.other.setFocus()
    made.around = around
    return made


def type_words(box, words):
    QTest.keyClicks(box, words)


def test_it_is_hidden_until_it_is_asked_for(box):
    assert not box.isVisible()
    box.begin("as it was", ABOUT)
    assert (box.isVisible(), box.hasFocus(), box.height()) == (True, True, HEIGHT)
    assert box.textCursor().selectedText() == "as it was"
    assert (box.about, box.before, box.told) == (ABOUT, "as it was", [])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_keeps_what_was_typed_once(box, key):
    box.begin("old", ABOUT)
    type_words(box, "Who is this?")
    held_enter(box)
    assert box.told == []
    QTest.keyClick(box, key)
    assert (box.told, box.isVisible()) == (["Who is this?", None], False)


def test_shift_enter_begins_a_line(box):
    box.begin("", ABOUT)
    type_words(box, "one")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_words(box, "two")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.told == ["one\ntwo", None]


def test_escape_leaves_it_as_it_was(box):
    box.begin("old", ABOUT)
    type_words(box, "new")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.told, box.isVisible()) == ([None], False)


def test_escape_is_not_the_windows_while_the_field_has_the_keys(box):
    box.begin("", ABOUT)
    for key, ours in ((Qt.Key.Key_Escape, True), (Qt.Key.Key_F6, False)):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        asked.ignore()
        QApplication.sendEvent(box, asked)
        assert asked.isAccepted() is ours


@pytest.mark.parametrize("go", [lambda box: QTest.keyClick(box, Qt.Key.Key_Tab), lambda box: box.other.setFocus()])
def test_going_elsewhere_keeps_what_was_typed(box, go):
    box.begin("", ABOUT)
    type_words(box, "half a sent")
    go(box)
    assert (box.told, box.isVisible(), box.other.hasFocus()) == (["half a sent"], False, True)


@pytest.mark.parametrize("reason", [Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason])
def test_a_menu_or_another_program_in_between_ends_nothing(box, reason):
    box.begin("", ABOUT)
    type_words(box, "half")
    box.other.setFocus(reason)
    assert (box.told, box.isVisible()) == ([], True)
    box.setFocus(reason)
    type_words(box, " done")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.told == ["half done", None]


def test_asked_for_again_it_goes_on_with_the_same_words(box):
    box.begin("old", ABOUT)
    type_words(box, "new")
    box.begin("old", ABOUT)
    assert (box.toPlainText(), box.told) == ("new", [])


def test_asked_for_by_another_quote_it_keeps_the_words_of_the_first(box):
    said = []
    box.store = lambda words: said.append((box.about, words)) or True
    box.begin("", ABOUT)
    type_words(box, "about one")
    box.begin("about two", ("seed", "q2"))
    assert said == [(ABOUT, "about one")]
    assert (box.toPlainText(), box.about, box.isVisible()) == ("about two", ("seed", "q2"), True)


def test_what_is_written_can_be_kept_from_outside_once(box):
    box.keep()
    box.begin("", ABOUT)
    type_words(box, "new")
    box.keep()
    box.keep()
    assert (box.told, box.isVisible()) == (["new", None], False)


def test_a_long_comment_in_any_script_comes_out_as_it_went_in(box):
    words = "e\u0301 👩\u200d🚀 שלום 中文 <b>&amp;</b>\n" * 50
    box.begin(words, ABOUT)
    box.keep()
    assert box.told == [words, None]


@pytest.mark.parametrize("leave", ["enter", "elsewhere", "from outside", "another quote"])
def test_words_that_can_not_be_kept_stay(box, leave):
    box.can = False
    box.begin("old", ABOUT)
    type_words(box, "new")
    if leave == "enter":
        QTest.keyClick(box, Qt.Key.Key_Return)
    elif leave == "elsewhere":
        box.other.setFocus()
    elif leave == "from outside":
        assert not box.keep()
    else:
        box.begin("about two", ("seed", "q2"))
    assert (box.told, box.toPlainText(), box.about) == (["new"], "new", ABOUT)
    assert (box.isVisible(), box.hasFocus()) == (True, leave != "elsewhere")
    box.can = True
    assert box.keep()
    assert (box.told[1], box.isVisible()) == ("new", False)


def test_what_keeping_brings_about_keeps_nothing_twice(box):
    said = []
    box.store = lambda words: said.append(words) or box.keep()
    box.begin("", ABOUT)
    type_words(box, "once")
    assert box.keep()
    assert said == ["once"]


def test_a_screen_reader_is_told_what_it_is(box):
    assert box.accessibleName() == "Comment on the quote"
    assert "Escape" in box.accessibleDescription()
