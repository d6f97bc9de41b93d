"""A name for a version of the dataset, beside those that there are."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QWidget

from core.model.overview import ReleaseRow
from core.model.saying import plural
from gui.dialogs.dialog import Dialog, sentence
from gui.theme import Theme

SHOWN = 6


class Release(Dialog):
    """`name` is the answer."""

    def __init__(self, known: Sequence[ReleaseRow], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Freeze a release", theme, parent)
        self.column.addWidget(
            sentence(
                "A release keeps the dataset as it is now. It can be exported again at any time, whatever is edited."
            )
        )
        for each in known[-SHOWN:]:
            held = f"{plural(each.articles, 'article')}, {plural(each.quotes, 'quote')}"
            note = QLabel(f"{each.name}: {each.at[:10]}, {held}")
            note.setProperty("text_role", "note")
            self.column.addWidget(note)
        self.field = QLineEdit()
        self.field.setAccessibleName("Name of the release")
        self.field.setPlaceholderText("Such as 2026-11")
        self.column.addWidget(self.field)
        self.freeze, _ = self.add_buttons(
            ("Freeze", QDialogButtonBox.ButtonRole.AcceptRole), ("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        )
        self.freeze.setEnabled(False)
        self.field.textChanged.connect(lambda words: self.freeze.setEnabled(bool(words.strip())))
        self.field.setFocus()

    @property
    def name(self) -> str:
        """What the release is to be called."""
        return self.field.text().strip()
