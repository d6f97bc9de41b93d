"""Shapes that take no other key: the same values, or none at all."""

import msgspec
import pytest

from core.formats.line.strict import strict
from core.formats.line.wire import WireLine, WireQuote

LINE = {
    "id": "a",
    "text": "“Rain,” Ana said.",
    "zones": [{"start": 0, "end": 7, "type": "headline"}],
    "model": {"name": "m", "version": "1", "weights": "0"},
    "speakers": [{"name": "Ana"}],
    "quotes": [
        {
            "fragments": [[0, 7]],
            "speaker": {"start": 8, "end": 11},
            "more_speakers": [{"relation": "joint", "speaker": {"start": 8, "end": 11}}],
            "candidates": [{"name": "Ana", "mention": {"start": 8, "end": 11}}],
            "decided": {"suggestion": {"fragments": [[0, 7]], "kind": "direct"}},
        }
    ],
    "rejected": [{"start": 0, "end": 7, "reason": "scare"}],
}
PLACES = (
    (),
    ("zones", 0),
    ("model",),
    ("speakers", 0),
    ("quotes", 0),
    ("quotes", 0, "speaker"),
    ("quotes", 0, "more_speakers", 0),
    ("quotes", 0, "more_speakers", 0, "speaker"),
    ("quotes", 0, "candidates", 0),
    ("quotes", 0, "candidates", 0, "mention"),
    ("quotes", 0, "decided"),
    ("quotes", 0, "decided", "suggestion"),
    ("rejected", 0),
)


def test_a_line_without_other_keys_has_the_same_values():
    found = msgspec.convert(LINE, strict(WireLine))
    assert isinstance(found, WireLine)
    assert isinstance(found.quotes[0], WireQuote)
    assert msgspec.to_builtins(found) == msgspec.to_builtins(msgspec.convert(LINE, WireLine))


@pytest.mark.parametrize("way", PLACES, ids=repr)
def test_another_key_is_refused_wherever_it_stands(way):
    line = msgspec.json.decode(msgspec.json.encode(LINE))
    place = line
    for step in way:
        place = place[step]
    place["another"] = 1
    msgspec.convert(line, WireLine)
    with pytest.raises(msgspec.ValidationError, match="unknown field `another`"):
        msgspec.convert(line, strict(WireLine))
