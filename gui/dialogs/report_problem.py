"""A fault of ours: what is safe, and the text that helps to mend it."""

import platform
import sys

from PySide6 import __version__ as pyside_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from gui.dialogs.dialog import Dialog, sentence
from gui.theme import Theme

WORDS = (
    "Something went wrong in Quotedesk itself. Every decision that was shown as saved is in the project file. "
    "You can go on; if the window misbehaves, close and open it. Please send the text below to the makers."
)


class ReportProblem(Dialog):
    """Shows the traceback to be copied."""

    def __init__(self, told: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Something went wrong", theme, parent)
        self.column.addWidget(sentence(WORDS))
        self.text = QPlainTextEdit(report(told))
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Report")
        self.text.setMinimumSize(620, 240)
        self.column.addWidget(self.text)
        close, copy = self.add_buttons(
            ("Close", QDialogButtonBox.ButtonRole.AcceptRole), ("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        )
        self.copy, self.close_button = copy, close
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))


def report(told: str) -> str:
    """Return the traceback with the versions that matter."""
    return f"{platform.platform()}, Python {sys.version.split()[0]}, PySide6 {pyside_version}\n\n{told}"
