import msgspec

from core.rank.features import cue
from core.rank.situation import Situation
from tests.core.rank.features.cases import ANN, THE_MINISTER, mention, with_cue, without_cue


def of_sort(sort: str) -> Situation:
    case = with_cue()
    other = msgspec.structs.replace(case.passage.cue, sort=sort, strength=0.7)
    return Situation(case.atlas, msgspec.structs.replace(case.passage, cue=other))


def test_sources_and_owners():
    for sort, feature in (("source", cue.source), ("noun", cue.owner)):
        case = of_sort(sort)
        assert [feature(case, mention(case, place)) for place in (ANN, THE_MINISTER)] == [0, 1]
        assert feature(with_cue(), mention(case, THE_MINISTER)) == 0


def test_strength_is_the_subjects():
    case = of_sort("verb")
    assert [cue.strength(case, mention(case, place)) for place in (ANN, THE_MINISTER)] == [0, 0.7]
    assert cue.strength(without_cue(), mention(case, THE_MINISTER)) == 0


def test_who_speaks_nearby_counts_where_nothing_else_does():
    case = without_cue()
    assert [cue.speaks_nearby(case, mention(case, place)) for place in (ANN, THE_MINISTER)] == [0, 1]
    assert cue.speaks_nearby(with_cue(), mention(case, THE_MINISTER)) == 0


def test_others_stand_beside_the_subject():
    case = with_cue()
    assert [cue.beside_subject(case, mention(case, place)) for place in (ANN, THE_MINISTER)] == [1, 0]
