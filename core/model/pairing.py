"""Which quotes of two annotations of one text are the same: greedily, from the best overlap down."""

from collections.abc import Sequence

from core.model.spans import Span, overlap
from core.model.terms import Kind

SAME = 0.5
"""Intersection over union of the characters from which two quotes are the same, as this field judges systems."""

Forms = Sequence[Sequence[Span]]
"""The spans by which a quote may be recognised, of which the best counts: its fragments; of a mixed one the marked
parts too.
"""


def forms(fragments: Sequence[Span], quoted: Sequence[Span], kind: Kind) -> Forms:
    """Return the spans by which a quote may be recognised."""
    return (fragments, quoted) if kind is Kind.MIXED else (fragments,)


def paired(first: Sequence[Forms], second: Sequence[Forms], least: float = SAME) -> list[tuple[int, int]]:
    """Return the places of the quotes that are the same in both, in the order of the first; each is taken once."""
    ranked = sorted(
        (
            (likeness, i, j)
            for i, one in enumerate(first)
            for j, two in enumerate(second)
            if (likeness := _likeness(one, two)) >= least
        ),
        key=lambda each: -each[0],
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return sorted(pairs.items())


def _likeness(one: Forms, two: Forms) -> float:
    return max((overlap(a, b) for a in one for b in two), default=0.0)
