import re

from core.rank.feature import features
from core.rank.weights import Weights, fingerprint, read_weights, shipped_weights

OTHER_FAMILIES = {"nobody", "span", "itself"}
OF_MENTIONS = {"antecedent.of_pronoun", "antecedent.of_role"}


def test_a_feature_without_a_weight_counts_nothing():
    assert Weights({"a.b": 2.0})["a.c"] == 0.0
    assert Weights({"a.b": 2.0})["a.b"] == 2.0


def test_every_shipped_weight_is_used():
    names = {feature.name for feature in features()} | OF_MENTIONS
    unused = {
        name for name in shipped_weights().by_name if name not in names and name.partition(".")[0] not in OTHER_FAMILIES
    }
    assert unused == set()


def test_weights_are_read_from_a_file(tmp_path):
    path = tmp_path / "weights.json"
    path.write_text('{"weights": {"a.b": 1}}')
    assert read_weights(path).by_name == {"a.b": 1.0}


def test_the_fingerprint_is_a_sha256():
    assert re.fullmatch("[0-9a-f]{64}", fingerprint())
    assert fingerprint() == fingerprint()
