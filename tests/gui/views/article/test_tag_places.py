"""Tags never overlap, keep their order, and are as near their quotes as that allows."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gui.views.article.tag_places import PITCH, Place, arrange


def places(*wishes: float, firmness: int = 1) -> list[Place]:
    return [Place([row], wish, firmness) for row, wish in enumerate(wishes)]


def tops(placed: list[Place]) -> list[float]:
    return [place.top for place in placed]


def test_a_tag_with_room_is_level_with_its_line():
    assert tops(arrange(places(0, 100, 300), first=0, last=800, drift=96)) == [0, 100, 300]


def test_a_pass_downwards_clears_the_one_above():
    assert tops(arrange(places(0, 0, 24, 200), first=0, last=800, drift=96)) == [0, 24, 48, 200]


def test_a_pass_upwards_brings_back_what_fell_off():
    assert tops(arrange(places(700, 760, 770, 780), first=0, last=780, drift=96)) == [700, 732, 756, 780]


def test_checked_neighbours_fold_where_a_tag_would_drift_too_far():
    found = [Place([row], 0, 0) for row in range(8)] + [Place([8], 0, 1)]
    placed = arrange(found, first=0, last=800, drift=96)
    assert sorted(row for place in placed for row in place.rows) == list(range(9))
    assert placed[-1].rows == [8]
    assert all(place.top - place.wish <= 96 for place in placed)


def test_current_and_doubtful_quotes_do_not_fold_for_drift():
    found = [Place([row], 0, 2 + row % 2) for row in range(9)]
    assert [place.rows for place in arrange(found, first=0, last=800, drift=96)] == [[row] for row in range(9)]


def test_more_tags_than_room_fold_but_never_the_current_one():
    found = [Place([row], row, 3 if row == 20 else 2) for row in range(60)]
    placed = arrange(found, first=0, last=240, drift=96)
    assert len(placed) <= 12
    assert [20] in [place.rows for place in placed]


wishes = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 2)), max_size=70)


@given(wishes, st.integers(-1, 69))
def test_no_overlap_ever_and_always_in_order(found, current):
    ordered = sorted(found)
    made = [Place([row], wish, 3 if row == current else firm) for row, (wish, firm) in enumerate(ordered)]
    placed = arrange(made, first=2, last=806, drift=96)
    heights = tops(placed)
    assert all(lower - upper >= PITCH - 1e-9 for upper, lower in pairwise(heights))
    assert [row for place in placed for row in place.rows] == list(range(len(ordered)))
    assert all(len(place.rows) == 1 for place in placed if current in place.rows)


@given(wishes)
def test_tags_stay_inside_where_there_is_room(found):
    made = [Place([row], min(800, wish), firm) for row, (wish, firm) in enumerate(sorted(found))]
    heights = tops(arrange(made, first=2, last=806, drift=96))
    assert all(2 <= height <= 806 for height in heights)
