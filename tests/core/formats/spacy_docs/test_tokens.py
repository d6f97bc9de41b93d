from hypothesis import given
from hypothesis import strategies as st

from core.formats.spacy_docs.tokens import cut, places
from core.model.spans import Span

TEXTS = st.text(st.sampled_from("ab  \r\n\t👩\u0301"), min_size=1, max_size=20)


@st.composite
def marked(draw):
    text = draw(TEXTS)
    ends = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    return text, draw(st.sets(st.integers(0, len(text)))), [Span(*one) for one in draw(st.lists(ends, max_size=4))]


@given(marked())
def test_tokens_hold_the_text_and_every_edge(drawn):
    text, boundaries, spans = drawn
    words, spaces = cut(text, boundaries, spans)
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == text
    assert all(words)
    found = places(words, spaces)
    assert [text[a:b] for a, b in found] == words
    assert {span.start for span in spans} <= {token.start for token in found}
    assert {span.end for span in spans} <= {token.end for token in found}


def test_a_space_after_a_word_is_no_token_unless_a_span_begins_or_ends_with_it():
    assert cut("a b  c", [0, 1, 2, 3, 4, 5, 6], []) == (["a", "b", " ", "c"], [True, True, False, False])
    assert cut("a b", [1, 2], [Span(0, 2)]) == (["a", " ", "b"], [False, False, False])
    assert cut("a b", [1, 2], [Span(1, 3)]) == (["a", " ", "b"], [False, False, False])
    assert cut("a b", [1, 2], [Span(2, 3)]) == (["a", "b"], [True, False])


def test_a_leading_space_is_a_token():
    assert cut(" a", [0, 1, 2], []) == ([" ", "a"], [False, False])
