"""Quotedesk's own table: its columns, and the rows of one line of the data set."""

from collections.abc import Iterator, Set

from core.formats.table.cells import attributes_cell, seconds_cell, spans_cell
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
    "attributes",
    "quoted",
    "parent",
    "speaker_id",
    "mention_at",
    "cue_at",
    "decided_at",
    "url",
    "language",
    "sha256",
    "part",
    "article",
)
"""`text`, `mention`, `cue`, `start` and `end` are there to be read by people; what counts is in the cells of spans."""

MUST = ("document_id", "quote_id", "fragments")
"""By these columns a table is known as our own."""

GAP = " […] "

Cell = str | int | float | None
Row = dict[str, Cell]


def rows_of(line: AnnotatedDocument) -> Iterator[Row]:
    """Yield a row for each quote, the article's text in the first; an article without quotes has one row."""
    document, quotes = line.document, line.layer.quotes
    about = _about(line)
    first: Row = {
        "article": document.text,
        "sha256": document.sha256,
        "url": document.url,
        "language": document.language,
    }
    # A rejected suggestion has no row, so nothing can stand in it.
    parents = {quote.id for quote in quotes}
    rows = [_quote(document.text, quote, parents) for quote in quotes] or [{}]
    for number, row in enumerate(rows):
        yield about | row | (first if number == 0 else {})


def _about(line: AnnotatedDocument) -> Row:
    document, layer = line.document, line.layer
    return {
        "document_id": document.id,
        "title": document.title,
        "source": document.source,
        "date": document.date,
        "annotator": layer.annotator,
        "state": layer.state,
    }


def _quote(text: str, quote: Quote, parents: Set[str]) -> Row:
    start, end = quote.span
    return {
        "quote_id": quote.id,
        "kind": quote.kind,
        "text": GAP.join(surfaces(text, quote.fragments)),
        "speaker": quote.speaker_name,
        "speaker_type": quote.speaker_type,
        "mention": _words(text, quote.mention),
        "cue": _words(text, quote.cue),
        "more_speakers": seconds_cell(quote.more_speakers),
        "status": quote.status,
        "via": quote.decided.via if quote.decided else None,
        "confidence": quote.confidence,
        "start": start,
        "end": end,
        "fragments": spans_cell(quote.fragments),
        "flagged": "yes" if quote.flagged else "no",
        "sure": "yes" if quote.sure else "no",
        "comment": quote.comment,
        "attributes": attributes_cell(quote.attributes),
        "quoted": spans_cell(quote.quoted),
        "parent": quote.parent if quote.parent in parents else None,
        "speaker_id": quote.speaker_id,
        "mention_at": spans_cell([quote.mention]),
        "cue_at": spans_cell([quote.cue]),
        "decided_at": quote.decided.at if quote.decided else None,
    }


def _words(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span else ""
