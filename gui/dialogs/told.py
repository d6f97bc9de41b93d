"""Sentences about an import: a list that scrolls and can be copied, in a dialog of its own where there are many."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QPlainTextEdit, QWidget

from gui.dialogs.dialog import Dialog, sentence
from gui.theme import Theme

MOST = 1000
HEIGHT = 76  # four sentences


class ToldList(QPlainTextEdit):
    """Shows a sentence a line. The room is kept, so that nothing jumps while sentences come and go."""

    def __init__(self, name: str, height: int = HEIGHT) -> None:
        super().__init__()
        self.setObjectName("told")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setFixedHeight(height)

    def show_bare(self) -> None:
        """Stand on the ground itself, without a frame."""
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)

    def show_sentences(self, sentences: Sequence[str], otherwise: str = "") -> None:
        """Show these, or what holds where there are none."""
        more = [f"And {len(sentences) - MOST:,} more."] if len(sentences) > MOST else []
        said = "\n".join([*sentences[:MOST], *more]) or otherwise
        if said != self.toPlainText():
            self.setPlainText(said)
            self.setAccessibleDescription(said[:500])


def by_name(sentence: str, folders: Iterable[Path]) -> str:
    """Return a sentence about a file with the file's name alone where it begins with its whole path."""
    beginnings = [f"{folder}{os.sep}" for folder in folders if sentence.startswith(f"{folder}{os.sep}")]
    return sentence.removeprefix(max(beginnings, key=len, default=""))


class Outcome(Dialog):
    """Says what came of an import, each article that was left out, and each that is nearly another."""

    def __init__(self, title: str, said: str, sentences: Sequence[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(title, theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.said = sentence(said)
        self.column.addWidget(self.said)
        self.list = ToldList("What was left out, and why", 180)
        self.list.setMinimumWidth(620)
        self.list.show_sentences(sentences)
        self.column.addWidget(self.list)
        close, copy = self.add_buttons(
            ("Close", QDialogButtonBox.ButtonRole.AcceptRole), ("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        )
        self.close_button, self.copy = close, copy
        copy.clicked.connect(self._copy)
        close.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.list.toPlainText())
        self.close_button.setFocus()  # it was all that there was to do
