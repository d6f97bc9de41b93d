"""The version of PySide6 in use does not lose references to None, True and False (docs/decisions.md, 11)."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

EMITS, SLACK = 1000, 200


class Sender(QObject):
    sent = Signal(object)
    nothing = Signal()


@pytest.mark.parametrize("value", [None, True, False])
def test_a_thousand_signals_lose_nothing(value, qapp):
    sender = Sender()
    action = QAction("act")
    received = []
    sender.sent.connect(lambda each: received.append(each is value))
    sender.nothing.connect(lambda: None)
    action.triggered.connect(lambda checked: None)
    before = sys.getrefcount(value)
    for _ in range(EMITS):
        sender.sent.emit(value)
        sender.nothing.emit()
        action.trigger()
        action.setEnabled(True)
    assert sys.getrefcount(value) >= before - SLACK
    assert received == [True] * EMITS
