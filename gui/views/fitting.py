"""A line of words and names that is too long for its place: the names give way, the words between them stay."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

LEAST = 56
"""Pixels that a name keeps: as much as its first and its last letters need."""


def fitted(parts: Sequence[str], metrics: QFontMetricsF, width: float) -> str:
    """Return what there is room for of `parts`, which are words and names by turns.

    The longest names are cut first, in the middle. Where that is not enough the end of the line is cut too.
    """
    shown = list(parts)
    room = width - 1 - sum(map(metrics.horizontalAdvance, parts[::2]))
    names = sorted(range(1, len(parts), 2), key=lambda place: metrics.horizontalAdvance(parts[place]))
    for done, place in enumerate(names):
        share = max(LEAST, room / (len(names) - done))
        shown[place] = metrics.elidedText(parts[place], Qt.TextElideMode.ElideMiddle, share)
        room -= metrics.horizontalAdvance(shown[place])
    return metrics.elidedText("".join(shown), Qt.TextElideMode.ElideRight, width)
