"""Marked words whose closing mark is missing: an attribution at their end is not part of them."""

from collections.abc import Sequence

import msgspec

from core.model.analysis import Analysis
from core.model.reading import Marked
from core.nlp.token_marks import token_range

_LONGEST = 8
"""Tokens of an attribution such as ", Dunne said."."""
_SAYING = frozenset({"say", "add", "tell", "explain", "note", "reply"})


def without_attributions(analysis: Analysis, marks: Sequence[Marked]) -> list[Marked]:
    """Return the marks, each that was never closed cut before a last ", Dunne said."."""
    return [mark if mark.closed else _cut(analysis, mark) for mark in marks]


def _cut(analysis: Analysis, mark: Marked) -> Marked:
    first, last = token_range(analysis, mark.start, mark.end)
    for token in range(last, max(first, last - _LONGEST), -1):
        if analysis.words[token] == ",":
            rest = range(token + 1, last + 1)
            if any(analysis.lemmas[t] in _SAYING and analysis.child(t, "nsubj") in rest for t in rest):
                return msgspec.structs.replace(mark, end=analysis.ends[token])
    return mark
