"""How often a widget was painted, and until when."""

from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication


class Paints(QObject):
    """Counts the paint events of a widget, so that a measurement that painted nothing is noticed."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count and pass on."""
        self.count += event.type() == QEvent.Type.Paint
        return False


class NextPaint(QObject):
    """Notes when a widget's next frame is done, which is when Qt goes on to anything else than painting."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self._widget = widget
        self._amid = False
        self.done: float | None = None
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note and pass on."""
        if event.type() != QEvent.Type.Paint:
            self.look()
        elif watched is self._widget:
            self._amid = True
        return False

    def look(self) -> bool:
        """Return whether the frame is done; to be called where nothing is being painted."""
        if self._amid and self.done is None:
            self.done = perf_counter()
        return self.done is not None

    def forget(self) -> None:
        """Wait for the next frame from here on."""
        self._amid, self.done = False, None

    def leave(self) -> None:
        """Take note of nothing more."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
