import pytest
from msgspec.structs import replace

from core.rank.features import distance
from core.rank.situation import Situation
from tests.core.rank.features.cases import ANN, BOB, HE, THE_MINISTER, mention, with_cue, without_cue


def test_tokens_count_less_the_farther_away():
    case = with_cue()
    assert distance.tokens(case, mention(case, BOB)) == pytest.approx(1.585, abs=0.001)
    assert distance.tokens(case, mention(case, HE)) == pytest.approx(2.585, abs=0.001)


def test_sentence_and_paragraph():
    case = with_cue()
    assert [distance.same_sentence(case, mention(case, place)) for place in (ANN, THE_MINISTER, HE)] == [0, 1, 0]
    assert [distance.same_paragraph(case, mention(case, place)) for place in (ANN, THE_MINISTER, HE)] == [0, 1, 1]
    assert [distance.paragraph_above(case, mention(case, place)) for place in (ANN, HE)] == [1, 0]


def test_paragraphs_are_counted():
    case = without_cue()
    assert [distance.paragraphs(case, mention(case, place)) for place in (ANN, HE)] == [2, 1]


def test_later_mentions_matter_only_without_a_cue():
    case = with_cue()
    assert distance.later(case, mention(case, HE)) == 0
    assert distance.later(without_cue(), mention(case, HE)) == 0


def test_beside_a_cue_whose_subject_is_not_known():
    known = with_cue()
    cue = replace(known.passage.cue, subject=None)
    situation = Situation(known.atlas, replace(known.passage, cue=cue))
    minister, he = mention(situation, THE_MINISTER), mention(situation, HE)
    assert (distance.before_cue(situation, minister), distance.before_cue(situation, he)) == (1, 0)
    assert (distance.after_cue(situation, minister), distance.after_cue(situation, he)) == (0, 0)
    assert distance.before_cue(known, minister) == 0
    assert distance.before_cue(without_cue(), minister) == 0
