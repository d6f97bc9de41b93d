"""What the painted lists share: the ground of a row, words on one line, and small bars and chips."""

from unicodedata import east_asian_width

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.fonts import sans
from gui.theme import SLOTS, Theme
from gui.views.article.laid_block import reads_right_to_left

RADIUS = 7
CHIP = 20


def has(option: QStyleOptionViewItem, state: QStyle.StateFlag) -> bool:
    """Whether a row is in a state, such as under the pointer."""
    return bool(option.state & state)


def row_area(option: QStyleOptionViewItem) -> QRectF:
    """Return where a row is."""
    return QRectF(option.rect)


def draw_ground(painter: QPainter, area: QRectF, theme: Theme, role: str, *, ring: bool = False) -> None:
    """Fill a row's ground; `ring` draws the accent edge of the row that has the focus."""
    box = area.adjusted(1, 1, -1, -1) if ring else area
    painter.setPen(QPen(theme.colour("accent"), 2) if ring else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(role) if role else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, RADIUS, RADIUS)


def draw_words(  # noqa: PLR0913 - three of the six are named, as a painter's call reads best
    painter: QPainter, area: QRectF, words: str, *, font: QFont, colour: QColor, right: bool = False
) -> float:
    """Draw words on one line, cut with an ellipsis where they don't fit; return how wide they are.

    They read from the side from which their first letter is read, and stand at the left unless `right`.
    """
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, area.width()))
    painter.setFont(font)
    painter.setPen(colour)
    side = (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute
    before = painter.layoutDirection()
    if reads_right_to_left(shown):
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    painter.setLayoutDirection(before)
    return metrics.horizontalAdvance(shown)


def level(line: QRectF, font: QFont, other: QFont) -> QRectF:
    """Return the line on which words of one font stand level with those that another font has on `line`."""
    return line.translated(0, _below_middle(other) - _below_middle(font))


def _below_middle(font: QFont) -> float:
    metrics = QFontMetricsF(font)
    return metrics.ascent() - metrics.height() / 2


def cut(words: str, font: QFont, width: float) -> str:
    """Return as many whole words as a width has room for, an ellipsis after them; a very long word is cut itself."""
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, width))
    if shown == words:
        return words
    kept = shown.removesuffix("…")
    whole = kept if words[len(kept) : len(kept) + 1].isspace() else kept[: kept.rfind(" ") + 1]
    return f"{whole.rstrip() if 2 * len(whole) > len(kept) else kept}…"


def both_ends(name: str, font: QFont, width: float) -> str:
    """Return as much of a name as a width has room for, cut in the middle: two names may differ in their ends only."""
    return QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideMiddle, max(0.0, width))


def end_of(path: str, font: QFont, width: float) -> str:
    """Return as much of a path as a width has room for, cut at its front: paths differ in their ends."""
    return QFontMetricsF(font).elidedText(path, Qt.TextElideMode.ElideLeft, max(0.0, width))


def draw_chip(painter: QPainter, corner: QPointF, *, name: str, slot: int, theme: Theme) -> None:
    """Draw a speaker's round chip with a monogram; from the eighth speaker on it has a ring."""
    fill_chip(painter, QRectF(corner.x(), corner.y(), CHIP, CHIP), letters=monogram(name), slot=slot, theme=theme)


def fill_chip(painter: QPainter, area: QRectF, *, letters: str, slot: int, theme: Theme) -> None:
    """Draw a chip of the size of an area."""
    painter.setPen(QPen(theme.line(slot), 1.5) if slot > SLOTS else Qt.PenStyle.NoPen)
    painter.setBrush(theme.fill(slot))
    painter.drawEllipse(area.adjusted(1, 1, -1, -1) if slot > SLOTS else area)
    painter.setFont(sans(10, QFont.Weight.Bold))
    painter.setPen(theme.line(slot))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letters)


def monogram(name: str) -> str:
    """Return two letters for a name: initials of a long one, else the beginning of its last word.

    Of a script in which a letter is as wide as two, it is one.
    """
    words = [word for word in name.split() if word[:1].isalpha()]
    if len(words) > 2:
        letters = f"{words[0][0]}{words[1][0]}".upper()
    else:
        letters = (words[-1] if words else name)[:2].capitalize()
    return letters[:1] if any(east_asian_width(letter) in "WF" for letter in letters) else letters
