"""The scores of a system: detection, speakers, candidates, confidence, over all texts of a gold standard."""

from collections.abc import Iterable, Sequence

from core.evaluation.calibration import Calibration, calibration
from core.evaluation.matching import Matching, matching
from core.evaluation.units import Said, Unit, found_units, gold_units
from core.evaluation.verdict import Judge, Verdict
from core.model.records import AnnotatedDocument, Quote, Record
from core.model.terms import Kind

PLACES = (1, 3, 5, 9)
"""How many candidates from the top are looked at."""

Pair = tuple[AnnotatedDocument, AnnotatedDocument]
"""One text in the gold standard, and what the system says of it."""


class Found(Record, frozen=True, kw_only=True):
    """How much of what was asked for was found; `precision`, `recall` and `f1` are 1 where there is nothing at all."""

    right: int
    found: int
    wanted: int
    precision: float
    recall: float
    f1: float


class OfKind(Record, frozen=True, kw_only=True):
    """Of the quotes of one kind: how many there are, the share found (as whatever kind), found with their speaker."""

    wanted: int
    recall: float
    with_speaker: float


class Speakers(Record, frozen=True, kw_only=True):
    """Of the found quotes that have a source: the share with the right one, with the right name of those that have a
    name, and with the right one among the first candidates, by how many. None where there are no such quotes.
    """

    quotes: int
    right: float | None
    names: int
    name_right: float | None
    among_first: dict[str, float | None]


class Scores(Record, frozen=True, kw_only=True):
    """All scores in one unit."""

    detection: Found
    exact: Found
    end_to_end: Found
    kinds: dict[str, OfKind]
    speakers: Speakers
    calibration: Calibration | None


class _Judged(Record, frozen=True, kw_only=True):
    gold: Quote
    found: Quote
    verdict: Verdict


def scores(pairs: Iterable[Pair], unit: Unit) -> Scores:
    """Compare a system with a gold standard, text by text."""
    judged: list[_Judged] = []
    wanted: list[Said] = []
    alarms: list[Said] = []
    exact = 0
    for gold, found in pairs:
        met, verdicts = _of_text(gold, found, unit)
        judged += verdicts
        wanted += met.wanted
        alarms += met.alarms
        exact += met.exact
    all_found = len(judged) + len(alarms)
    right = sum(each.verdict.right for each in judged)
    return Scores(
        detection=_found(len(judged), all_found, len(wanted)),
        exact=_found(exact, all_found, len(wanted)),
        end_to_end=_found(right, all_found, len(wanted)),
        kinds=_kinds(wanted, judged),
        speakers=_speakers([each.verdict for each in judged if each.verdict.sourced]),
        calibration=calibration(_sure(judged, alarms)),
    )


def _of_text(gold: AnnotatedDocument, found: AnnotatedDocument, unit: Unit) -> tuple[Matching, list[_Judged]]:
    text, quotes = gold.document.text, found.layer.quotes
    if not any(quote.parent for quote in gold.layer.quotes):
        # A standard that knows no quotes in quotes neither asks for them nor can it say that they are wrong.
        quotes = tuple(quote for quote in quotes if quote.parent is None)
    met = matching(text, gold_units(gold.layer.quotes, unit), found_units(quotes, unit))
    judge = Judge(text, gold.layer)
    verdicts = [
        _Judged(gold=one.quote, found=other.quote, verdict=judge.verdict(one.quote, other.quote))
        for one, other in met.pairs
    ]
    return met, verdicts


def _found(right: int, found: int, wanted: int) -> Found:
    precision = right / found if found else float(not wanted)
    recall = right / wanted if wanted else float(not found)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Found(right=right, found=found, wanted=wanted, precision=precision, recall=recall, f1=f1)


def _kinds(wanted: Sequence[Said], judged: Sequence[_Judged]) -> dict[str, OfKind]:
    kinds = {}
    for kind in Kind:
        count = sum(said.quote.kind is kind for said in wanted)
        met = [each for each in judged if each.gold.kind is kind]
        if count:
            right = sum(each.verdict.right for each in met)
            kinds[kind.value] = OfKind(wanted=count, recall=len(met) / count, with_speaker=right / count)
    return kinds


def _speakers(verdicts: Sequence[Verdict]) -> Speakers:
    named = [verdict.name for verdict in verdicts if verdict.name is not None]
    places = [verdict.place for verdict in verdicts]
    return Speakers(
        quotes=len(verdicts),
        right=_share([verdict.right for verdict in verdicts]),
        names=len(named),
        name_right=_share(named),
        among_first={str(most): _share([place is not None and place <= most for place in places]) for most in PLACES},
    )


def _share(right: Sequence[bool]) -> float | None:
    return sum(right) / len(right) if right else None


def _sure(judged: Sequence[_Judged], alarms: Sequence[Said]) -> list[tuple[float, bool]]:
    sure = [(each.found.confidence, each.verdict.right) for each in judged]
    sure += [(said.quote.confidence, False) for said in alarms]
    return [(confidence, right) for confidence, right in sure if confidence is not None]
