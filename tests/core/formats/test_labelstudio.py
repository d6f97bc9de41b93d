import json
from functools import partial

import pytest

from core.errors import BadInput
from core.formats.jsonl import decode
from core.formats.labelstudio import LabelStudio, labeling_config
from tests.core.formats.spans_and_links import tools

LINE = decode(
    '{"id": "a", "text": "“Ja”, sagt 👩🏽‍🚀", "quotes": [{"start": 0, "end": 4, "speaker_name": "E"}]}', where="x"
)


written, read = partial(tools.written, LabelStudio()), partial(tools.read, LabelStudio())


@pytest.mark.parametrize("count", [0, 1, 3])
def test_the_file_is_one_list(count):
    assert len(json.loads(written(*[LINE] * count))) == count


def test_a_name_that_was_changed_there_is_the_speaker():
    task = json.loads(written(LINE))
    name = next(one for one in task[0]["annotations"][0]["result"] if one.get("from_name") == "speaker_name")
    name["value"]["text"] = ["Eva"]
    (found,), _ = read(json.dumps(task).encode())
    assert found.layer.quotes[0].speaker_name == "Eva"
    assert found.layer.quotes[0].id == LINE.layer.quotes[0].id


def test_what_is_left_out_whole_is_told():
    task = {"data": {"text": "Ja"}, "drafts": [{"result": [{}]}], "predictions": [{"result": []}, {"result": []}]}
    _, problems = read(json.dumps([task, task]).encode())
    assert problems.remarks == [
        "standard input: left out whole: drafts that nobody submitted (2), "
        "predictions beside the one of their task that is taken (2)."
    ]


def test_bad_tasks_are_told_and_the_others_read():
    data = written(LINE)[:-3] + b', 7, {"data": 3}, {"data": {"text": "x"}}]'
    found, problems = read(data)
    assert [line.document.id for line in found] == ["a", "stdin-4"]
    assert problems.first == [
        "standard input, record 2: is not a JSON object in braces",
        "standard input, record 3: data: must be an object",
    ]


def test_what_is_left_out_is_remarked_once():
    region = {"id": "a", "type": "labels", "value": {"start": 0, "end": 1, "labels": ["ORG"]}}
    task = {"data": {"text": "x"}, "annotations": [{"result": [region]}]}
    _, problems = read(json.dumps([task, task]).encode())
    assert problems.remarks == ["standard input: left out what is no quote, speaker or cue: ORG (2)."]
    assert not problems


@pytest.mark.parametrize("data", [b"", b"[]", b"[", b'[{"data'])
def test_an_empty_or_cut_off_file_is_told(data):
    found, problems = read(data)
    assert (found, problems.count) == ([], 1)


@pytest.mark.parametrize("data", [b"text", bytes(range(256)), "[{}]".encode("utf-16")])
def test_other_files_are_refused(data):
    with pytest.raises(BadInput, match="standard input: is "):
        read(data)


def test_the_page_goes_with_the_tasks():
    assert labeling_config().startswith("<View>")
