"""Which suggestions a person's decisions cover, so that labelling again does not ask for the same words twice."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from core.model.pairing import SAME
from core.model.records import Quote
from core.model.spans import overlap


def covering(suggestions: Iterable[Quote], decided: Sequence[Quote]) -> dict[str, str]:
    """Map each suggestion that a decided quote covers to that quote: the same id, or an overlap of half or more,
    be it with one of its pieces.
    """
    ordered = sorted(decided, key=lambda quote: quote.span)
    starts = [quote.span.start for quote in ordered]
    longest = max((quote.span.end - quote.span.start for quote in ordered), default=0)
    ids = {quote.id for quote in decided}
    found = {}
    for suggestion in suggestions:
        if suggestion.id in ids:
            found[suggestion.id] = suggestion.id
            continue
        start, end = suggestion.span
        near = ordered[bisect_left(starts, start - longest) : bisect_right(starts, end)]
        best = max(near, key=lambda quote: _likeness(suggestion, quote), default=None)
        if best is not None and _likeness(suggestion, best) >= SAME:
            found[suggestion.id] = best.id
    return found


def _likeness(suggestion: Quote, decided: Quote) -> float:
    """How much of it is the same; one piece of a joined quote covers the suggestion that it was joined from."""
    pieces = ([each] for each in decided.fragments) if len(decided.fragments) > 1 else ()
    return max(overlap(suggestion.fragments, form) for form in (decided.fragments, *pieces))
