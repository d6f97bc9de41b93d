"""The key cap at the right of an empty field: the key that leads there."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit

from gui.key_cap import KeyCap
from gui.theme import Theme

FROM_EDGE = 6


class FieldCap(KeyCap):
    """Stands in a field while nothing is typed; without a key it is not there."""

    def __init__(self, key: str, field: QLineEdit, theme: Theme) -> None:
        super().__init__(key, theme, field)
        self._field = field
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        field.installEventFilter(self)
        field.textChanged.connect(lambda text: self._fit())
        self._fit()

    def say(self, key: str) -> None:
        """Show another key."""
        super().say(key)
        self._fit()

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Stay at the right when the field gets another width."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(field, event)

    def _fit(self) -> None:
        field, size, shown = self._field, self.sizeHint(), bool(self.text) and not self._field.text()
        self.setGeometry(
            field.width() - size.width() - FROM_EDGE, (field.height() - size.height()) // 2, *size.toTuple()
        )
        self.setVisible(shown)
        margins = field.textMargins()
        margins.setRight(size.width() if shown else 0)
        field.setTextMargins(margins)
