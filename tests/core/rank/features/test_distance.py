from core.rank.features import distance
from tests.core.rank.features.cases import ANN, BOB, HE, THE_MINISTER, mention, with_cue, without_cue


def test_tokens_are_counted_in_tens():
    case = with_cue()
    assert distance.tokens(case, mention(case, BOB)) == 0.2
    assert distance.tokens(case, mention(case, HE)) == 0.5


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
