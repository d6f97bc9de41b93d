"""The line under the current quote that tells what else is known of it: other speakers, doubts, a comment."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from core.model.records import Quote
from core.model.terms import Relation

_RELATIONS = {Relation.JOINT: "with {}", Relation.ALTERNATIVE: "or {}", Relation.RELAYED_BY: "passed on by {}"}


def remarks(quote: Quote) -> str:
    """Return what there is to say, "" for nothing."""
    parts = [_RELATIONS[each.relation].format(each.speaker_name or "somebody") for each in quote.more_speakers]
    if quote.parent:
        parts.append("inside another quote")
    if not quote.sure:
        parts.append("unsure")
    if quote.comment:
        parts.append(f"“{' '.join(quote.comment.split())}”")
    return " · ".join(parts)


class Notes(QLabel):
    """One line, cut with an ellipsis where it is too long; the tooltip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("text_role", "note")
        self.setMinimumWidth(10)
        self.setFixedHeight(18)

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self.setToolTip(words)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the words as there is room for."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()
