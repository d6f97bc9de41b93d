"""A text cut at every edge, so that quotes which nest or overlap become runs that one element each can show."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.model.records import Quote
from core.model.spans import Span, size
from core.model.terms import Kind


class Run(NamedTuple):
    """Words that the same quotes cover. `quotes` are indices, the outermost first; the last one colours the run."""

    span: Span
    quotes: tuple[int, ...]
    starts: tuple[tuple[int, int], ...]
    """Which pieces of which quotes begin here: (quote, piece)."""
    marked: bool
    """Whether the words are shown as verbatim ones of the innermost quote."""
    mention_of: int | None
    cue_of: int | None


class _Cover(NamedTuple):
    """One span that covers words: a piece of a quote, its marked words, its mention or its cue."""

    what: str
    quote: int
    piece: int


def runs(length: int, quotes: Sequence[Quote], walls: Sequence[int]) -> Iterator[Run]:
    """Yield the runs of a text of this length; none of them crosses a wall, such as the end of a paragraph."""
    opening: defaultdict[int, list[_Cover]] = defaultdict(list)
    closing: defaultdict[int, list[_Cover]] = defaultdict(list)
    for index, quote in enumerate(quotes):
        for span, cover in _covers(index, quote):
            opening[span.start].append(cover)
            closing[span.end].append(cover)
    edges = sorted({0, length, *opening, *closing, *walls})
    active: set[_Cover] = set()
    for start, end in pairwise(edges):
        active.difference_update(closing.get(start, ()))
        begun = opening.get(start, ())
        active.update(begun)
        yield _run(Span(start, end), active, begun, quotes)


def _covers(index: int, quote: Quote) -> Iterator[tuple[Span, _Cover]]:
    for piece, span in enumerate(quote.fragments):
        yield span, _Cover("piece", index, piece)
    for part, span in enumerate(quote.quoted):
        yield span, _Cover("marked", index, part)
    if quote.mention:
        yield quote.mention, _Cover("mention", index, 0)
    if quote.cue:
        yield quote.cue, _Cover("cue", index, 0)


def _run(span: Span, active: set[_Cover], begun: Sequence[_Cover], quotes: Sequence[Quote]) -> Run:
    inside = {cover.quote for cover in active if cover.what == "piece"}
    ordered = sorted(
        inside, key=lambda index: (-size(quotes[index].fragments), quotes[index].parent is not None, index)
    )
    evidence = {cover.what: cover.quote for cover in sorted(active, reverse=True)}
    return Run(
        span=span,
        quotes=tuple(ordered),
        starts=tuple(sorted((cover.quote, cover.piece) for cover in begun if cover.what == "piece")),
        marked=bool(ordered) and _verbatim(ordered[-1], quotes, active),
        mention_of=evidence.get("mention"),
        cue_of=evidence.get("cue"),
    )


def _verbatim(index: int, quotes: Sequence[Quote], active: set[_Cover]) -> bool:
    quote = quotes[index]
    if quote.kind is Kind.DIRECT and not quote.quoted:
        return True
    return any(cover.what == "marked" and cover.quote == index for cover in active)
