"""How often a widget was painted."""

from PySide6.QtCore import QEvent, QObject


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
