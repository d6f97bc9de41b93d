"""How sure it is that a passage is a quote and has the right bounds."""

import math

from core.model.reading import Passage
from core.rank.weights import Weights

_LONG = 12


def span_confidence(passage: Passage, weights: Weights) -> float:
    """Return P(span right), from the rule that found the passage, its length and its cue."""
    words = passage.last - passage.first + 1
    score = weights[f"span.{passage.how}"]
    score += weights["span.marked"] * bool(passage.quoted)
    score += weights["span.length"] * min(_LONG, words) / _LONG
    score += weights["span.strength"] * (passage.cue.strength if passage.cue else 0.0)
    score += weights["span.pieces"] * (len(passage.fragments) - 1)
    return 1 / (1 + math.exp(-score))
