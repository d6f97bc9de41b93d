import pytest

from core.errors import BadInput
from core.formats.spans_and_links.objects import list_of, number_of, parsed, word_of


@pytest.mark.parametrize("data", [b"[1]", b"{", b"\xff", b'"\\ud800"', b"[" * 100_000])
def test_what_is_no_object_is_refused_by_place(data):
    with pytest.raises(BadInput, match=r"^f, line 3: "):
        parsed(data, "f, line 3")


def test_an_object_is_given():
    assert parsed(b'{"a": 1}', "f") == {"a": 1}


@pytest.mark.parametrize("value", [{"a": {}}, "x", 3, [1]])
def test_a_list_holds_objects(value):
    with pytest.raises(BadInput, match="f: key: must be a list of objects"):
        list_of({"key": value}, "key", "f")
    assert list_of({"key": None}, "key", "f") == list_of({}, "key", "f") == []


@pytest.mark.parametrize("value", [None, "1", 1.5, True])
def test_a_number_is_whole(value):
    with pytest.raises(BadInput, match="f: key: must be a whole number"):
        number_of({"key": value}, "key", "f")
    assert number_of({"key": 7}, "key", "f") == 7


def test_a_word_is_text_or_empty():
    assert (word_of({"a": "x"}, "a"), word_of({"a": 1}, "a"), word_of({}, "a")) == ("x", "", "")
