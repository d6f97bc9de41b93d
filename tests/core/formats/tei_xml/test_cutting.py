from hypothesis import given
from hypothesis import strategies as st

from core.formats.tei_xml.cutting import Closed, Opened, Stretch, Words, cut
from core.model.spans import Span

NAMES = "pabc"


def shown(length, *stretches):
    made = []
    for event in cut(length, stretches):
        if isinstance(event, Words):
            made.append("x" * (event.span.end - event.span.start))
        elif isinstance(event, Opened):
            made.append(f"<{NAMES[event.key]}{event.piece or ''}>")
        else:
            made.append(f"</{NAMES[event.key]}>")
    return "".join(made)


def test_stretches_nest_if_they_can():
    assert shown(6, Stretch(Span(0, 6), 1, 1), Stretch(Span(2, 4), 1, 2)) == "<a>xx<b>xx</b>xx</a>"


def test_equal_stretches_stand_by_rank_then_by_order():
    assert (
        shown(2, Stretch(Span(0, 2), 2, 1), Stretch(Span(0, 2), 1, 3), Stretch(Span(0, 2), 1, 2))
        == "<b><c><a>xx</a></c></b>"
    )


def test_the_later_of_two_that_overlap_is_cut():
    assert shown(6, Stretch(Span(0, 4), 1, 1), Stretch(Span(2, 6), 1, 2)) == "<a>xx<b>xx</b></a><b1>xx</b>"


def test_a_paragraph_is_never_cut():
    paragraphs = Stretch(Span(0, 3), 0, 0), Stretch(Span(3, 6), 0, 0)
    assert shown(6, *paragraphs, Stretch(Span(1, 5), 1, 1)) == "<p>x<a>xx</a></p><p1><a1>xx</a>x</p>"


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(1, 12), st.integers(0, 3)), max_size=12))
def test_whatever_overlaps_comes_out_nested_and_covers_what_it_covered(drawn):
    stretches = [Stretch(Span(a, min(12, a + b)), 1 + rank, key) for key, (a, b, rank) in enumerate(drawn)]
    covered = {each.key: set() for each in stretches}
    stack, place = [], 0
    for event in cut(12, stretches):
        if isinstance(event, Words):
            assert event.span.start == place
            place = event.span.end
            for key in stack:
                covered[key] |= set(range(*event.span))
        elif isinstance(event, Opened):
            stack.append(event.key)
        else:
            assert isinstance(event, Closed)
            assert stack.pop() == event.key
    assert place == 12
    assert not stack
    assert covered == {each.key: set(range(*each.span)) for each in stretches}
