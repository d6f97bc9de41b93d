from core.rank.features import syntax
from tests.core.rank.features.cases import ANN, BOB, THE_MINISTER, mention, with_cue, without_cue


def test_the_subject_of_the_cue():
    case = with_cue()
    assert [syntax.subject_of_cue(case, mention(case, place)) for place in (ANN, THE_MINISTER)] == [0, 1]
    assert syntax.subject_of_cue(without_cue(), mention(case, THE_MINISTER)) == 0


def test_subjects_objects_and_modifiers():
    case = with_cue()
    assert [syntax.subject(case, mention(case, place)) for place in (ANN, BOB)] == [1, 0]
    assert [syntax.object_(case, mention(case, place)) for place in (ANN, BOB)] == [0, 1]
    assert syntax.modifier(case, mention(case, ANN)) == 0
