import json

import pytest

from core.formats.whole_json.head import first_keys, is_list

RECORD = {"id": 1, "text": 'a "b": {[\\', "data": {"inner": [1, {"deep": 2}]}, "é": None, "last": [[0, 1]]}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("wrap", [lambda one: one, lambda one: [one, {"second": 1}]])
def test_the_keys_of_the_first_object_are_found(indent, wrap):
    head = json.dumps(wrap(RECORD), indent=indent).encode()
    assert list(first_keys(head)) == list(RECORD)
    assert first_keys(b"\xef\xbb\xbf " + head)["data"].startswith(b"{")


def test_a_head_that_is_cut_anywhere_gives_the_keys_so_far():
    head = json.dumps(RECORD).encode()
    found = [list(first_keys(head[:length])) for length in range(len(head))]
    assert all(keys == list(RECORD)[: len(keys)] for keys in found)
    assert found[-1] == list(RECORD)


@pytest.mark.parametrize("head", [b"", b"[", b"[1, 2]", b"text", b'"a": {}', b'{"\xff": 1}'])
def test_other_heads_have_no_keys(head):
    assert not any(first_keys(head))


def test_long_rubbish_takes_no_time():
    assert first_keys(b'{"' + b"\\" * 4094) == {}


def test_a_list_is_known_by_its_bracket():
    assert is_list(b"\xef\xbb\xbf\n [")
    assert not is_list(b'{"a": [')
