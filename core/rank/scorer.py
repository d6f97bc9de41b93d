"""Weighs what some features say: a plain sum, so that every part of a score has a name."""

from typing import Any

from core.rank.circumstances import circumstances
from core.rank.feature import Feature, Judges, features
from core.rank.weights import Weights

Weighed = list[tuple[Feature, float]]


class Scorer:
    """The features that judge one thing, with their weights in each circumstance; what weighs nothing is left out."""

    def __init__(self, judging: Judges, weights: Weights) -> None:
        self._circumstances = circumstances(judging)
        self._tables: dict[str, Weighed] = {
            name: [
                (feature, weight)
                for feature in features(judging)
                if (weight := weights[feature.name] + weights[f"{feature.name}/{name}"])
            ]
            for name in self._circumstances.names
        }

    def weighed(self, case: Any) -> Weighed:
        """Return the features with their weights for a case like this one."""
        return self._tables[self._circumstances.of(case)]

    def score(self, case: Any, option: Any = None) -> float:
        """Return the sum of weight times value; what `case` and `option` are, `Judges` says."""
        return sum(weight * feature.compute(case, option) for feature, weight in self.weighed(case))
