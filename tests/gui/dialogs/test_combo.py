import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from gui.dialogs.combo import Combo
from gui.theme import Theme
from tests.gui.looks import seen, shown


def test_one_word_is_no_choice(qtbot):
    combo = shown(qtbot, Combo("Format", ["one"], Theme()))
    assert (combo.accessibleName(), combo.isEnabled()) == ("Format", False)
    combo.show_choices(["one", "two"])
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert (combo.isEnabled(), combo.currentText()) == (True, "two")
    combo.show_choices([])
    assert (combo.isEnabled(), combo.currentText()) == (False, "")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_arrow_can_be_seen_in_both_lights(qtbot, name):
    theme = Theme(name)
    combo = shown(qtbot, Combo("Format", ["one", "two"], theme), 160, 30)
    at = QRect(combo.width() - 22, 8, 12, 14)
    assert seen(combo, at)[theme.colour("ink2").name()] > 0
