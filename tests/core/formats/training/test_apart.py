from core.formats.training.apart import apart
from core.model.spans import Span


def test_of_spans_that_share_words_the_outermost_stays():
    assert apart([Span(2, 4), Span(1, 9), Span(1, 3), Span(9, 10), Span(8, 12)]) == [1, 3]
