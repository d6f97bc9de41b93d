import json

from hypothesis import given, settings

from core.formats.line.decoding import decode
from core.formats.line.encoding import encode
from core.formats.reading import Reading
from tests.core.formats.drawing import annotated

LINE = {
    "id": "ü",
    "text": "“Nein”, sagte 👩🏽‍🚀.",
    "licence": "CC0",
    "speakers": [{"id": "s1", "name": "👩🏽‍🚀", "from": "Mars"}],
    "zones": [{"start": 0, "end": 3, "type": "caption", "page": 4}],
    "quotes": [
        {"id": "q", "fragments": [[0, 2], [3, 6]], "speaker_id": "s1", "status": "accepted", "note": 1},
        {"id": "r", "start": 1, "end": 3, "status": "suggested", "candidates": [{"speaker_id": "s1"}]},
    ],
    "rejected": [{"id": "t", "start": 1, "end": 2, "reason": "title"}],
}


def written():
    return encode(decode(json.dumps(LINE), where="x", reading=Reading()))


def test_keys_come_in_the_order_of_the_format_and_unknown_ones_after_them():
    found = json.loads(written())
    assert list(found) == [
        "format", "id", "title", "source", "url", "date", "language", "text", "sha256", "zones", "annotator", "state",
        "model", "speakers", "quotes", "rejected", "licence",
    ]  # fmt: skip
    assert list(found["quotes"][0]) == [
        "id", "start", "end", "fragments", "quoted", "surface", "kind", "parent", "speaker", "speaker_id",
        "speaker_name", "speaker_type", "more_speakers", "cue", "status", "flagged", "sure", "comment", "attributes",
        "confidence", "candidates", "decided", "note",
    ]  # fmt: skip
    assert list(found["speakers"][0]) == ["id", "name", "aliases", "external_id", "kind", "from"]
    assert found["zones"][0]["page"] == 4
    assert found["rejected"][0]["reason"] == "title"


def test_hull_and_surface_follow_from_text_and_fragments():
    quote = json.loads(written())["quotes"][0]
    assert (quote["start"], quote["end"], quote["surface"]) == (0, 6, ["“N", "in”"[0:1] + "n”"])


def test_text_is_written_as_utf8_not_as_escapes():
    assert "👩🏽‍🚀".encode() in written()


@given(annotated())
@settings(max_examples=25)
def test_a_line_is_one_line_and_plain_json(line):
    data = encode(line)
    assert b"\n" not in data
    assert json.loads(data)["text"] == line.document.text
