import io
import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.source import LONGEST, opened
from core.formats.whole_json import elements as module
from core.formats.whole_json.elements import elements
from tests.core.formats.drawing import VALUES
from tests.support.pace import in_time


def cut(data: bytes):
    problems = Problems()
    with opened(io.BytesIO(data)) as file:
        return list(elements(file, problems)), problems


@given(st.lists(VALUES, max_size=5), st.sampled_from([None, 2]), st.integers(1, 7))
def test_the_elements_of_a_list_are_cut_whatever_the_blocks(values, indent, block):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_BLOCK", block)
        found, problems = cut(json.dumps(values, indent=indent).encode())
    assert [json.loads(element) for _, element in found] == values
    assert [number for number, _ in found] == list(range(1, len(values) + 1))
    assert problems.count == (not values)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b" \n\t" * 5000])
def test_objects_in_a_row_need_no_list(mark):
    found, problems = cut(mark + b'{\n"a": "}\\""\n}\n\n{"b": [{}, 1]}\n')
    assert [json.loads(element) for _, element in found] == [{"a": '}"'}, {"b": [{}, 1]}]
    assert not problems


@pytest.mark.parametrize("data", [b"", b" \n", b"[]", b"\xef\xbb\xbf[ ]"])
def test_an_empty_file_or_list_is_told(data):
    found, problems = cut(data)
    assert (found, problems.first) == ([], ["standard input: is empty"])


@pytest.mark.parametrize("data", [b"text", b'"a"', b"12"])
def test_what_is_neither_list_nor_object_is_refused(data):
    with pytest.raises(BadInput, match="standard input: is neither a JSON list nor a JSON object"):
        cut(data)


@pytest.mark.parametrize("data", [b'[{"a": 1}, {"b', b'[{"a": 1},', b'[{"a": 1}, "x\\'])
def test_a_list_that_is_cut_off_gives_what_is_whole(data):
    found, problems = cut(data)
    assert found == [(1, b'{"a": 1}')]
    assert problems.first == ["standard input, record 2: the file ends in the middle of it"]


def test_an_object_that_is_cut_off_is_told():
    assert cut(b'{"a": {')[1].first == ["standard input, record 1: the file ends in the middle of it"]


def test_what_follows_the_list_is_told():
    found, problems = cut(b"[1] [2]")
    assert found == [(1, b"1")]
    assert problems.first == ["standard input: goes on after the end of its list, which was left out"]


def test_a_record_over_32_mb_is_told_and_costs_no_memory():
    class Endless(io.RawIOBase):
        pieces = iter([b'[{"id": 1}, "', *[b"a" * 1024 * 1024] * 100, b'", {"id": 3}]'])

        def readable(self):
            return True

        def readinto(self, into):
            piece = next(self.pieces, b"")
            into[: len(piece)] = piece
            return len(piece)

    problems = Problems()
    tracemalloc.start()
    with opened(io.BufferedReader(Endless(), 2 * 1024 * 1024)) as file:
        found = list(elements(file, problems))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [number for number, _ in found] == [1, 3]
    assert problems.first == ["standard input, record 2: is longer than 32 MB"]
    assert peak < 3 * LONGEST


def test_what_is_nested_without_end_is_refused_at_once():
    said = "standard input, record 2: is nested more than 10,000 levels deep"
    with in_time(5), pytest.raises(BadInput, match=said):
        cut(b'[{"id": 1}, ' + b"[" * 10_000_000)


@pytest.mark.parametrize("levels", range(1, 9))
def test_commas_and_brackets_of_any_depth_end_nothing(levels):
    deep = b'{"a": [' * levels + b'"]},{[\\"", 1, 2' + b"]}" * levels
    found, problems = cut(b"[" + deep + b", 3, " + deep + b"]")
    assert found == [(1, deep), (2, b"3"), (3, deep)]
    assert not problems
