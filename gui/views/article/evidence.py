"""Why the current quote is said to be somebody's: the words that name them, the verb, and who "the minister" is."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.model.records import Quote, Speaker
from core.model.spans import Span
from gui.views.article.outline import PAD
from gui.views.article.page import Page, Row
from gui.views.article.signs import bent
from gui.views.article.textures import faded

UNDER = 2.5
CURVE = 1.1
CURVE_SHARE = 0.7
DOT = 2.5
BELOW = 1.25  # the underlines of quotes, to the middle of the line under a name
LANE = 14  # from the text's edge into the margin
LEAST_SURNAME = 3


class Evidence(NamedTuple):
    """Spans of the text; `name` is where the name stands that the mention stands for."""

    mention: Span | None = None
    cue: Span | None = None
    name: Span | None = None

    @property
    def spans(self) -> list[Span]:
        """The spans that there are."""
        return [span for span in self if span is not None]


def evidence_of(text: str, quote: Quote, speaker: Speaker | None) -> Evidence:
    """Return what the text offers; the name is the nearest one before quote and mention."""
    mention = quote.mention
    if mention is None or speaker is None:
        return Evidence(mention, quote.cue)
    names = list(_names(speaker))
    said = text[mention.start : mention.end]
    if any(name in said for name in names):
        return Evidence(mention, quote.cue)
    before = min(mention.start, quote.span.start)
    found = [span for name in names if (span := _last(text, name, before))]
    return Evidence(mention, quote.cue, max(found, key=lambda span: (span.end, span.end - span.start), default=None))


def _names(speaker: Speaker) -> Iterator[str]:
    """Return the forms of a name that stand for themselves: no "he", no "the minister"."""
    for name in (speaker.name, *speaker.aliases):
        if name and not name[0].islower() and not name.lower().startswith("the "):
            yield name
            surname = name.split()[-1]
            if surname != name and len(surname) >= LEAST_SURNAME and not surname[0].islower():
                yield surname


def _last(text: str, name: str, before: int) -> Span | None:
    """Return the last place before an offset where a name stands as a whole word."""
    end = before
    while (at := text.rfind(name, 0, end)) >= 0:
        stop = at + len(name)
        if not text[at - 1 : at].isalnum() and not text[stop : stop + 1].isalnum():
            return Span(at, stop)
        end = at + len(name) - 1
    return None


def paint_evidence(painter: QPainter, page: Page, quote: Quote, evidence: Evidence, *, colour: QColor) -> None:
    """Paint lines under mention, verb and name, and the curve from the name to the quote."""
    for span, dotted in ((evidence.mention, False), (evidence.cue, True), (evidence.name, False)):
        if span is not None:
            _underline(painter, page, span, colour=colour, dotted=dotted)
    source = evidence.name or evidence.mention
    if evidence.mention is not None:
        row = _first_row(page, evidence.mention)
        if row and evidence.name:
            _dot(painter, QPointF((row.left + row.right) / 2, _height(page, row)), colour)
    if source is not None:
        _curve(painter, page, quote, source, colour=colour)


def _underline(painter: QPainter, page: Page, span: Span, *, colour: QColor, dotted: bool) -> None:
    pen = QPen(colour, 1.5 if dotted else UNDER)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dotted:
        pen.setDashPattern([1.3, 1.3])
    painter.setPen(pen)
    for row in page.rows(span):
        y = _height(page, row)
        painter.drawLine(QPointF(row.left, y), QPointF(row.right, y))


def _curve(painter: QPainter, page: Page, quote: Quote, source: Span, *, colour: QColor) -> None:
    start, rows = _first_row(page, source), page.rows(quote.fragments[0])
    if start is None or not rows:
        return
    begin = QPointF(start.left, _height(page, start))
    _dot(painter, begin, colour)
    if any(row.top == start.top for row in rows):
        return  # beside the quote: nothing to lead the eye over
    end = _arrival(page, rows)
    painter.setPen(QPen(faded(colour, CURVE_SHARE), CURVE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(bent(begin, end, page.column.left - LANE, radius=6.0))
    _dot(painter, end, colour)


def _arrival(page: Page, rows: list[Row]) -> QPointF:
    """Return where the curve meets the quote: a line that begins the column, else below the first word."""
    for row in rows[:2]:
        if row.left - page.column.left < 1:
            return QPointF(page.column.left - PAD, (row.top + row.bottom) / 2)
    return QPointF(rows[0].left - PAD, rows[0].bottom)


def _first_row(page: Page, span: Span) -> Row | None:
    return next(iter(page.rows(span)), None)


def _height(page: Page, row: Row) -> float:
    return row.top + page.underline + BELOW


def _dot(painter: QPainter, middle: QPointF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(middle, DOT, DOT)
