"""A text is cut at its breaks and nothing but breaks and blank lines gets lost."""

from hypothesis import given
from hypothesis import strategies as st

from gui.views.article.blocks import LONG, Block, blocks_of


def words(text: str) -> list[str]:
    return [text[block.start : block.end] for block in blocks_of(text)]


def test_blank_lines_part_paragraphs_and_single_breaks_part_lines():
    assert blocks_of("one\r\n\r\ntwo\nthree") == [Block(0, 3, False), Block(7, 10, True), Block(11, 16, False)]


def test_without_blank_lines_every_break_parts_paragraphs():
    assert [block.gap for block in blocks_of("one\ntwo\rthree")] == [False, True, True]


def test_leading_and_trailing_breaks_make_no_blocks():
    assert words("\n\n  \n one \n\n") == [" one "]


def test_an_empty_text_is_one_empty_block():
    assert blocks_of("") == [Block(0, 0, False)]
    assert blocks_of("\n\n") == [Block(0, 2, False)]


def test_a_very_long_paragraph_is_cut_at_ends_of_sentences_without_space_between():
    text = "first.\n\n" + "All of it was said. " * 2000
    blocks = blocks_of(text)
    assert len(blocks) > 3
    assert [block.gap for block in blocks[:3]] == [False, True, False]
    assert all(text[block.start : block.end].startswith("All") for block in blocks[1:])
    assert "".join(text[block.start : block.end] for block in blocks[1:]) == text[8:]


def test_a_long_paragraph_without_sentences_or_spaces_is_cut_anyway():
    assert all(block.end - block.start <= LONG for block in blocks_of("x" * 50_000))
    assert all(text.startswith("word") for text in words("word " * 9000))


@given(st.text(alphabet="ab .\n\r\t\u2028", max_size=80))
def test_blocks_are_in_order_and_hold_every_visible_letter(text):
    blocks = blocks_of(text)
    ends = [0, *(block.end for block in blocks)]
    assert all(before <= block.start <= block.end for before, block in zip(ends, blocks, strict=False))
    kept = "".join(text[block.start : block.end] for block in blocks)
    assert "".join(kept.split()) == "".join(text.split())
