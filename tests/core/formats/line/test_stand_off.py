import json

import pytest

from core.errors import BadInput
from core.formats.jsonl import decode
from core.formats.line.stand_off import encode_stand_off, with_text, without_text
from core.formats.reading import Reading

RAW = {
    "id": "a",
    "text": "“Ja”, sagt E 👩🏽‍🚀.",
    "quotes": [{"start": 0, "end": 4, "speaker_name": "E", "status": "accepted"}],
}


def test_a_line_without_its_text_repeats_no_word_of_it_and_comes_back():
    line = decode(json.dumps(RAW), where="x", reading=Reading(annotator="ana"))
    bare = encode_stand_off(line)
    assert "Ja" not in bare.decode()
    assert json.loads(bare) == without_text(line)
    texts = {line.document.sha256: line.document.text}
    assert decode(bare, where="x", reading=Reading(texts=texts)) == line


def test_a_text_that_is_not_there_is_told():
    bare = encode_stand_off(decode(json.dumps(RAW), where="x"))
    with pytest.raises(BadInput, match=r"^x: text: is left out here; name the folder"):
        decode(bare, where="x")
    with pytest.raises(BadInput, match=r"^x: sha256: is that of no text"):
        decode(bare, where="x", reading=Reading(texts={}))


def test_a_line_with_its_text_stays_as_it_is():
    assert with_text(RAW, {}) is RAW
    assert with_text({"id": "a"}, {}) == {"id": "a"}
