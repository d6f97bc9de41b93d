"""Spans of which no two share a word, for formats in which a word belongs to one span at most."""

from collections.abc import Iterable

from core.model.spans import Span


def apart(spans: Iterable[Span]) -> list[int]:
    """Return the positions of spans of which no two share a word: of those that do, the one that begins first stays,
    and of those that begin together the longest.
    """
    ordered = sorted(enumerate(spans), key=lambda pair: (pair[1].start, -pair[1].end))
    chosen: list[int] = []
    reached = 0
    for position, span in ordered:
        if span.start >= reached:
            chosen.append(position)
            reached = span.end
    return chosen
