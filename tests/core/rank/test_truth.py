from msgspec.structs import replace

from core.model.records import Layer
from core.rank.truth import Truth
from tests.core.rank.layers import ANN, BOB, FIRST, MINISTER, SECOND, layer
from tests.core.rank.readings import reading

TRUTH = Truth(reading(), layer())
SAID, NOBODY = layer().quotes


def test_passages_and_their_quotes():
    assert TRUTH.quote(FIRST) == SAID
    assert Truth(reading(), Layer()).quote(FIRST) is None


def test_the_source_is_told_by_its_place():
    assert TRUTH.is_source(SAID, MINISTER)
    assert not TRUTH.is_source(SAID, ANN)
    assert not TRUTH.is_source(SAID, BOB)


def test_without_a_place_by_its_name():
    placeless = replace(SAID, mention=None)
    assert TRUTH.is_source(placeless, ANN)
    assert not TRUTH.is_source(placeless, BOB)
    assert not TRUTH.is_source(placeless, MINISTER)


def test_who_is_meant():
    assert TRUTH.is_meant(SAID, 0)
    assert not TRUTH.is_meant(SAID, 1)


def test_an_outcome_is_right_if_mention_and_person_are():
    assert TRUTH.is_right(FIRST, MINISTER, 0)
    assert TRUTH.is_right(FIRST, MINISTER, None)
    assert not TRUTH.is_right(FIRST, MINISTER, 1)
    assert TRUTH.is_right(FIRST, ANN, 0)
    assert not TRUTH.is_right(FIRST, None, None)


def test_nobody_is_right_where_nobody_is_named():
    assert TRUTH.is_right(SECOND, None, None)
    assert not TRUTH.is_right(SECOND, ANN, 0)


def test_no_quote_no_right_speaker():
    assert not Truth(reading(), Layer()).is_right(SECOND, None, None)
