"""Arithmetic on code points, half open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.spans import Span, flaw, hull, overlap, shared, size, surfaces

SPANS = st.lists(st.integers(0, 60), min_size=2, max_size=8, unique=True).map(
    lambda ends: tuple(Span(a, b) for a, b in zip(sorted(ends)[::2], sorted(ends)[1::2], strict=False))
)


def letters(spans):
    return {place for start, end in spans for place in range(start, end)}


def test_the_hull_is_around_all():
    assert hull([Span(3, 5)]) == Span(3, 5)
    assert hull([Span(3, 5), Span(9, 12)]) == Span(3, 12)


def test_surfaces_count_code_points():
    text = "👩🏽‍🚀 “e\u0301” \r\n\ufeffשלום"
    assert surfaces(text, [Span(0, 4), Span(5, 9)]) == ("👩🏽‍🚀", "“e\u0301”")
    assert surfaces(text, []) == ()


@given(SPANS, SPANS)
def test_overlap_is_what_counting_letters_gives(one, other):
    both, either = letters(one) & letters(other), letters(one) | letters(other)
    assert size(one) == len(letters(one))
    assert shared(one, other) == len(both)
    assert overlap(one, other) == overlap(other, one) == len(both) / len(either)
    assert overlap(one, one) == 1.0


def test_spans_far_apart_share_nothing():
    assert overlap([Span(0, 3)], [Span(3, 6)]) == 0.0


@pytest.mark.parametrize(
    ("fragments", "words"),
    [
        ([], "no span"),
        ([Span(-1, 3)], "outside the text of 10"),
        ([Span(3, 11)], "outside"),
        ([Span(3, 3)], "empty"),
        ([Span(5, 3)], "empty"),
        ([Span(3, 6), Span(5, 8)], "overlaps"),
        ([Span(6, 8), Span(1, 3)], "out of order"),
    ],
)
def test_flaws_are_named(fragments, words):
    assert words in flaw(fragments, 10)


@given(SPANS)
def test_spans_in_order_within_the_text_have_no_flaw(spans):
    assert flaw(spans, 60) is None
