"""What may stand in the columns of a table of tokens: the pieces of quotes by kind, cues and mentions."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from core.formats.training.apart import apart
from core.model.records import Quote
from core.model.spans import Span
from core.model.terms import Kind

KINDS = (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)


class Mark(NamedTuple):
    """A span of one column, and the quotes to which it belongs."""

    span: Span
    label: str
    quotes: tuple[Quote, ...]


def columns_of(quotes: Sequence[Quote]) -> list[list[Mark]]:
    """Return what may stand in each column, kinds first."""
    kinds = [
        [Mark(span, kind, (quote,)) for quote in quotes if quote.kind is kind for span in quote.fragments]
        for kind in KINDS
    ]
    cues = _shared("cue", quotes, lambda quote: quote.cue)
    return [*kinds, cues, _shared("speaker", quotes, lambda quote: quote.mention)]


def without_place(quotes: Sequence[Quote]) -> set[str]:
    """Return the ids of the quotes of which something shares words with another mark of its column that stays."""
    found: set[str] = set()
    for column in columns_of(quotes):
        kept = set(apart(mark.span for mark in column))
        found |= {quote.id for place, mark in enumerate(column) if place not in kept for quote in mark.quotes}
    return found


def _shared(label: str, quotes: Sequence[Quote], place: Callable[[Quote], Span | None]) -> list[Mark]:
    """Return one mark for each place, with all quotes that have it."""
    at: dict[Span, list[Quote]] = {}
    for quote in quotes:
        if span := place(quote):
            at.setdefault(span, []).append(quote)
    return [Mark(span, label, tuple(some)) for span, some in at.items()]
