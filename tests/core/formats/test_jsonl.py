import io
import json
import time

import pytest
from hypothesis import given

from core.errors import BadInput
from core.formats.jsonl import Jsonl, decode, encode
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import LONGEST
from core.model.terms import Status
from tests.core.formats.drawing import annotated

LINE = {"id": "one", "text": 'He said "yes."'}


def read(data: bytes, reading: Reading | None = None):
    problems = Problems()
    return list(Jsonl().read(io.BytesIO(data), problems, reading)), problems


def lines(*some: dict) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in some)


@given(annotated())
def test_what_was_written_is_read_as_it_was(line):
    data = encode(line)
    back = decode(data, where="x")
    assert back == line
    assert encode(back) == data
    again, problems = read(data + b"\n")
    assert (again, problems.first) == ([line], [])


def test_a_stream_gives_the_lines_in_order_and_writes_them_as_they_were():
    given_lines, problems = read(lines(LINE, LINE | {"id": "two"}))
    out = io.BytesIO()
    assert Jsonl().write(given_lines, out) == 2
    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == ["one", "two"]
    assert not problems


def test_good_lines_are_taken_beside_bad_ones():
    data = lines(LINE) + b'{"id": "x"\n\n' + b'{"id": "y", "text": "\xff"}\n' + lines(LINE | {"id": "last"})
    found, problems = read(data)
    assert [line.document.id for line in found] == ["one", "last"]
    assert problems.count == 2
    assert problems.first[0].startswith("standard input, line 2: is not JSON")
    assert problems.first[1] == "standard input, line 4: is not UTF-8 (byte 22)"


def test_of_many_problems_ten_are_kept_and_all_counted():
    found, problems = read(b"{\n" * 25)
    assert (found, problems.count, len(problems.first)) == ([], 25, 10)


def test_a_byte_order_mark_is_encoding_at_the_start_and_text_inside_a_string():
    data = b"\xef\xbb\xbf" + lines({"id": "one", "text": "\ufeffa"})
    assert read(data)[0][0].document.text == "\ufeffa"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n \n"])
def test_an_empty_file_is_told(data):
    assert read(data)[1].first == ["standard input: is empty"]


def test_a_line_over_32_mb_is_refused_and_the_next_one_read():
    long = b'{"id": "long", "text": "' + b"a" * LONGEST + b'"}\n'
    found, problems = read(lines(LINE) + long + lines(LINE | {"id": "after"}))
    assert [line.document.id for line in found] == ["one", "after"]
    assert problems.first == ["standard input, line 2: is longer than 32 MB"]


def test_a_line_of_just_32_mb_is_read():
    frame = len(b'{"id": "long", "text": ""}')
    found, problems = read(b'{"id": "long", "text": "' + b"a" * (LONGEST - frame) + b'"}\n')
    assert (len(found), problems.first) == (1, [])


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, "{}".encode("utf-16")])
def test_what_is_no_text_is_refused_in_one_sentence(data):
    with pytest.raises(BadInput, match="is not a text file in UTF-8"):
        read(data)


def test_a_path_is_named_in_problems(tmp_path):
    path = tmp_path / "set.jsonl"
    path.write_text('{"id": "a"}\n')
    problems = Problems()
    assert list(Jsonl().read(path, problems)) == []
    assert problems.first == [f"{path}, line 1: text: is missing"]


def test_the_reading_reaches_the_lines():
    quote = {"start": 8, "end": 14}
    found, _ = read(lines(LINE | {"quotes": [quote]}), Reading(as_suggestions=True))
    assert found[0].layer.quotes[0].status is Status.SUGGESTED


@pytest.mark.parametrize("head", [b'{"id"', b'\xef\xbb\xbf {"id"'])
def test_json_lines_are_recognised(head):
    assert Jsonl().recognises(head)
    assert not Jsonl().recognises(b"Text")


def test_reading_and_writing_take_a_few_times_as_long_as_bare_json():
    text = "".join(f'A person {n} said "this is what number {n} is about." ' * 5 for n in range(12))
    quotes = [
        {"start": n * 40, "end": n * 40 + 30, "speaker_name": f"P{n}", "speaker": {"start": n, "end": n + 5}}
        for n in range(10)
    ]
    data = lines(*[{"id": str(n), "text": text, "quotes": quotes} for n in range(200)])
    found, _ = read(data)
    out = io.BytesIO()
    Jsonl().write(found, out)
    bare = min(_timed(lambda: [json.dumps(json.loads(line)) for line in out.getvalue().splitlines()]) for _ in range(3))
    ours = min(_timed(lambda: Jsonl().write(read(out.getvalue())[0], io.BytesIO())) for _ in range(3))
    assert ours < 6 * bare


def _timed(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_an_empty_file_is_told_also_after_other_problems():
    problems = Problems()
    problems.note("another file was bad")
    assert list(Jsonl().read(io.BytesIO(b""), problems)) == []
    assert problems.first[1:] == ["standard input: is empty"]


def test_articles_of_others_need_only_a_text():
    found, problems = read(lines({"text": "One."}, {"body": "Two.", "id": 7}, {"content": "Three.", "section": "x"}))
    assert [(line.document.id, line.document.text) for line in found] == [
        ("stdin-1", "One."),
        ("7", "Two."),
        ("stdin-3", "Three."),
    ]
    assert found[2].document.extra == {"section": "x"}
    assert not problems


def test_a_line_that_names_the_format_needs_an_id():
    _, problems = read(
        lines({"format": "quotedesk/1", "text": "One."}, {"format": "quotedesk/1", "id": "a", "body": "x"})
    )
    assert problems.first == ["standard input, line 1: id: is missing", "standard input, line 2: text: is missing"]
