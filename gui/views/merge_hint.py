"""The line under the speakers that offers to merge two who look like one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.model.alike import Pair
from gui.theme import Theme
from gui.views.fitting import fitted
from gui.views.key_button import KeyButton

AROUND = 10 + 4 + 2 * 4
"""Pixels beside and between what stands on the line."""


class MergeHint(QWidget):
    """Hidden where nobody looks like anybody. `asked` gives the id of an action."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("merge_hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parts: Sequence[str] = ()
        self.words = QLabel()
        self.words.setProperty("text_role", "note")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setMinimumWidth(40)
        self.merge = KeyButton("Merge", "G", theme, look="plain")
        self.apart = KeyButton("Keep apart", "", theme, look="plain")
        self.merge.clicked.connect(lambda: self.asked.emit("merge_hinted"))
        self.apart.clicked.connect(lambda: self.asked.emit("keep_apart"))
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 2, 4, 2)  # AROUND, with the spacing
        line.setSpacing(4)
        line.addWidget(self.words, 1)
        line.addWidget(self.merge)
        line.addWidget(self.apart)
        self.hide()

    def show_pair(self, pair: Pair | None) -> None:
        """Offer to merge two speakers, or nothing."""
        self.setVisible(pair is not None)
        if pair is not None:
            self._parts = ("“", pair.gone.name, "” looks like ", pair.kept.name)
            told = "".join(self._parts)
            self.words.setToolTip(told)
            self.words.setAccessibleName(told)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the names as there is room for; the words between them stay."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width() - self.merge.sizeHint().width() - self.apart.sizeHint().width() - AROUND
        self.words.setText(fitted(self._parts, QFontMetricsF(self.words.font()), room))
