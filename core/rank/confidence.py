"""How sure an outcome is: that the passage is a quote, and that it and its speaker are right."""

import math

from core.model.reading import Passage
from core.rank.doubt import Doubt
from core.rank.feature import Judges
from core.rank.scorer import Scorer
from core.rank.weights import Weights


class Confidence:
    """Two logistic regressions over named features."""

    def __init__(self, weights: Weights) -> None:
        self._span = Scorer(Judges.SPAN, weights)
        self._trust = Scorer(Judges.TRUST, weights)

    def of_span(self, passage: Passage) -> float:
        """Return P(the passage is a quote with these bounds), an overlap of half or more counting as the same."""
        return logistic(self._span.score(passage))

    def of_outcome(self, doubt: Doubt) -> float:
        """Return P(span and speaker right)."""
        return logistic(self._trust.score(doubt))


def logistic(score: float) -> float:
    """Return the probability whose log-odds are `score`."""
    return 1 / (1 + math.exp(-score)) if score >= 0 else 1 - 1 / (1 + math.exp(score))
