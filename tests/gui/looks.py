"""Controls as a person meets them in tests: shown, pointed at, looked at."""

from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

T = TypeVar("T")


def shown(qtbot, widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
    """Show a control in a window of its own that has the keys, with the pointer far from it."""
    QCursor.setPos(-100, -100)
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    for part in (widget, *widget.findChildren(QWidget)):
        # Qt still believes the pointer to be where an earlier test moved it.
        part.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    return widget


def seen(widget: QWidget, area: QRect | None = None) -> Counter[str]:
    """Count the pixels of each colour, as #rrggbb, in a control or a part of it."""
    return _counted(widget.grab(area or widget.rect()).toImage())


def drawn(paint: Callable[[QPainter], T]) -> tuple[Counter[str], T]:
    """Paint on a white strip; return how many pixels of each colour, as #rrggbb, are there then, and what `paint` told."""
    image = QImage(100, 24, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    told = paint(painter)
    painter.end()
    return _counted(image), told


def _counted(image: QImage) -> Counter[str]:
    return Counter(f"#{image.pixel(x, y) & 0xFFFFFF:06x}" for y in range(image.height()) for x in range(image.width()))


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click with the left button, in the middle if no place is given."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or QPoint())


def row_rect(listing: QListView, row: int) -> QRect:
    """Return where a row of a list is."""
    listing.executeDelayedItemsLayout()  # which else waits for the next painting, and no row has a place till then
    return listing.visualRect(listing.model().index(row, 0))


def click_row(listing: QListView, row: int) -> None:
    """Click the middle of a row."""
    click(listing.viewport(), row_rect(listing, row).center())


def point_at_row(listing: QListView, row: int) -> None:
    """Move the pointer over a row, no button pressed."""
    at = QPointF(row_rect(listing, row).center())
    none = Qt.MouseButton.NoButton
    screen = QPointF(listing.viewport().mapToGlobal(at.toPoint()))
    moved = QMouseEvent(QEvent.Type.MouseMove, at, screen, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(listing.viewport(), moved)


def point_at(widget: QWidget) -> None:
    """Move the pointer over a control."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, QPointF(widget.mapToGlobal(middle.toPoint()))))


def held_enter(widget: QWidget) -> None:
    """Send what a held Enter key sends after its first press."""
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True, 1)
    QApplication.sendEvent(widget, event)
