"""The interchange format by jsonschema, against the schema in docs."""

import hashlib
import json

import pytest
from jsonschema import Draft202012Validator
from truth import OUT, ROOT, exports, lines, objects, slices

SCHEMA = json.loads((ROOT / "docs" / "quotedesk-1.schema.json").read_text("utf-8"))
TEXT = "“Go,” she said."


def validator(name):
    return Draft202012Validator(SCHEMA if name == "accepted" else {"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(("which", "path"), exports("jsonl"))
def test_what_is_written_is_as_the_schema_says(which, path):
    written, accepted = validator("written"), validator("accepted")
    for line in lines(which):
        assert list(written.iter_errors(line)) == []
        assert list(accepted.iter_errors(line)) == []
        assert line["sha256"] == hashlib.sha256(line["text"].encode()).hexdigest()
        for quote in (*line["quotes"], *line["rejected"]):
            assert slices(line["text"], quote["fragments"]) == quote["surface"]


def test_stand_off_lines_have_no_words_of_the_text():
    for line, whole in zip(objects(OUT / "stand_off.jsonl"), lines("all"), strict=True):
        assert list(validator("written_stand_off").iter_errors(line)) == []
        assert list(validator("accepted").iter_errors(line)) == []
        assert list(validator("written").iter_errors(line)) != []
        assert [quote["fragments"] for quote in line["quotes"]] == [quote["fragments"] for quote in whole["quotes"]]
        assert (line["sha256"], line["url"]) == (whole["sha256"], whole["url"])


@pytest.mark.parametrize(
    "line",
    [
        {"id": "a", "text": TEXT},
        {"id": "a", "text": TEXT, "quotes": [{"start": 0, "end": 5}], "mood": "dark"},
        {"format": "quotedesk/1", "id": "a", "text": TEXT, "quotes": [{"fragments": [[0, 5]], "speaker_name": "Ana"}]},
        {"id": "a", "sha256": "0" * 64, "quotes": []},
    ],
)
def test_little_is_required(line):
    assert list(validator("accepted").iter_errors(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        {"text": TEXT},
        {"id": "a"},
        {"id": "", "text": TEXT},
        {"id": "a", "text": " \n"},
        {"id": "a", "sha256": "0" * 64},
        {"format": "quotedesk/2", "id": "a", "text": TEXT},
        {"id": "a", "text": TEXT, "quotes": [{"start": 0}]},
        {"id": "a", "text": TEXT, "quotes": [{"fragments": []}]},
        {"id": "a", "text": TEXT, "quotes": [{"start": 0, "end": 5, "kind": "scare"}]},
        {"id": "a", "text": TEXT, "quotes": [{"start": 0, "end": 5, "confidence": 1.5}]},
        {"id": "a", "text": TEXT, "quotes": [{"start": 0, "end": 5, "more_speakers": [{"speaker_name": "Ana"}]}]},
        {"id": "a", "text": TEXT, "speakers": [{"id": "s1"}]},
        {"id": "a", "text": TEXT, "rejected": [{"start": 0, "end": 5, "reason": "dull"}]},
        {"id": "a", "text": TEXT, "zones": [{"start": 0, "end": 5, "type": "footer"}]},
    ],
)
def test_what_is_wrong_is_refused(line):
    assert list(validator("accepted").iter_errors(line)) != []
