"""Boxes to tick look alike wherever they stand, and an empty one can be seen in every theme."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyleOptionButton

from gui.stylesheet import style_sheet
from gui.theme import THEMES, Theme
from gui.tick_box import SIZE, TickBox, TickRow
from tests.gui.looks import click, seen, shown
from tests.gui.test_theme import contrast


def in_box(qtbot, theme, *, on, usable=True):
    """A box of its own, and where its sign is."""
    box = TickBox("Keep times", theme)
    box.setStyleSheet(style_sheet(theme.name))
    box.setChecked(on)
    box.setEnabled(usable)
    shown(qtbot, box, 160, 30)
    option = QStyleOptionButton()
    box.initStyleOption(option)
    return box, box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)


def in_row(qtbot, theme, *, on):
    """A row of a list, and where its sign is."""
    listing = QListWidget()
    listing.setObjectName("ticks")
    listing.setItemDelegate(TickRow(theme, listing))
    listing.setStyleSheet(style_sheet(theme.name))
    item = QListWidgetItem("It rained")
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    listing.addItem(item)
    shown(qtbot, listing, 200, 60)
    row = listing.visualItemRect(item)
    sign = QRect(0, 0, SIZE, SIZE)
    image = listing.viewport().grab().toImage()
    edge = theme.colour("primary" if on else "line2").name()
    middle = row.center().y()
    left = next(x for x in range(row.width()) if image.pixelColor(x, middle).name() == edge)
    sign.moveTopLeft(QPoint(left, middle - SIZE // 2 + 1))
    return listing, sign


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("made", [in_box, in_row])
@pytest.mark.parametrize("on", [False, True])
def test_all_boxes_have_an_edge_and_a_ground_of_the_theme(qtbot, made, name, on):
    theme = Theme(name)
    widget, sign = made(qtbot, theme, on=on)
    target = widget.viewport() if hasattr(widget, "viewport") else widget
    colours = seen(target, sign.adjusted(-1, -1, 1, 1))
    edge, ground = (theme.colour(role).name() for role in (("primary", "primary") if on else ("line2", "raised")))
    assert colours[edge] > (100 if on else 24)
    assert colours[ground] > 100
    assert not on or colours[theme.colour("onprimary").name()] > 0
    assert contrast(QColor(edge), theme.colour("panel")) >= 3


def test_a_box_that_cannot_be_ticked_is_faint(qtbot):
    theme = Theme("light")
    for on, role in ((False, "line"), (True, "off")):
        widget, sign = in_box(qtbot, theme, on=on, usable=False)
        assert seen(widget, sign)[theme.colour(role).name()] > 24
        assert seen(widget, sign)[theme.colour("primary").name()] == 0


def test_a_click_ticks_it(qtbot):
    box, sign = in_box(qtbot, Theme(), on=False)
    click(box, sign.center())
    assert box.isChecked()
