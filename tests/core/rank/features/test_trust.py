import pytest

from core.rank.doubt import Doubt
from core.rank.feature import Judges, features
from core.rank.features import trust
from tests.core.rank.readings import reading

FIRST = reading().passages[0]
MINISTER = reading().mentions[2]
WON, LOST = Doubt(FIRST, 0.9, 0.8, 0.1, MINISTER, subject=True), Doubt(FIRST, 0.5, 1.0, 0.0)


def test_odds_are_logarithms_with_a_limit():
    assert trust.span(LOST, None) == pytest.approx(0)
    assert trust.winner(WON, None) == pytest.approx(1.386, abs=0.001)
    assert trust.winner(LOST, None) == 4


def test_lead_and_winner():
    assert trust.lead(WON, None) == pytest.approx(0.7)
    assert (trust.nobody(WON, None), trust.nobody(LOST, None)) == (0, 1)
    assert (trust.subject(WON, None), trust.subject(LOST, None)) == (1, 0)
    assert trust.any_(WON, None) == 1


def test_sort_and_kind():
    values = {feature.name: feature.compute(WON, None) for feature in features(Judges.TRUST)}
    assert (values["trust.nominal"], values["trust.name"], values["trust.pronoun"]) == (1, 0, 0)
    assert (values["trust.direct"], values["trust.mixed"], values["trust.indirect"]) == (1, 0, 0)
    assert features(Judges.TRUST)[0].compute(LOST, None) == 1
