import io
import json

import pytest

from core.formats.json_array import JsonArray
from core.formats.jsonl import Jsonl
from core.formats.problems import Problems

SPAN = {"start": 11, "end": 15}
QUOTE = {
    "start": 0, "end": 5, "kind": "direct", "status": "accepted", "speaker": SPAN | {"mk": 1}, "cue": SPAN | {"ck": 1},
    "more_speakers": [{"speaker_name": name, "relation": "joint", "sk": 1, "speaker": SPAN | {"mk": 1}} for name in "ZY"],
    "candidates": [{"name": "A", "mention": SPAN | {"mk": 1}, "kept": 1}],
    "decided": {"via": "enter", "kept": 1, "suggestion": {"fragments": [[0, 5]], "kind": "direct", "sugk": 1}},
    "kept": 1,
}  # fmt: skip
LINE = {
    "id": "x",
    "text": "“Hi,” said Anna.",
    "model": {"name": "m", "version": "1", "weights": "w", "url": 1},
    "kept": 1,
}


@pytest.mark.parametrize("reader", [Jsonl(), JsonArray()])
def test_keys_that_have_no_place_are_told_with_the_number_of_quotes(reader):
    line = LINE | {"quotes": [QUOTE, QUOTE], "rejected": [QUOTE | {"decided": None}]}
    data = json.dumps(line if isinstance(reader, Jsonl) else [line])
    problems = Problems()
    (found,) = reader.read(io.BytesIO(data.encode()), problems)
    assert found.document.extra == found.layer.quotes[0].extra == {"kept": 1}
    assert not problems
    (said,) = problems.remarks
    assert (
        "“candidates.mention.mk” (3), “cue.ck” (3), “decided.suggestion.sugk” (2), “model.url” (1), "
        "“more_speakers.sk” (3), “more_speakers.speaker.mk” (3), “speaker.mk” (3). Counted" in said
    )


def test_keys_that_are_kept_are_not_told():
    problems = Problems()
    list(Jsonl().read(io.BytesIO(json.dumps({"id": "x", "text": "Hi", "kept": 1}).encode()), problems))
    assert problems.remarks == []
