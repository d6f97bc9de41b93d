from hypothesis import given
from hypothesis import strategies as st

from core.formats.spans_and_links.tokens import Tokens
from tests.core.formats.drawing import TEXTS, spans


@given(st.data())
def test_every_span_begins_and_ends_where_a_token_does(data):
    text = data.draw(TEXTS)
    some = data.draw(st.lists(spans(len(text)), max_size=6))
    tokens = Tokens(text, some)
    assert "".join(text[one.start : one.end] + " " * one.ws for one in tokens.all) == text
    for start, end in some:
        first, last = tokens.place(start, end)
        assert (tokens.all[first].start, tokens.all[last].end) == (start, end)


def test_a_single_space_is_no_token_unless_a_span_needs_it():
    assert [(one.start, one.end, one.ws) for one in Tokens("ab c.", []).all] == [
        (0, 2, True),
        (3, 4, False),
        (4, 5, False),
    ]
    assert [(one.start, one.end) for one in Tokens("ab c", [(2, 4)]).all] == [(0, 2), (2, 3), (3, 4)]


def test_words_are_cut_where_a_span_ends_in_them():
    assert [(one.start, one.end) for one in Tokens("abcd", [(1, 3)]).all] == [(0, 1), (1, 3), (3, 4)]
