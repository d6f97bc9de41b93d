from core.model.pairing import forms as forms_of
from core.model.pairing import paired
from core.model.spans import Span
from core.model.terms import Kind


def forms(*spans):
    return [[Span(*span)] for span in spans]


def test_each_is_taken_once_and_the_best_first():
    first = [forms((0, 10)), forms((20, 30))]
    second = [forms((21, 30)), forms((0, 6)), forms((0, 9))]
    assert paired(first, second) == [(0, 2), (1, 0)]


def test_half_is_the_least():
    assert paired([forms((0, 10))], [forms((0, 5))]) == [(0, 0)]
    assert paired([forms((0, 10))], [forms((0, 4))]) == []


def test_the_best_form_counts():
    assert paired([forms((0, 100), (90, 99))], [forms((90, 99))]) == [(0, 0)]


def test_nothing_to_pair():
    assert paired([], [forms((0, 1))]) == []
    assert paired([[]], [forms((0, 1))]) == []


def test_a_mixed_quote_has_two_forms():
    whole, part = [Span(0, 9)], [Span(4, 9)]
    assert forms_of(whole, part, Kind.MIXED) == (whole, part)
    assert forms_of(whole, part, Kind.DIRECT) == (whole,)
