"""Every part of every quote is found in the block where it lies."""

from hypothesis import given
from hypothesis import strategies as st

from core.model.records import Quote
from core.model.spans import Span
from core.model.terms import Kind
from gui.views.article.blocks import Block
from gui.views.article.pieces import DEEPEST, Pieces

BLOCKS = [Block(0, 10, False), Block(12, 20, True), Block(22, 30, True)]
STARTS = [0, 12, 22]


def quote(*fragments: tuple[int, int]) -> Quote:
    return Quote(id=str(fragments), fragments=tuple(Span(*each) for each in fragments), kind=Kind.DIRECT)


def test_a_quote_over_two_blocks_has_a_piece_in_each_and_one_head():
    pieces = Pieces([quote((5, 15))], BLOCKS, STARTS)
    (first,), (second,) = pieces.in_block(0), pieces.in_block(1)
    assert (first.start, first.end, first.head, first.opens) == (5, 10, True, True)
    assert (second.start, second.end, second.head, second.opens) == (12, 15, False, False)
    assert pieces.in_block(2) == ()


def test_the_second_fragment_opens_but_is_no_head():
    (_, second) = Pieces([quote((0, 3), (5, 8))], BLOCKS, STARTS).in_block(0)
    assert (second.fragment, second.head, second.opens) == (1, False, True)


def test_inner_quotes_lie_deeper_and_neighbours_do_not():
    nested = [quote((0, 10)), quote((2, 8)), quote((3, 6)), quote((4, 5)), quote((8, 9))]
    depths = [piece.depth for piece in Pieces(nested, BLOCKS, STARTS).in_block(0)]
    assert depths == [0, 1, 2, DEEPEST, 1]


def test_no_quotes_have_no_pieces():
    assert Pieces([], BLOCKS, STARTS).in_block(1) == ()


spans = st.lists(
    st.tuples(st.integers(0, 29), st.integers(1, 15)).map(lambda pair: (pair[0], min(30, sum(pair)))), max_size=8
)


@given(spans)
def test_pieces_are_what_spans_and_blocks_share(found):
    quotes = sorted((quote(each) for each in found), key=lambda one: (one.span.start, -one.span.end))
    pieces = Pieces(quotes, BLOCKS, STARTS)
    for index, block in enumerate(BLOCKS):
        expected = [
            (row, max(one.span.start, block.start), min(one.span.end, block.end))
            for row, one in enumerate(quotes)
            if min(one.span.end, block.end) > max(one.span.start, block.start)
        ]
        assert sorted((piece.row, piece.start, piece.end) for piece in pieces.in_block(index)) == expected
