"""Answering a dialog as a person does: while it is open and whoever asked is waiting."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog


def answer(act: Callable[[Any], object], kind: type[QDialog] = QDialog) -> None:
    """Answer the dialog that is about to open; one that is open still afterwards is left without an answer."""

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, reply)
