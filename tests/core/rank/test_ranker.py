import pytest

from core.model.reading import Reading
from core.rank.ranker import Ranker
from core.rank.weights import Weights
from tests.core.rank.readings import TEXT, reading


def test_the_minister_is_ann():
    first, second = Ranker().elect(reading())
    assert first.winner.person == 0
    assert TEXT[slice(*first.winner.span)] == "the minister"
    assert first.winner.evidence == "“the minister”, subject of “said”"
    assert second.confidence < first.confidence


def test_the_same_reading_gives_the_same_elections():
    assert Ranker().elect(reading()) == Ranker().elect(reading())


def test_confidences_are_probabilities():
    for election in Ranker().elect(reading()):
        shares = [standing.confidence for standing in election.standings]
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) + election.nobody == pytest.approx(1, abs=0.02)
        assert 0 <= election.confidence <= 1


def test_without_weights_everybody_is_alike():
    first, _ = Ranker(Weights({"distance.unknown": 9.0})).elect(reading())
    assert len(first.standings) >= 2
    assert first.standings[0].confidence < 0.6


def test_nobody_named_means_nobody():
    parse = reading()
    alone = Reading(analysis=parse.analysis, passages=parse.passages[1:])
    [election] = Ranker().elect(alone)
    assert election.winner is None
    assert election.standings == ()
    assert election.nobody == pytest.approx(1)


def test_an_empty_reading():
    parse = reading()
    assert Ranker().elect(Reading(analysis=parse.analysis)) == []
