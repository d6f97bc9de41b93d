import json

import pytest
from hypothesis import given

from core.formats.line.decoding import decode, decode_object
from core.formats.line.flaws import Flaw
from core.formats.training.extra_text import folded, unfolded
from tests.core.formats.drawing import annotated


@given(annotated())
def test_a_folded_line_unfolds_to_the_same_records(line):
    raw = folded(line)
    assert set(raw) <= set(folded(decode('{"id": "a", "text": "b"}', where="x"))) | {"extra"}
    assert decode_object(unfolded(raw), where="x") == line


def test_unknown_keys_stand_as_text_where_they_were():
    given_line = {"id": "a", "text": "b", "extra": 1, "speakers": [{"id": "s", "name": "n", "mood": [2**70]}]}
    raw = folded(decode(json.dumps(given_line), where="x"))
    assert raw["extra"] == '{"extra":1}'
    assert json.loads(raw["speakers"][0]["extra"]) == {"mood": [2**70]}


@pytest.mark.parametrize("extra", ["[", "[]", 1, '{"a": ' * 3000, "\x00"])
def test_what_is_no_such_text_is_refused(extra):
    with pytest.raises(Flaw, match="extra: is not an object as JSON text"):
        unfolded({"id": "a", "extra": extra})
