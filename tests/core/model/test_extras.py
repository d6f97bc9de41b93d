"""Unknown keys may hold anything: what is not what it seems to be is left alone."""

import pytest

from core.model.extras import is_foreign, span_in, words_in
from core.model.spans import Span

ANYTHING = [None, 5, 0, True, "ab", "", 1.5, {}, {"a": "b"}, ["a", 5], [["a"]]]


@pytest.mark.parametrize("value", ANYTHING)
def test_only_lists_of_words_are_words(value):
    assert words_in({"key": value}, "key") == ()
    assert is_foreign({"key": value}, "key")


def test_words():
    assert words_in({"key": ["a", "b"]}, "key") == ("a", "b")
    for extra in ({"key": ["a"]}, {"key": []}, {}):
        assert not is_foreign(extra, "key")
    assert words_in({}, "key") == ()


@pytest.mark.parametrize("value", [*ANYTHING, {"start": 1}, {"start": "1", "end": 2}, {"start": 1.0, "end": 2}, [1, 2]])
def test_only_two_whole_numbers_are_a_span(value):
    assert span_in({"key": value}, "key") is None


def test_a_span():
    assert span_in({"key": {"start": 1, "end": 2, "more": "x"}}, "key") == Span(1, 2)
    assert span_in({}, "key") is None
