from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.formats.cas.segments import sentences, tokens
from tests.core.formats.drawing import TEXTS


def words(text: str, *edges: int) -> list[str]:
    return [text[start:end] for start, end in tokens(text, edges)]


def told(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, tokens(text, ()))]


def test_words_and_signs_are_tokens_and_none_reaches_over_an_edge():
    assert words("Ana's dog said: “Yes!”") == ["Ana's", "dog", "said", ":", "“", "Yes", "!", "”"]
    assert words("unhappy", 2) == ["un", "happy"]
    assert words("cafe\u0301 e\u0301t") == ["cafe\u0301", "e\u0301t"]


def test_sentences_end_with_their_sign_and_its_mark_or_with_the_line():
    assert told("A headline\nHe said “It rains.” She left. v1.2 is out\r\n\r\nEnd") == [
        "A headline", "He said “It rains.”", "She left.", "v1.2 is out", "End",
    ]  # fmt: skip


@given(TEXTS, st.lists(st.integers(0, 30), max_size=4))
def test_tokens_and_sentences_cover_all_words_in_order(text, edges):
    found = tokens(text, [min(edge, len(text)) for edge in edges])
    assert "".join("".join(text[a:b] for a, b in found).split()) == "".join(text.split())
    assert all(not (a < edge < b) for a, b in found for edge in edges)
    parts = list(sentences(text, found))
    assert (parts[0].start, parts[-1].end) == (found[0].start, found[-1].end)
    assert {a for a, _ in parts} <= {a for a, _ in found}
    assert {b for _, b in parts} <= {b for _, b in found}
    assert all(one.end <= other.start for one, other in pairwise(parts))
