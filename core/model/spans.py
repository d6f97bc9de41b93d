"""Arithmetic on spans of a text. Offsets are Unicode code points, half-open, everywhere in `core`."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text: `text[start:end]`, counted in Unicode code points."""

    start: int
    end: int


def hull(fragments: Sequence[Span]) -> Span:
    """Return the smallest span around all fragments; they are in text order, and none lies in another."""
    return Span(fragments[0].start, fragments[-1].end)


def text_order(span: Span, id: str) -> tuple[int, int, str]:
    """Return the place of a quote among those of its text: what holds another one stands before it."""
    return span.start, -span.end, id


def surfaces(text: str, fragments: Iterable[Span]) -> tuple[str, ...]:
    """Return the words of each fragment, the checksum that travels with a dataset."""
    return tuple(text[start:end] for start, end in fragments)


def size(fragments: Iterable[Span]) -> int:
    """Return the number of characters in all fragments together."""
    return sum(end - start for start, end in fragments)


def shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    """Return how many characters two lists of disjoint spans have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the intersection over the union of two lists of spans, 0 to 1."""
    common = shared(one, other)
    return common / (size(one) + size(other) - common) if common else 0.0


def flaw(fragments: Sequence[Span], length: int) -> str | None:
    """Say what is wrong with the fragments in a text of `length` code points, or None if nothing is."""
    if not fragments:
        return "there is no span"
    previous = 0
    for start, end in fragments:
        if start < 0 or end > length:
            return f"{start}-{end} lies outside the text of {length} characters"
        if start >= end:
            return f"{start}-{end} is empty"
        if start < previous:
            return f"{start}-{end} overlaps the span before it or is out of order"
        previous = end
    return None
