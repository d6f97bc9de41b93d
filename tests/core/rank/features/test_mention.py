import msgspec
from msgspec.structs import replace

from core.model.spans import Span
from core.rank.features import mention as features
from tests.core.rank.features.cases import ANN, HE, THE_MINISTER, mention, with_cue


def test_sorts_of_words():
    case = with_cue()
    three = [mention(case, place) for place in (ANN, THE_MINISTER, HE)]
    assert [features.name(case, each) for each in three] == [1, 0, 0]
    assert [features.person(case, each) for each in three] == [1, 0, 0]
    assert [features.role(case, each) for each in three] == [0, 1, 0]
    assert [features.pronoun(case, each) for each in three] == [0, 0, 1]
    assert [features.plain_noun(case, each) for each in three] == [0, 0, 0]
    assert [features.place(case, each) for each in three] == [0, 0, 0]


def test_places_and_plain_nouns():
    case = with_cue()
    town = msgspec.structs.replace(mention(case, ANN), label="GPE")
    neighbour = msgspec.structs.replace(mention(case, THE_MINISTER), roles=frozenset())
    assert features.place(case, town) == 1
    assert features.plain_noun(case, neighbour) == 1


def test_things_bodies_and_reported_words():
    situation = with_cue()
    he = mention(situation, HE)
    assert features.thing(situation, he) == 0
    assert features.thing(situation, replace(he, gender="t")) == 1
    assert features.body(situation, replace(he, body=True)) == 1
    start = situation.passage.fragments[0].start
    assert features.reported(situation, he) == 0
    assert features.reported(situation, replace(he, span=Span(start, start + 1))) == 1
