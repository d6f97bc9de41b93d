"""Learns the weights from annotated articles: sources, antecedents, spans and the trust in the outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from core.model.reading import Reading
from core.model.records import Layer, Quote
from core.rank.antecedents import takes_up
from core.rank.candidates import candidates
from core.rank.circumstances import circumstances
from core.rank.feature import Judges, features
from core.rank.fitting import Choice, fit
from core.rank.ranker import Ranker
from core.rank.reference import reference_to
from core.rank.situation import Situation
from core.rank.truth import Truth
from core.rank.weights import Weights

ROUNDS = 2
"""Whom earlier passages were given counts in later ones, so the second round learns from the first one's outcomes."""
FOLDS = 5
"""The trust is learnt from outcomes on articles that the weights of the outcome did not see."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article as the rules read it, and what a person says about it."""

    reading: Reading
    layer: Layer

    @property
    def truth(self) -> Truth:
        """The one beside the other."""
        return Truth(self.reading, self.layer)


@dataclass(frozen=True, slots=True)
class Pulls:
    """How strongly each group of weights is held where it starts (`core.rank.fitting`).

    What a feature weighs more or less in some circumstance is told by fewer examples than what it weighs at all, so
    those weights are held `circumstance` times as strongly.
    """

    source: float = 3.0
    antecedent: float = 10.0
    trust: float = 1.0
    circumstance: float = 10.0

    def of(self, names: Sequence[str], pull: float) -> dict[str, float]:
        """Return the pull of each column of a group."""
        return {name: pull * (self.circumstance if "/" in name else 1.0) for name in names}


@dataclass(slots=True)
class _Choices:
    sources: list[Choice] = field(default_factory=list)
    antecedents: list[Choice] = field(default_factory=list)
    spans: list[Choice] = field(default_factory=list)


def train(lessons: Sequence[Lesson], start: Weights, pulls: Pulls | None = None) -> Weights:
    """Return weights fitted to the lessons. The same lessons in the same order give the same weights."""
    pulls = pulls or Pulls()
    weights = _fitted(lessons, start, pulls)
    outcomes: list[Choice] = []
    for fold in range(FOLDS):
        others = [lesson for place, lesson in enumerate(lessons) if place % FOLDS != fold]
        ranker = Ranker(_fitted(others, start, pulls))
        for lesson in lessons[fold::FOLDS]:
            outcomes.extend(_outcomes(ranker, lesson))
    return _with(weights, fit(pulls.of(_names(_TRUST), pulls.trust), outcomes, start.by_name))


def _fitted(lessons: Sequence[Lesson], start: Weights, pulls: Pulls) -> Weights:
    weights = start
    for _ in range(ROUNDS):
        choices = _gathered(lessons, Ranker(weights))
        for found, judges, pull in (
            (choices.sources, _SOURCE, pulls.source),
            (choices.antecedents, _PERSON, pulls.antecedent),
            (choices.spans, _SPAN, pulls.trust),
        ):
            weights = _with(weights, fit(pulls.of(_names(judges), pull), found, start.by_name))
    return weights


_SOURCE = (Judges.MENTION, Judges.NOBODY)
_PERSON = (Judges.ANTECEDENT, Judges.ITSELF)
_SPAN, _TRUST = (Judges.SPAN,), (Judges.TRUST,)


def _names(judges: Sequence[Judges]) -> list[str]:
    """The columns of a table: each feature's name, and its name in each circumstance."""
    names = []
    for each in judges:
        for circumstance in ("", *(f"/{name}" for name in circumstances(each).names)):
            names += [feature.name + circumstance for feature in features(each)]
    return names


def _row(judges: Sequence[Judges], case: Any, judged: Judges, option: Any) -> list[float]:
    """The values of an option, which one kind of feature judges; the columns of the others are 0."""
    row: list[float] = []
    for each in judges:
        values = [feature.compute(case, option) if each is judged else 0.0 for feature in features(each)]
        row += values
        own = circumstances(each).of(case)
        for name in circumstances(each).names:
            row += values if name == own else [0.0] * len(values)
    return row


def _with(weights: Weights, learnt: dict[str, float]) -> Weights:
    return Weights(weights.by_name | learnt)


def _gathered(lessons: Sequence[Lesson], ranker: Ranker) -> _Choices:
    choices = _Choices()
    for lesson in lessons:
        truth = lesson.truth
        for situation, _ in ranker.walk(lesson.reading):
            quote = truth.quote(situation.passage)
            choices.spans.append(_yes_or_no(_SPAN, situation.passage, yes=quote is not None))
            if quote is not None and situation.passage.turn is None:
                choices.sources.append(_source(situation, quote, truth))
                choices.antecedents.extend(_antecedent(situation, quote, truth))
    return choices


def _source(situation: Situation, quote: Quote, truth: Truth) -> Choice:
    running = candidates(situation)
    nobody = quote.mention is None and quote.speaker_id is None
    right = [
        truth.is_source(quote, mention) or (mention is situation.subject and truth.is_named_by(quote, mention))
        for mention in running
    ]
    return _choice(_SOURCE, situation, [*running, None], [*right, nobody])


def _antecedent(situation: Situation, quote: Quote, truth: Truth) -> Iterator[Choice]:
    """The mention which the text offers as the source, if it takes up somebody whom the text names elsewhere."""
    for mention in candidates(situation):
        if mention.person is None and takes_up(mention) and truth.is_source(quote, mention):
            reference = reference_to(situation, mention)
            persons = reference.persons()
            right = [truth.is_meant(quote, person) for person in persons]
            yield _choice(_PERSON, reference, [*persons, None], [*right, quote.speaker_id is None])


def _outcomes(ranker: Ranker, lesson: Lesson) -> Iterator[Choice]:
    truth = lesson.truth
    for situation, election in ranker.walk(lesson.reading):
        winner = election.winner
        right = truth.is_right(situation.passage, winner.mention if winner else None, winner.person if winner else None)
        yield _yes_or_no(_TRUST, election.doubt, yes=right)


def _yes_or_no(judges: Sequence[Judges], case: Any, *, yes: bool) -> Choice:
    row = _row(judges, case, judges[0], None)
    return Choice(np.array([row, [0.0] * len(row)]), np.array([yes, not yes]))


def _choice(judges: Sequence[Judges], case: Any, options: Sequence[Any], right: Sequence[bool]) -> Choice:
    """The last option is None, which the second kind of feature judges; the first kind judges all others."""
    rows = [_row(judges, case, judges[option is None], option) for option in options]
    return Choice(np.array(rows), np.array(right))
