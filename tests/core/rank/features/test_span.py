import pytest
from msgspec.structs import replace

from core.rank.feature import Judges, features
from core.rank.features import span
from tests.core.rank.readings import reading

FIRST, SECOND = reading().passages


def test_the_rule_that_found_it():
    ways = {feature.name: feature.compute for feature in features(Judges.SPAN)}
    assert (ways["span.after"](FIRST, None), ways["span.none"](FIRST, None)) == (1, 0)
    assert (ways["span.after"](SECOND, None), ways["span.none"](SECOND, None)) == (0, 1)


def test_marks_pieces_length_and_cue():
    assert span.marked(FIRST, None) == 1
    assert span.marked(replace(FIRST, quoted=()), None) == 0
    assert span.pieces(replace(FIRST, fragments=FIRST.fragments * 3), None) == 2
    assert span.length(FIRST, None) == pytest.approx(4 / 12)
    assert span.length(replace(FIRST, last=400), None) == 1
    assert (span.strength(FIRST, None), span.strength(SECOND, None)) == (1, 0)
