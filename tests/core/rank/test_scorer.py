import pytest

from core.rank.feature import Judges
from core.rank.scorer import Scorer
from core.rank.weights import Weights
from tests.core.rank.cases import CASES

(WITH_CUE, MINISTER), *_ = [pair for pair in CASES[Judges.MENTION] if pair[1].sort == "nominal"]
ALONE, _ = CASES[Judges.NOBODY][1]


def test_a_weight_counts_everywhere_and_one_of_a_circumstance_there_too():
    scorer = Scorer(Judges.MENTION, Weights({"mention.role": 1.0, "mention.role/alone": 0.5}))
    assert scorer.score(WITH_CUE, MINISTER) == pytest.approx(1.0)
    assert scorer.score(ALONE, MINISTER) == pytest.approx(1.5)


def test_what_weighs_nothing_is_left_out():
    scorer = Scorer(Judges.MENTION, Weights({"mention.role": 1.0, "mention.role/alone": -1.0, "nobody.cue": 9.0}))
    assert [feature.name for feature, _ in scorer.weighed(WITH_CUE)] == ["mention.role"]
    assert scorer.weighed(ALONE) == []
    assert scorer.score(ALONE, MINISTER) == 0
