"""The ring around whatever control has the focus: two pixels of accent, two pixels of gap, never removed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMainWindow,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from gui.theme import Theme

_WIDTH = 2
_GAP = 2
_REACH = _WIDTH + _GAP


class FocusRing(QWidget):
    """A layer over one window. Lists draw the ring on their rows, the article on its current quote."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.update)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._move)
        self.hide()

    @property
    def around(self) -> QWidget | None:
        """The control that has the ring; a control that was destroyed under it has none."""
        return self._around if self._around is not None and isValid(self._around) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control when it moves or goes away."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), _WIDTH))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _move(self, old: QWidget | None, now: QWidget | None) -> None:
        if (before := self.around) is not None:
            before.removeEventFilter(self)
        ringed = now is not None and now.window() is self.window() and _needs_ring(now)
        self._around = now if ringed else None
        if self._around is not None:
            self._around.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        control = self.around
        if control is None or not control.isVisible():
            self.hide()
            return
        corner = control.mapTo(self.window(), QPoint(0, 0))
        box = QRect(corner, control.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH)
        self.setGeometry(box.intersected(self.window().rect()))
        self.show()
        self.raise_()


def _needs_ring(control: QWidget) -> bool:
    if isinstance(control, QAbstractItemView):
        return control.model() is None or control.model().rowCount() == 0
    if isinstance(control, QPlainTextEdit | QScrollArea):
        return True
    return not isinstance(control, QAbstractScrollArea | QMenuBar | QMainWindow)


def draw_row_ring(view: QAbstractItemView, row: QRect, theme: Theme) -> None:
    """Draw the ring around the current row of a table while it has the keys; to be called when the rows are painted."""
    if view.hasFocus() and view.currentIndex().isValid():
        painter = QPainter(view.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent"), _WIDTH))
        painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()
