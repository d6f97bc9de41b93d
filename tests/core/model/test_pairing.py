from core.model.pairing import paired
from core.model.spans import Span


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
