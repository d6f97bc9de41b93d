"""Elects the speaker of each passage: a softmax over mentions, each shared out among the people it may mean."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.model.reading import Mention, Passage, Person, Reading
from core.model.spans import Span
from core.rank.antecedents import Antecedents
from core.rank.candidates import candidates
from core.rank.confidence import Confidence
from core.rank.doubt import Doubt
from core.rank.evidence import evidence
from core.rank.feature import Judges
from core.rank.joint import joint
from core.rank.reference import reference_to
from core.rank.scorer import Scorer
from core.rank.situation import Atlas, Elected, Situation
from core.rank.standing import Standing
from core.rank.weights import Weights, shipped_weights

MOST_STANDINGS = 9
"""As many as there are digit keys."""
_LEAST = 0.002
_REMEMBERED = 8
"""Earlier passages that a situation knows of."""
_LABELLED = 0.95
"""The share of whom the label of a turn names."""


@dataclass(frozen=True, slots=True)
class Election:
    """The outcome for one passage. What the standings lack to 1 is "no speaker"."""

    passage: Passage
    standings: tuple[Standing, ...]
    nobody: float
    confidence: float
    doubt: Doubt
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
        weights = weights or shipped_weights()
        self._mentions = Scorer(Judges.MENTION, weights)
        self._nobody = Scorer(Judges.NOBODY, weights)
        self._antecedents = Antecedents(weights)
        self._confidence = Confidence(weights)

    def elect(self, reading: Reading) -> list[Election]:
        """Return one election for each passage, in order; earlier winners count in later ones."""
        return [election for _, election in self.walk(reading)]

    def walk(self, reading: Reading) -> Iterator[tuple[Situation, Election]]:
        """Yield each election with the situation in which it was held."""
        atlas = Atlas(reading)
        earlier: list[Elected] = []
        for passage in reading.passages:
            situation = Situation(atlas, passage, tuple(earlier[-_REMEMBERED:]))
            election = self._elect_one(situation)
            yield situation, election
            winner = election.winner
            earlier.append(Elected(passage, winner.mention if winner else None, winner.person if winner else None))

    def _elect_one(self, situation: Situation) -> Election:
        if situation.passage.turn is not None:
            return self._turn(situation)
        running = candidates(situation)
        scores = [self._mentions.score(situation, mention) for mention in running]
        shares, nobody = _softmax(scores, self._nobody.score(situation))
        tallies = self._tally(situation, running, shares)
        ranked = sorted(tallies, key=lambda tally: (-tally.share, tally.best.head))[:MOST_STANDINGS]
        standings = tuple(self._standing(situation, tally) for tally in ranked if tally.share >= _LEAST)
        doubt = self._doubt(situation, standings, nobody)
        sure = round(self._confidence.of_outcome(doubt), 4)
        return Election(situation.passage, standings, nobody, sure, doubt, joint(situation, standings))

    def _doubt(self, situation: Situation, standings: Sequence[Standing], nobody: float) -> Doubt:
        shares = [standing.confidence for standing in standings]
        first, second = [*sorted([*shares, nobody], reverse=True), 0.0][:2]
        won = bool(shares) and shares[0] >= nobody
        mention = standings[0].mention if won else None
        return Doubt(
            passage=situation.passage,
            span=self._confidence.of_span(situation.passage),
            first=first,
            second=second,
            mention=mention,
            subject=mention is not None and mention is situation.subject,
        )

    def _tally(self, situation: Situation, running: Sequence[Mention], shares: Sequence[float]) -> list[_Tally]:
        tallies: dict[object, _Tally] = {}
        for mention, share in zip(running, shares, strict=True):
            if share < _LEAST / 4:
                continue
            known = self._settled(situation, mention)
            for person, part in known or self._antecedents.shares(reference_to(situation, mention)):
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
            for feature, weight in self._mentions.weighed(situation)
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
        reading = situation.atlas.reading
        mention = next((m for m in reading.mentions if label.start <= m.span.start < label.end), None)
        words = reading.analysis.text[label.start : label.end].casefold()
        named = (place for place, person in enumerate(reading.people) if words in _names(person))
        standing = Standing(
            person=mention.person if mention and mention.person is not None else next(named, None),
            mention=mention,
            span=label,
            confidence=_LABELLED,
            evidence="named before the colon",
        )
        nobody = round(1 - _LABELLED, 4)
        doubt = self._doubt(situation, [standing], nobody)
        return Election(passage, (standing,), nobody, round(self._confidence.of_outcome(doubt), 4), doubt)


def _names(person: Person) -> set[str]:
    return {name.casefold() for name in (person.name, *person.aliases)} | {person.name.casefold().split()[-1]}


def _softmax(scores: Sequence[float], nobody: float) -> tuple[list[float], float]:
    most = max([nobody, *scores])
    powers = [math.exp(score - most) for score in scores]
    none = math.exp(nobody - most)
    total = sum(powers) + none
    return [power / total for power in powers], none / total
