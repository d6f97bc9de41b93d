from hypothesis import given
from hypothesis import strategies as st

from core.nlp.paragraphs import paragraph_spans
from core.nlp.pieces import pieces


def cut(text: str, longest: int) -> list[str]:
    return [text[start:end] for start, end in pieces(text, paragraph_spans(text), longest=longest)]


def test_a_short_text_is_one_piece():
    assert cut("One.\n\nTwo.", 100) == ["One.\n\nTwo."]
    assert cut("", 100) == []


def test_cuts_lie_between_paragraphs():
    assert cut("One one.\n\nTwo two.\n\nThree.", 20) == ["One one.\n\nTwo two.\n\n", "Three."]


def test_a_long_paragraph_is_cut_behind_a_sentence_else_a_word_else_anywhere():
    assert cut("Aaaa bbb. Cccc ddd eee", 14) == ["Aaaa bbb. ", "Cccc ddd eee"]
    assert cut("aaaaaa bbbbbb cccccc", 15) == ["aaaaaa bbbbbb ", "cccccc"]
    assert cut("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@given(st.text(st.sampled_from("ab. \n"), max_size=200), st.integers(5, 40))
def test_pieces_are_the_whole_text(text: str, longest: int):
    parts = cut(text, longest)
    assert "".join(parts) == text
    assert all(parts)
    assert all(len(part.strip()) <= longest for part in parts)


def test_a_long_run_of_signs_is_cut_up_and_a_long_word_is_not():
    assert max(map(len, cut("“" * 5000, 30_000))) <= 400
    assert cut("a" * 5000, 30_000) == ["a" * 5000]
    assert cut("語" * 5000, 30_000) == ["語" * 5000]
