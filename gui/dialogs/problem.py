"""A project that can't be used: what happened, what is safe, what to do."""

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from gui.dialogs.dialog import Dialog, sentence
from gui.theme import Theme


class Problem(Dialog):
    """Says one sentence and waits for it to be read."""

    def __init__(self, told: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("The project can't be used", theme, parent)
        self.sentence = sentence(told)
        self.column.addWidget(self.sentence)
        self.add_buttons(("Close", QDialogButtonBox.ButtonRole.AcceptRole))
