import io
import json

import pytest

from core.errors import BadInput
from core.formats.articles import articles
from core.formats.json_array import JsonArray
from core.formats.problems import Problems


def read(data: bytes):
    problems = Problems()
    return list(JsonArray().read(io.BytesIO(data), problems)), problems


def test_a_list_of_articles_is_read():
    found, problems = read(
        json.dumps([{"text": "One."}, {"id": "b", "body": "Two."}, {"id": 3, "content": "3"}]).encode()
    )
    assert [(line.document.id, line.document.text) for line in found] == [
        ("stdin-1", "One."),
        ("b", "Two."),
        ("3", "3"),
    ]
    assert not problems


def test_bad_articles_are_told_and_the_others_read():
    found, problems = read(b'[{"text": "a"}, 7, {"id": "x"}, {"text": "b", "quotes": [{}]}, nonsense, {"text": "c"}]')
    assert [line.document.id for line in found] == ["stdin-1", "stdin-6"]
    assert problems.first == [
        "standard input, record 2: is not a JSON object in braces",
        "standard input, record 3: text: is missing",
        "standard input, record 4: quotes[0]: has neither fragments nor start and end",
        "standard input, record 5: is not JSON: expecting value (character 1)",
    ]


@pytest.mark.parametrize("name", ["a.json", "a.data"])
def test_one_object_over_several_lines_is_the_files_article(tmp_path, name):
    path = tmp_path / name
    path.write_text(json.dumps({"text": "One 👩🏽‍🚀."}, indent=2), encoding="utf-8")
    problems = Problems()
    assert [line.document.id for line in articles([path], problems)] == ["a"]
    assert not problems


def test_lines_of_objects_are_left_to_json_lines(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"text": "One."}\n{"text": "Two."}\n')
    assert [line.document.id for line in articles([path], Problems())] == ["a-1", "a-2"]


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (b"[", True),
        (b'\xef\xbb\xbf[{"text"', True),
        (b'{\n  "text"', True),
        (b'{"text": "a"}\n', False),
        (b'{"text": "a",', False),
        (b'{"text": nonsense}\n', False),
        (b"{" + b'"a":{' * 2000 + b"\n", False),
        (b"text", False),
        (b"", False),
    ],
)
def test_it_is_known_by_its_head(head, known):
    assert JsonArray().recognises(head) is known


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"plain", '[{"text": "a"}]'.encode("utf-16")])
def test_other_files_are_refused_in_one_sentence(data):
    with pytest.raises(BadInput, match="standard input: is "):
        read(data)


def test_a_cut_off_file_is_told():
    found, problems = read(b'[{"text": "a"}, {"text": "b')
    assert len(found) == 1
    assert problems.first == ["standard input, record 2: the file ends in the middle of it"]
