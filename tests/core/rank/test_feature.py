import math

import pytest

from core.model.reading import Passage
from core.rank.feature import Judges, feature, features
from core.rank.weights import shipped_weights, start_weights
from tests.core.rank.cases import CASES

ALL = features()
OF_MENTIONS = {"cue", "discourse", "distance", "mention", "syntax"}
FAMILIES = OF_MENTIONS | {"nobody", "antecedent", "itself", "span", "trust"}


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_every_feature_is_finite_and_repeatable(one):
    values = [one.compute(*pair) for pair in CASES[one.judges]]
    assert values
    assert all(isinstance(value, float) and math.isfinite(value) for value in values)
    assert values == [one.compute(*pair) for pair in CASES[one.judges]]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_every_feature_is_named_explained_and_weighted(one):
    assert one.compute.__doc__
    assert one.compute.__module__.rpartition(".")[2] == one.family
    assert one.name in start_weights().by_name or one.name in shipped_weights().by_name


def test_features_are_blind_to_the_answer():
    assert not {"speaker", "speaker_id", "speaker_name", "mention"} & set(Passage.__struct_fields__)


def test_features_come_by_name():
    names = [one.name for one in ALL]
    assert names == sorted(set(names))
    assert {one.family for one in ALL} == FAMILIES


def test_a_name_is_taken_once_and_has_a_family():
    with pytest.raises(ValueError, match="two features"):
        feature("distance.tokens")(lambda situation, mention: 0.0)
    with pytest.raises(ValueError, match="no family"):
        feature("tokens")(lambda situation, mention: 0.0)


def test_the_family_tells_what_is_judged():
    assert {one.family for one in features(Judges.MENTION)} == OF_MENTIONS
    assert {one.judges for one in features(Judges.TRUST)} == {Judges.TRUST}
    assert sum(len(features(judging)) for judging in Judges) == len(ALL)
