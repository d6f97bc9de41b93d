"""How far an import is, and a way to break it off, while the window waits for it."""

from collections.abc import Generator, Iterable, Iterator
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QProgressBar, QWidget

from gui.bars import draw_bar
from gui.dialogs.dialog import Dialog
from gui.theme import Theme

PATIENCE = 400
"""Milliseconds without a dialog: what is done by then needs none."""
MOST_LINES, MOST_MILLISECONDS = 20, 30
"""After so many lines, or so long, Qt may show what has changed and hear whether it is enough."""
_WIDTH = 380
_LAP = 1500

Line = TypeVar("Line")


class Cancelled(Exception):
    """A person broke the import off; nothing of it may stay."""


class Bar(QProgressBar):
    """A thin bar: a share of the whole, or, while that is not known, a piece that runs through it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lap = 0.0
        self.setObjectName("articles")
        self.setAccessibleName("Articles read")
        self.setTextVisible(False)
        self.setFixedHeight(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and bar."""
        area = QRectF(self.rect())
        share = self.value() / self.maximum() if self.maximum() else 0.25
        start = 0.0 if self.maximum() else self.lap * (1 - share)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_bar(painter, area, 0.0, self._theme.colour("accent"), self._theme)
        painter.setBrush(self._theme.colour("accent"))
        piece = QRectF(area.width() * start, 0, area.width() * share, area.height())
        painter.drawRoundedRect(piece, 3, 3)
        painter.end()


class Progress(Dialog):
    """`watch` the lines of an import with it, and `finish` in the end. `total` is None while nobody knows it.

    Nothing outside of it can be pressed while it is shown, and before that Qt is not let in at all.
    """

    def __init__(self, total: int | None, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Adding articles", theme, parent)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._total = total
        self._cancelled = False
        self.bar = Bar(theme)
        self.bar.setRange(0, total or 0)
        self.bar.setMinimumWidth(_WIDTH)
        self.told = QLabel()
        self.column.addWidget(self.bar)
        self.column.addWidget(self.told)
        (self.cancel,) = self.add_buttons(("Cancel", QDialogButtonBox.ButtonRole.RejectRole))
        self.cancel.setDefault(False)
        self.cancel.setAutoDefault(False)
        self._all, self._since = QElapsedTimer(), QElapsedTimer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear Escape and Space; an Enter that is held still was meant for what came before."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def watch(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield the lines; raises `Cancelled` between two of them if that is what was asked for."""
        self._all.start()
        self._since.start()
        waiting = 0
        try:
            for count, line in enumerate(lines, 1):
                waiting += 1
                if waiting >= MOST_LINES or self._since.elapsed() >= MOST_MILLISECONDS:
                    waiting = 0
                    self._let_in(count)
                yield line
        finally:
            if isinstance(lines, Generator):
                lines.close()

    def say(self, words: str) -> None:
        """Say what goes on after the last line, when it is too late to cancel."""
        if self.isVisible():
            self.cancel.setEnabled(False)
            self.told.setText(words)
            QApplication.processEvents()

    def finish(self) -> None:
        """Go away, and give the keys back to the window."""
        behind, shown = self.parentWidget(), self.isVisible()
        self.hide()
        if shown and behind is not None:
            behind.activateWindow()
        self.deleteLater()

    def reject(self) -> None:
        """Take note that it is enough; the dialog stays until the import has stopped."""
        self._cancelled = True

    def _let_in(self, count: int) -> None:
        if self._all.elapsed() < PATIENCE or (not self.isVisible() and count == self._total):
            return  # too short to show anything, or over
        of = "" if self._total is None else f" of {max(self._total, count):,}"
        one = count == 1 and not of
        self.told.setText(f"{count:,}{of} article{'' if one else 's'} read")
        self.bar.lap = self._all.elapsed() % _LAP / _LAP
        self.bar.setValue(min(count, self.bar.maximum()))
        self.bar.update()
        if not self.isVisible():
            self.show()
            self.cancel.setFocus()
        QApplication.processEvents()
        self._since.restart()
        if self._cancelled:
            raise Cancelled
