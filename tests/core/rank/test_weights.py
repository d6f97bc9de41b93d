import re

from core.rank.circumstances import circumstances
from core.rank.feature import features
from core.rank.weights import Weights, encode_weights, fingerprint, read_weights, shipped_weights, start_weights


def test_a_feature_without_a_weight_counts_nothing():
    assert Weights({"a.b": 2.0})["a.c"] == 0.0
    assert Weights({"a.b": 2.0})["a.b"] == 2.0


def test_every_shipped_weight_is_used():
    names = {
        feature.name + circumstance
        for feature in features()
        for circumstance in ("", *(f"/{name}" for name in circumstances(feature.judges).names))
    }
    assert shipped_weights().by_name.keys() <= names
    assert start_weights().by_name.keys() <= names


def test_weights_are_written_as_they_are_read(tmp_path):
    path = tmp_path / "weights.json"
    path.write_bytes(encode_weights(Weights({"b.c": -0.12345, "a.b": 1.0, "a.c": 0.00001}), "for a test"))
    assert read_weights(path).by_name == {"a.b": 1.0, "b.c": -0.1235}


def test_weights_are_read_from_a_file(tmp_path):
    path = tmp_path / "weights.json"
    path.write_text('{"weights": {"a.b": 1}}')
    assert read_weights(path).by_name == {"a.b": 1.0}


def test_the_fingerprint_is_a_sha256():
    assert re.fullmatch("[0-9a-f]{64}", fingerprint())
    assert fingerprint() == fingerprint()
