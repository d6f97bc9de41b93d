"""The page at every width: as drawn at 816, compact below, never overlapping."""

from hypothesis import given
from hypothesis import strategies as st

from gui.views.article.column import EDGE, LEAST_MEASURE, MAP, RING, TAG_COMPACT, TAG_WIDE, column_for, narrowest


def test_the_page_of_the_picture():
    column = column_for(816 - 2 * RING, 1.0)
    assert (column.left + RING, column.right + RING) == (50, 580)
    assert (column.tick + RING, column.tag_left + RING, column.tag_width) == (586, 607, TAG_WIDE)
    assert column.map_left + RING + MAP == 810
    assert not column.compact


def test_one_pixel_less_makes_tags_compact_before_the_text_narrows():
    column = column_for(815 - 2 * RING, 1.0)
    assert column.compact
    assert column.width == 530


def test_the_text_narrows_to_the_least_measure_at_the_narrowest_view():
    assert column_for(narrowest() - 2 * RING, 1.0).width == LEAST_MEASURE
    assert column_for(narrowest() - 2 * RING, 2.0).width == LEAST_MEASURE


def test_zoom_widens_the_column_and_spare_room_goes_to_both_sides():
    assert column_for(1500, 2.0).width == 1060
    wide = column_for(1200, 1.0)
    assert wide.left > 200
    assert wide.map_left == 1200 - EDGE - MAP


def test_a_measure_of_ones_own_is_the_width_at_fit_where_there_is_room():
    assert [column_for(2000, 1.0, measure).width for measure in (430, 530, 900)] == [430, 530, 900]
    assert column_for(4000, 2.0, 900).width == 1800
    assert column_for(816 - 2 * RING, 1.0, 900).width == column_for(816 - 2 * RING, 1.0, 700).width < 700
    assert column_for(812, 1.0, 430).left > column_for(812, 1.0).left


@given(st.integers(400, 4000), st.sampled_from([0.8, 1.0, 1.3, 2.0]), st.integers(430, 900))
def test_nothing_overlaps_at_any_width(viewport, zoom, measure):
    column = column_for(viewport, zoom, measure)
    assert 0 < column.left < column.right < column.tick < column.tag_left
    assert column.tag_left + column.tag_width < column.map_left
    assert column.map_left + MAP <= viewport
    assert column.compact == (column.tag_width == TAG_COMPACT)
