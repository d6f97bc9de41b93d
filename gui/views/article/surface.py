"""The widget under the article view: Qt's events, turned into painting, scrolling and pointing."""

from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from gui.models.article import ArticleModel
from gui.selection import Selection
from gui.theme import Theme
from gui.views.article.ahead import Ahead
from gui.views.article.canvas import Canvas
from gui.views.article.caret import Caret
from gui.views.article.column import MEASURE, RING
from gui.views.article.edges import Edges
from gui.views.article.find import Find
from gui.views.article.hints import Hints
from gui.views.article.hits import Hits
from gui.views.article.marks import told_of
from gui.views.article.overlay import Overlay
from gui.views.article.pointer import Pointer
from gui.views.article.scrolling import Scrolling
from gui.views.article.text_selection import TextSelection

BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Surface(QAbstractScrollArea):
    """Paints the canvas and hands the mouse to the pointer. Keys that do not scroll or copy are left to the window."""

    def __init__(self, model: ArticleModel, selection: Selection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.selection = selection
        self.theme = theme
        self.words = TextSelection()
        self.canvas = Canvas(model, selection, theme)
        self.scrolling = Scrolling(self, self.canvas.page)
        self._ahead = Ahead(self.canvas, self.scrolling)
        self.edges = Edges(self.canvas.page, theme)
        self.hits = Hits(model, selection, self.canvas, scrolling=self.scrolling, edges=self.edges)
        self.caret = Caret(self.canvas.page, self.words, theme, self)
        self.hints = Hints(self.canvas.page, theme, self)
        self.finding = Find(self.canvas.page, theme, self)
        self.pointer = Pointer(selection, self.hits, self.words, hints=self.hints, parent=self)
        self.overlay = Overlay(self.hits, selection, caret=self.caret, hints=self.hints, find=self.finding)
        self._ring = False
        self._zoom = 1.0
        self._measure = MEASURE
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(RING, RING, RING, RING)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.scrolling.moved.connect(self._lines_moved)
        self.pointer.scrolled.connect(lambda step: self.scrolling.jump(self.scrolling.top + step))
        self.pointer.map_scrolled.connect(self._scroll_map)
        self.canvas.minimap.picture.ready.connect(self._show_map)

    def fit(self, seen: int | None = None) -> None:
        """Set the page for the size and zoom there are; the current quote, if in view, stays, else the first line.

        `seen` is how high the view was, where that has changed.
        """
        height = self.viewport().height() if seen is None else seen
        quote = self.model.quote(self.selection.quote_id)
        below = self.scrolling.below_top(quote.fragments[0], height) if quote is not None else None
        anchor = self.scrolling.anchor()
        self.canvas.page.fit(self.viewport().width(), self._zoom, self._measure)
        self.scrolling.restore(anchor)
        if quote is not None and below is not None:
            self.scrolling.keep(quote.fragments[0], below)
        self.scrolling.measure()
        self._lines_moved()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt asks for, after laying out what has come into view."""
        painter = QPainter(self.viewport())
        height = self.viewport().height()
        painter.save()
        self.canvas.paint(painter, event.region(), top=self.scrolling.top, height=height, words=self.words.span)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.scrolling.top)
        painter.setClipRegion(event.region().translated(0, self.scrolling.top))
        self.overlay.paint(painter, top=self.scrolling.top, height=height)
        painter.end()
        if self.canvas.page.heights.stale and not self.scrolling.measuring:
            self.scrolling.measure()
        self._ahead.prepare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new size."""
        super().resizeEvent(event)
        self.fit(seen=event.oldSize().height())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted and paint the strip that comes into view, tags and map."""
        height = self.viewport().height()
        if abs(dy) >= height:
            self.repaint_all()
            return
        self.viewport().scroll(0, dy, self.canvas.text_rect(height))
        self.viewport().update(self.canvas.side_rect(height))

    def repaint_all(self) -> None:
        """Have the whole view painted anew."""
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl the window decides."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by page and to the ends; every other key is the window's."""
        page = self.verticalScrollBar().pageStep()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page, Qt.Key.Key_Space: -page if back else page}
        if self.caret.active and self.caret.key(event, page):
            event.accept()
            return
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif plain and event.key() in steps:
            self.scrolling.jump(self.scrolling.top + steps[Qt.Key(event.key())])
        elif plain and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.scrolling.jump_to_end() if event.key() == Qt.Key.Key_End else self.scrolling.jump(0)
        else:
            event.ignore()
            return
        event.accept()

    def copy(self) -> None:
        """Copy the selected words; what that is belongs to the article view."""

    def select_all(self) -> None:
        """Select the whole text; what that is belongs to the article view."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Hand the mouse to the pointer and say what a tag stands for."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            self._mouse(event)
            return event.isAccepted()
        if kind == QEvent.Type.Leave:
            self.pointer.leave()
        elif kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tooltip(event)
            return True
        return super().viewportEvent(event)

    def _mouse(self, event: QMouseEvent) -> None:
        event.accept()
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            self.pointer.press(event)
        elif kind == QEvent.Type.MouseButtonRelease:
            self.pointer.release(event)
        elif kind == QEvent.Type.MouseButtonDblClick:
            self.pointer.double(event)
        else:
            self.pointer.move(event)
            self._show_cursor(event.position().toPoint())

    def _show_cursor(self, point: QPoint) -> None:
        hit = self.hits.at(point)
        shape = Qt.CursorShape.PointingHandCursor if hit.on_tag or hit.on_map else Qt.CursorShape.IBeamCursor
        if self.hits.edge_at(point) >= 0:
            shape = Qt.CursorShape.SplitHCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _show_tooltip(self, event: QHelpEvent) -> None:
        place = self.hits.at(event.pos()).place
        words = ""
        if place is not None:
            words = "<br>".join(escape(told_of(self.model, row)) for row in place.rows)
        QToolTip.showText(event.globalPos(), words, self.viewport())

    def event(self, event: QEvent) -> bool:
        """Paint the frame round the viewport: paper, or the ring that says that keys go here."""
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self.theme.colour("paper"))
            if self._ring and self.hasFocus():
                painter.setPen(QPen(self.theme.colour("accent"), RING))
                painter.drawRect(QRect(1, 1, self.width() - RING, self.height() - RING))
            painter.end()
            return True
        return bool(super().event(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came by the keyboard; coming back to the window changes nothing."""
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD:
            self._ring = True
        elif event.reason() is Qt.FocusReason.MouseFocusReason:
            self._ring = False
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _lines_moved(self) -> None:
        self.canvas.forget_places()
        self.viewport().update()

    def _show_map(self) -> None:
        self.viewport().update(self.canvas.map_rect(self.viewport().height()))

    def _scroll_map(self, y: float) -> None:
        height = self.viewport().height()
        self.scrolling.jump(round(self.canvas.minimap.place_at(y, height) - height / 2))
