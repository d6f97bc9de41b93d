import msgspec
import pytest

from core.rank.confidence import span_confidence
from core.rank.weights import Weights, shipped_weights
from tests.core.rank.readings import reading


def test_a_quote_beside_its_cue_is_surer_than_one_without():
    first, second = reading().passages
    assert 0 < span_confidence(second, shipped_weights()) < span_confidence(first, shipped_weights()) < 1


def test_pieces_make_it_less_sure():
    first = reading().passages[0]
    split = msgspec.structs.replace(first, fragments=first.fragments * 3)
    assert span_confidence(split, shipped_weights()) < span_confidence(first, shipped_weights())


def test_without_weights_nothing_is_known():
    assert span_confidence(reading().passages[0], Weights({})) == pytest.approx(0.5)
