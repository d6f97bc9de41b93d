"""Marks of a tool whose format was not recognised are told, whatever holds them."""

import io
import json

import pytest

from core.formats.json_array import JsonArray
from core.formats.jsonl import Jsonl
from core.formats.problems import Problems

MARKED = {"text": "“Ja”, sagt Eva.", "spans": [{"start": 0}], "relations": [], "labels": "x"}
OURS = {"text": "“Ja”, sagt Eva.", "spans": [1], "quotes": [{"start": 0, "end": 4}]}


def remarks(reader, data):
    problems = Problems()
    list(reader.read(io.BytesIO(data), problems))
    assert not problems
    return problems.remarks


@pytest.mark.parametrize("listed", [False, True])
def test_what_may_be_marks_is_told_once_a_file(listed):
    records = [MARKED, MARKED | {"entities": [1]}, {"text": "a"}]
    data = json.dumps(records) if listed else "\n".join(map(json.dumps, records))
    (said,) = remarks(JsonArray() if listed else Jsonl(), data.encode())
    assert "what stands under “spans” (2), “entities” (1) was kept, but not read as quotes" in said


def test_an_article_with_quotes_of_ours_may_have_keys_of_any_name():
    assert remarks(Jsonl(), json.dumps(OURS).encode()) == []
