"""A box to tick: one look for the box before a choice, before a row of a list, and before what a chain would set."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem, QWidget

from gui.icons import draw_icon
from gui.theme import Theme

SIZE = 16
_RADIUS = 3


def draw_tick_box(painter: QPainter, area: QRectF, theme: Theme, *, on: bool, usable: bool = True) -> None:
    """Draw the box in the middle of an area: filled with a tick, or empty with an edge that can be seen."""
    box = QRectF(0, 0, SIZE, SIZE)
    box.moveCenter(area.center())
    ground, edge = ("primary", "primary") if on else ("raised", "line2")
    if not usable:
        ground, edge = ("off", "off") if on else ("panel", "line")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(edge), 1))
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    if on:
        draw_icon(painter, "tick", box.adjusted(2, 2, -2, -2), theme.colour("onprimary" if usable else "panel"))


class TickBox(QCheckBox):
    """A choice that holds or doesn't."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words as any check box has them, and our box for Qt's."""
        super().paintEvent(event)
        painter, option = QPainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        area = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        draw_tick_box(painter, QRectF(area), self._theme, on=self.isChecked(), usable=self.isEnabled())
        painter.end()


class TickRow(QStyledItemDelegate):
    """Rows of a list that can be ticked one by one."""

    def __init__(self, theme: Theme, listing: QWidget) -> None:
        super().__init__(listing)
        self._theme = theme
        self._listing = listing

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the words as any row has them, and our box for Qt's."""
        super().paint(painter, option, index)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        area = self._listing.style().subElementRect(part, shown, self._listing)
        painter.save()
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        draw_tick_box(painter, QRectF(area), self._theme, on=on)
        painter.restore()
