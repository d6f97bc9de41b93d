"""Shares a mention out among the people whom it may mean."""

import math

from core.model.reading import Mention
from core.rank.feature import Judges
from core.rank.reference import Reference
from core.rank.scorer import Scorer
from core.rank.weights import Weights

Shares = list[tuple[int | None, float]]
"""Person and probability; None stands for somebody whom the text does not name."""


class Antecedents:
    """Resolves names, role nouns and pronouns with weighted features."""

    def __init__(self, weights: Weights) -> None:
        self._persons = Scorer(Judges.ANTECEDENT, weights)
        self._itself = Scorer(Judges.ITSELF, weights)

    def shares(self, reference: Reference) -> Shares:
        """Return who is meant, the likeliest first; the probabilities add up to 1."""
        mention = reference.mention
        if mention.person is not None:
            return [(mention.person, 1.0)]
        if not takes_up(mention):
            return [(None, 1.0)]
        scores: list[tuple[int | None, float]] = [(None, self._itself.score(reference))]
        scores += [(person, self._persons.score(reference, person)) for person in reference.persons()]
        most = max(score for _, score in scores)
        powers = [(person, math.exp(score - most)) for person, score in scores]
        total = sum(power for _, power in powers)
        return sorted(
            ((person, power / total) for person, power in powers), key=lambda share: (-share[1], share[0] or -1)
        )


def takes_up(mention: Mention) -> bool:
    """Whether it can mean somebody named elsewhere."""
    if mention.sort == "pronoun":
        return mention.number != 0
    return mention.sort == "nominal" and mention.definite and mention.number == 1
