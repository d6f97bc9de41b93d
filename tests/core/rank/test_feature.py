import math

import pytest

from core.model.reading import Passage
from core.rank.candidates import candidates
from core.rank.feature import feature, features
from core.rank.reference import Reference
from core.rank.situation import Atlas, Elected, Situation
from core.rank.weights import shipped_weights
from tests.core.rank.readings import reading

ALL = features()


def arguments(one):
    """Every pair of things that the feature may be asked about in the example."""
    atlas = Atlas(reading())
    first, second = atlas.reading.passages
    earlier = (Elected(first, atlas.reading.mentions[2], 0),)
    if one.family == "antecedent":
        references = [Reference(atlas, mention, earlier=earlier) for mention in atlas.reading.mentions]
        return [(reference, person) for reference in references for person in reference.persons()]
    situations = [Situation(atlas, first), Situation(atlas, second, earlier)]
    return [(situation, mention) for situation in situations for mention in candidates(situation)]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_every_feature_is_finite_and_repeatable(one):
    values = [one.compute(*pair) for pair in arguments(one)]
    assert values
    assert all(isinstance(value, float) and math.isfinite(value) for value in values)
    assert values == [one.compute(*pair) for pair in arguments(one)]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)
def test_every_feature_is_named_explained_and_weighted(one):
    assert one.compute.__doc__
    assert one.compute.__module__.rpartition(".")[2] == one.family
    assert one.name in shipped_weights().by_name


def test_features_are_blind_to_the_answer():
    assert not {"speaker", "speaker_id", "speaker_name", "mention"} & set(Passage.__struct_fields__)


def test_features_come_by_name():
    names = [one.name for one in ALL]
    assert names == sorted(set(names))
    assert {one.family for one in ALL} == {"antecedent", "cue", "discourse", "distance", "mention", "syntax"}


def test_a_name_is_taken_once_and_has_a_family():
    with pytest.raises(ValueError, match="two features"):
        feature("distance.tokens")(lambda situation, mention: 0.0)
    with pytest.raises(ValueError, match="no family"):
        feature("tokens")(lambda situation, mention: 0.0)
