"""CSV for spreadsheets: one row a quote. Write only, since a row can't hold all that a quote has."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from core.formats.losses import EVERYTHING, Trait
from core.model.records import AnnotatedDocument, Quote
from core.model.spans import Span, surfaces

COLUMNS = (
    "document_id",
    "title",
    "source",
    "date",
    "annotator",
    "state",
    "quote_id",
    "kind",
    "text",
    "speaker",
    "speaker_type",
    "mention",
    "cue",
    "more_speakers",
    "status",
    "via",
    "confidence",
    "start",
    "end",
    "fragments",
    "flagged",
    "sure",
    "comment",
)
GAP = " […] "
_FORMULA = frozenset("=+-@＝＋－＠")

Cell = str | int | float | None


class CsvTable:
    """Writes a table that spreadsheets open as UTF-8 and in which no cell is run as a formula."""

    name = "csv"
    suffixes = (".csv",)
    title = "Table for spreadsheets (CSV)"
    keeps = EVERYTHING - {
        Trait.QUOTED,
        Trait.NESTED,
        Trait.DECISION,
        Trait.CANDIDATES,
        Trait.ATTRIBUTES,
        Trait.EXTRA,
        Trait.REJECTED,
        Trait.ROSTER,
        Trait.ZONES,
        Trait.MODEL,
    }

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write a heading and a row for each quote; returns the number of quotes. Rejected ones are left out."""
        text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
        try:
            rows = csv.writer(text)
            rows.writerow(COLUMNS)
            count = 0
            for line in lines:
                for quote in line.layer.quotes:
                    rows.writerow([_guarded(cell) for cell in _row(line, quote)])
                    count += 1
            text.flush()
        finally:
            text.detach()
        return count


def _row(line: AnnotatedDocument, quote: Quote) -> tuple[Cell, ...]:
    document, layer = line.document, line.layer
    start, end = quote.span
    return (
        document.id,
        document.title,
        document.source,
        document.date,
        layer.annotator,
        layer.state,
        quote.id,
        quote.kind,
        GAP.join(surfaces(document.text, quote.fragments)),
        quote.speaker_name,
        quote.speaker_type,
        _words(document.text, quote.mention),
        _words(document.text, quote.cue),
        "; ".join(f"{second.speaker_name or ''} ({second.relation})".strip() for second in quote.more_speakers),
        quote.status,
        quote.decided.via if quote.decided else None,
        quote.confidence,
        start,
        end,
        " ".join(f"{one.start}:{one.end}" for one in quote.fragments),
        "yes" if quote.flagged else "no",
        "yes" if quote.sure else "no",
        quote.comment,
    )


def _words(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span else ""


def _guarded(cell: Cell) -> Cell:
    """Put an apostrophe before what a spreadsheet would run; numbers stay numbers."""
    if not isinstance(cell, str) or not cell:
        return cell
    # Tabs and line ends at the start are dropped by some programs, which then see the sign behind them.
    hidden = cell[0] in "\t\r\n" or cell.lstrip()[:1] in _FORMULA
    return f"'{cell}" if hidden and cell.strip() else cell
