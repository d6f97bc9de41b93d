"""The line under the current quote that tells what else is known of it: other speakers, doubts, a comment."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from core.model.records import Quote
from core.model.terms import Relation
from gui.views.fitting import fitted

_RELATIONS = {Relation.JOINT: "with ", Relation.ALTERNATIVE: "or ", Relation.RELAYED_BY: "passed on by "}


def remarks(quote: Quote) -> list[str]:
    """Return what there is to say as words and names by turns; all of them empty for nothing."""
    parts: list[str] = []
    for each in quote.more_speakers:
        parts += [f"{' · ' if parts else ''}{_RELATIONS[each.relation]}", each.speaker_name or "somebody"]
    rest = ["inside another quote"] if quote.parent else []
    if not quote.sure:
        rest.append("unsure")
    if quote.comment:
        rest.append(f"“{' '.join(quote.comment.split())}”")
    return [*parts, " · ".join(["", *rest] if parts and rest else rest)]


class Notes(QLabel):
    """One line, in which names are cut where it is too long, and then its end; the tooltip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("text_role", "note")
        self.setMinimumWidth(10)
        self.setFixedHeight(18)
        self._parts: Sequence[str] = ()

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show other words and names, which come by turns."""
        self._parts = parts
        words = "".join(parts)
        self.setText(words)
        self.setToolTip(words)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the words as there is room for."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        words = fitted(self._parts, QFontMetricsF(self.font()), self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()
