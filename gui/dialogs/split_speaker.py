"""Two people under one name: which quotes of this article are the other one's."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from gui.dialogs.dialog import Dialog, sentence
from gui.theme import Theme
from gui.tick_box import TickRow

MOST_SHOWN = 60
"""Characters of a name in the title; longer ones are cut off."""


class SplitSpeakerDialog(Dialog):
    """`quotes` are ids with the words to show; `name` and `chosen` have the answer."""

    def __init__(
        self, speaker: str, quotes: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"Split {speaker[:MOST_SHOWN]}{'…' if len(speaker) > MOST_SHOWN else ''}", theme, parent)
        self.name = QLineEdit()
        self.name.setPlaceholderText("Name of the other speaker")
        self.name.setAccessibleName("Name of the other speaker")
        self.list = QListWidget()
        self.list.setObjectName("ticks")
        self.list.setItemDelegate(TickRow(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName("Quotes of the other speaker")
        self.list.setMinimumSize(480, 220)
        for quote_id, words in quotes:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, quote_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.column.addWidget(sentence("Two people have one name here. Tick the quotes that are the other one's."))
        self.column.addWidget(QLabel("The other speaker"))
        self.column.addWidget(self.name)
        self.column.addWidget(self.list, 1)
        self.split, _ = self.add_buttons(
            ("Split", QDialogButtonBox.ButtonRole.AcceptRole), ("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        )
        self.name.textChanged.connect(lambda words: self._show())
        self.list.itemChanged.connect(lambda item: self._show())
        self._show()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the quotes that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _show(self) -> None:
        self.split.setEnabled(bool(self.name.text().strip() and self.chosen()))
