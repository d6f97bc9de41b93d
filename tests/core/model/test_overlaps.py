"""Which suggestions decided quotes cover; compared with trying every pair."""

from hypothesis import given
from hypothesis import strategies as st

from core.model.overlaps import covering
from core.model.pairing import SAME
from core.model.spans import Span, overlap
from tests.support.projects import quote

ENDS = st.tuples(st.integers(0, 40), st.integers(1, 25))


def quotes(letter):
    def made(pairs):
        return [quote(start, start + size, id=f"{letter}{n}") for n, (start, size) in enumerate(pairs)]

    return st.lists(ENDS, max_size=8).map(made)


@given(quotes("s"), quotes("d"))
def test_the_best_of_all_that_share_half(suggestions, decided):
    found = covering(suggestions, decided)
    for each in suggestions:
        shares = {other.id: overlap(each.fragments, other.fragments) for other in decided}
        best = max(shares.values(), default=0.0)
        if best >= SAME:
            assert shares[found[each.id]] == best
        else:
            assert each.id not in found


def test_the_same_id_covers_wherever_it_stands():
    assert covering([quote(0, 5, id="x")], [quote(90, 95, id="x")]) == {"x": "x"}


def test_half_is_enough_and_less_is_not():
    assert covering([quote(0, 10)], [quote(0, 5)]) == {"q0-10": "q0-5"}
    assert covering([quote(0, 11)], [quote(0, 5)]) == {}
    assert covering([], [quote(0, 5)]) == {}
    assert covering([quote(0, 5)], []) == {}


def test_fragments_count_and_the_gap_between_them_does_not():
    pieces = quote(0, 5, id="pieces", fragments=(Span(0, 5), Span(50, 55)))
    assert covering([pieces], [quote(0, 55)]) == {}
    assert covering([pieces], [quote(0, 5)]) == {"pieces": "q0-5"}
