"""One closed line round a run of text, however many lines it takes."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from gui.views.article.page import Row

RADIUS = 5.0
PAD = 2  # from the words to the middle of the line, which lies on the edge of the fill
SNAP = 8.0  # steps narrower than this are drawn as none


def outline(rows: Sequence[Row]) -> QPainterPath:
    """Return the path round rows of text that follow each other.

    All lines between the first and the last count as full, so three lines and more are always one path. Two
    that share no column, as when a word ends one line and another begins the next, get a path each.
    """
    path = QPainterPath()
    lines = _hulls(rows)
    apart = len(lines) == 2 and not _touch(*lines)
    for run in [lines[:1], lines[1:]] if apart else [lines]:
        if run:
            path.addPath(_rounded(_corners(run)))
    return path


def _hulls(rows: Sequence[Row]) -> list[Row]:
    """Return one padded row a line, on whole pixels so that the line is sharp."""
    lines: dict[float, Row] = {}
    for row in rows:
        known = lines.get(row.top, row)
        lines[row.top] = Row(row.top, row.bottom, min(known.left, row.left), max(known.right, row.right))
    return [Row(top, bottom, round(left) - PAD, round(right) + PAD) for top, bottom, left, right in lines.values()]


def _touch(upper: Row, lower: Row) -> bool:
    return min(upper.right, lower.right) - max(upper.left, lower.left) > 2 * RADIUS


def _corners(lines: Sequence[Row]) -> list[QPointF]:
    """Return the polygon clockwise: at most two steps, since all lines between first and last count as full."""
    first, last = lines[0], lines[-1]
    if len(lines) == 1:
        left, right, low, high = first.left, first.right, first.left, first.right
    else:
        right = max(line.right for line in lines[:-1])
        left = min(line.left for line in lines[1:])
        low, high = min(first.left, right), max(last.right, left)
        right, left = max(right, first.right), min(left, last.left)
    end = right if abs(high - right) < SNAP else high
    begin = left if abs(low - left) < SNAP else low
    step_left = lines[1].top if len(lines) > 1 else first.bottom
    step_right = last.top
    points = [(begin, first.top), (right, first.top)]
    points += [(right, step_right), (end, step_right)] if end != right else []
    points += [(end, last.bottom), (left, last.bottom)]
    points += [(left, step_left), (begin, step_left)] if begin != left else []
    return [QPointF(x, y) for x, y in points]


def _rounded(points: Sequence[QPointF]) -> QPainterPath:
    """Round every corner of a right-angled polygon, as far as its edges are long enough."""
    path = QPainterPath()
    count = len(points)
    for index, corner in enumerate(points):
        before, after = points[index - 1], points[(index + 1) % count]
        enter, leave = _towards(corner, before), _towards(corner, after)
        if index:
            path.lineTo(enter)
        else:
            path.moveTo(enter)
        path.quadTo(corner, leave)
    path.closeSubpath()
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    step = other - corner
    length = abs(step.x()) + abs(step.y())
    return corner + step * (min(RADIUS, length / 2) / length) if length else corner
