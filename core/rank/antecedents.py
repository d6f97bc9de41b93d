"""Shares a mention out among the people whom it may mean."""

import math

from core.model.reading import Mention
from core.rank.feature import Feature, features
from core.rank.reference import Reference
from core.rank.weights import Weights

Shares = list[tuple[int | None, float]]
"""Person and probability; None stands for somebody whom the text does not name."""


class Antecedents:
    """Resolves names, role nouns and pronouns with weighted features."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._features: list[tuple[Feature, float]] = [
            (feature, weights[feature.name])
            for feature in features()
            if feature.family == "antecedent" and weights[feature.name]
        ]

    def shares(self, reference: Reference) -> Shares:
        """Return who is meant, the likeliest first; the probabilities add up to 1."""
        mention = reference.mention
        if mention.person is not None:
            return [(mention.person, 1.0)]
        if not _takes_up(mention):
            return [(None, 1.0)]
        scores: list[tuple[int | None, float]] = [(None, self._itself(mention))]
        scores += [(person, self._score(reference, person)) for person in reference.persons()]
        most = max(score for _, score in scores)
        powers = [(person, math.exp(score - most)) for person, score in scores]
        total = sum(power for _, power in powers)
        return sorted(
            ((person, power / total) for person, power in powers), key=lambda share: (-share[1], share[0] or -1)
        )

    def _score(self, reference: Reference, person: int) -> float:
        base = self._weights["antecedent.of_pronoun" if reference.mention.sort == "pronoun" else "antecedent.of_role"]
        return base + sum(weight * feature.compute(reference, person) for feature, weight in self._features)

    def _itself(self, mention: Mention) -> float:
        if mention.sort == "pronoun":
            return self._weights["itself.plural" if mention.number == 2 else "itself.pronoun"]
        return self._weights["itself.role" if mention.definite else "itself.new"]


def _takes_up(mention: Mention) -> bool:
    """Whether it can mean somebody named elsewhere."""
    if mention.sort == "pronoun":
        return mention.number != 0
    return mention.sort == "nominal" and mention.definite and bool(mention.roles) and mention.number == 1
