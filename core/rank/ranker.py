"""Elects the speaker of each passage: a softmax over mentions, each shared out among the people it may mean."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.model.reading import Mention, Passage, Reading
from core.model.spans import Span
from core.rank.antecedents import Antecedents
from core.rank.candidates import candidates
from core.rank.confidence import span_confidence
from core.rank.evidence import evidence
from core.rank.feature import Feature, features
from core.rank.joint import joint
from core.rank.reference import Reference
from core.rank.situation import Atlas, Elected, Situation
from core.rank.standing import Standing
from core.rank.weights import Weights, shipped_weights

MOST_STANDINGS = 9
"""As many as there are digit keys."""
_LEAST = 0.002


@dataclass(frozen=True, slots=True)
class Election:
    """The outcome for one passage. What the standings lack to 1 is "no speaker"."""

    passage: Passage
    standings: tuple[Standing, ...]
    nobody: float
    confidence: float
    joint: tuple[Mention, ...] = ()

    @property
    def winner(self) -> Standing | None:
        """Who said it, or None if nobody in the text is likelier."""
        if not self.standings or self.nobody > self.standings[0].confidence:
            return None
        return self.standings[0]


@dataclass(slots=True)
class _Tally:
    """What one possible speaker has gathered over their mentions."""

    person: int | None
    best: Mention
    share: float = 0.0
    best_share: float = field(default=0.0)

    def add(self, mention: Mention, share: float) -> None:
        self.share += share
        if share > self.best_share:
            self.best, self.best_share = mention, share


class Ranker:
    """Holds the weights; the same reading always gives the same elections."""

    def __init__(self, weights: Weights | None = None) -> None:
        self._weights = weights or shipped_weights()
        self._features: list[tuple[Feature, float]] = [
            (feature, self._weights[feature.name])
            for feature in features()
            if feature.family != "antecedent" and self._weights[feature.name]
        ]
        self._antecedents = Antecedents(self._weights)

    def elect(self, reading: Reading) -> list[Election]:
        """Return one election for each passage, in order; earlier winners count in later ones."""
        atlas = Atlas(reading)
        earlier: list[Elected] = []
        elections = []
        for passage in reading.passages:
            election = self._elect_one(Situation(atlas, passage, tuple(earlier[-8:])))
            elections.append(election)
            winner = election.winner
            earlier.append(Elected(passage, winner.mention if winner else None, winner.person if winner else None))
        return elections

    def _elect_one(self, situation: Situation) -> Election:
        if situation.passage.turn is not None:
            return self._turn(situation)
        running = candidates(situation)
        scores = [self._score(situation, mention) for mention in running]
        bias = self._nobody(situation)
        shares, nobody = _softmax(scores, bias)
        tallies = self._tally(situation, running, shares)
        ranked = sorted(tallies, key=lambda tally: (-tally.share, tally.best.head))[:MOST_STANDINGS]
        standings = tuple(self._standing(situation, tally) for tally in ranked if tally.share >= _LEAST)
        best = standings[0].confidence if standings else 0.0
        sure = span_confidence(situation.passage, self._weights) * max(best, nobody)
        return Election(situation.passage, standings, nobody, round(sure, 4), joint(situation, standings))

    def _score(self, situation: Situation, mention: Mention) -> float:
        return sum(weight * feature.compute(situation, mention) for feature, weight in self._features)

    def _nobody(self, situation: Situation) -> float:
        cue = situation.passage.cue
        if cue is None:
            continued = situation.previous is not None and situation.previous.mention is not None
            return self._weights["nobody.no_cue" if continued else "nobody.alone"]
        return self._weights["nobody.cue" if situation.subject is not None else "nobody.cue_without_subject"]

    def _tally(self, situation: Situation, running: Sequence[Mention], shares: Sequence[float]) -> list[_Tally]:
        tallies: dict[object, _Tally] = {}
        for mention, share in zip(running, shares, strict=True):
            if share < _LEAST / 4:
                continue
            words = situation.words if mention is situation.subject else frozenset()
            reference = Reference(situation.atlas, mention, earlier=situation.earlier, words=words)
            known = self._settled(situation, mention)
            for person, part in known or self._antecedents.shares(reference):
                key: object = person
                if person is None:
                    start, end = mention.span
                    key = situation.atlas.analysis.text[start:end].lower()
                tallies.setdefault(key, _Tally(person, mention)).add(mention, share * part)
        return list(tallies.values())

    @staticmethod
    def _settled(situation: Situation, mention: Mention) -> list[tuple[int | None, float]]:
        """A mention that won an earlier passage means the same person as there."""
        for won in reversed(situation.earlier):
            if won.mention is not None and won.mention.head == mention.head and won.person is not None:
                return [(won.person, 1.0)]
        return []

    def _standing(self, situation: Situation, tally: _Tally) -> Standing:
        carried = [
            (weight * feature.compute(situation, tally.best), feature)
            for feature, weight in self._features
            if feature.says
        ]
        return Standing(
            person=tally.person,
            mention=tally.best,
            span=tally.best.span,
            confidence=round(tally.share, 4),
            evidence=evidence(situation, tally.best, carried, named=tally.person),
        )

    def _turn(self, situation: Situation) -> Election:
        """The label of a transcript's turn names who speaks."""
        passage = situation.passage
        label = passage.turn or Span(0, 0)
        mention = next((m for m in situation.atlas.reading.mentions if label.start <= m.span.start < label.end), None)
        standing = Standing(
            person=mention.person if mention else None,
            mention=mention,
            span=label,
            confidence=0.95,
            evidence="named before the colon",
        )
        return Election(passage, (standing,), 0.05, round(0.95 * span_confidence(passage, self._weights), 4))


def _softmax(scores: Sequence[float], nobody: float) -> tuple[list[float], float]:
    most = max([nobody, *scores])
    powers = [math.exp(score - most) for score in scores]
    none = math.exp(nobody - most)
    total = sum(powers) + none
    return [power / total for power in powers], none / total
