import io
import json

import pytest
from hypothesis import HealthCheck, given, settings

from core.errors import BadInput
from core.formats.articles import articles
from core.formats.jsonl import decode
from core.formats.labelstudio import LabelStudio, labeling_config
from core.formats.problems import Problems
from tests.core.formats.drawing import annotated

LINE = decode(
    '{"id": "a", "text": "“Ja”, sagt 👩🏽‍🚀", "quotes": [{"start": 0, "end": 4, "speaker_name": "E"}]}', where="x"
)


def written(*lines):
    out = io.BytesIO()
    assert LabelStudio().write(lines, out) == len(lines)
    return out.getvalue()


def read(data):
    problems = Problems()
    return list(LabelStudio().read(io.BytesIO(data), problems)), problems


@given(annotated())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_was_written_is_read_as_it_was(line):
    data = written(line, line)
    found, problems = read(data)
    assert (found, problems.first, problems.remarks) == ([line, line], [], [])
    assert written(*found) == data


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


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (b'[{"data": {"text": "a', True),
        (b'[\n {"id": 1, "annotations": [', True),
        (b'[{"id": 1, "completions": [{"', True),
        (b'[{"text": "a", "id": "b"}', False),
        (b'[{"format": "quotedesk/1", "data": {}', False),
        (b'{"data": {"text": "a"}}', False),
        (b'[{"data": [1', False),
    ],
)
def test_it_is_known_by_its_head(head, known):
    assert LabelStudio().recognises(head) is known


def test_the_reader_is_found_by_content(tmp_path):
    path = tmp_path / "export.json"
    path.write_bytes(written(LINE))
    assert list(articles([path], Problems())) == [LINE]


def test_the_page_goes_with_the_tasks():
    assert labeling_config().startswith("<View>")
