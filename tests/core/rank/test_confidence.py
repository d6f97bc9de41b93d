import msgspec
import pytest

from core.rank.confidence import Confidence, logistic
from core.rank.doubt import Doubt
from core.rank.weights import Weights, shipped_weights
from tests.core.rank.readings import reading

FIRST, SECOND = reading().passages
MINISTER = reading().mentions[2]


def test_a_quote_beside_its_cue_is_surer_than_one_without():
    sure = Confidence(shipped_weights())
    assert 0 < sure.of_span(SECOND) < sure.of_span(FIRST) < 1


def test_an_outcome_is_surer_the_surer_its_parts():
    sure = Confidence(shipped_weights())
    good = sure.of_outcome(Doubt(FIRST, 0.99, 0.98, 0.01, MINISTER, subject=True))
    assert sure.of_outcome(Doubt(FIRST, 0.3, 0.4, 0.35, MINISTER)) < good


def test_each_feature_counts_by_its_weight():
    sure = Confidence(Weights({"span.pieces": 2.0, "span.pieces/direct": -1.0}))
    split = msgspec.structs.replace(FIRST, fragments=FIRST.fragments * 2)
    assert sure.of_span(FIRST) == pytest.approx(0.5)
    assert sure.of_span(split) == pytest.approx(logistic(1.0))


def test_the_logistic_function():
    assert logistic(0) == 0.5
    assert logistic(800) == pytest.approx(1)
    assert logistic(-800) == pytest.approx(0)
