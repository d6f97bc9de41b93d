"""What stands on the screen, against what would be painted now: a difference is something that nobody repainted."""

import time

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

QUIET = 0.1
"""Seconds after which lists, counts and previews have followed."""
ROUNDING = 16
"""How far a colour may be off: what was scrolled is smoothed at another place than what is painted there."""


def stale(window: QWidget) -> QRect:
    """Return where a window shows something old, once it has come to rest; empty if nowhere."""
    until = time.monotonic() + QUIET
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.002)
    shown = window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    fresh = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert shown.size() == fresh.size()
    found = QRect()
    for y in range(shown.height()):
        old, new = (bytes(image.constScanLine(y)) for image in (shown, fresh))
        if old != new:
            for at in _apart(old, new):
                found |= QRect(QPoint(at // 4, y), QPoint(at // 4, y))
    return found


def _apart(old: bytes, new: bytes) -> list[int]:
    return [at for at, (one, other) in enumerate(zip(old, new, strict=True)) if abs(one - other) > ROUNDING]
