"""Every quote in view has its tag, in order, apart, and under the pointer where it is drawn."""

from itertools import pairwise

from PySide6.QtCore import QPoint

from gui.views.article.tags import HEIGHT


def rects(parts):
    tags = parts.view.canvas.tags
    return [tags.rect(place) for place in tags.places]


def test_the_sample_has_a_tag_for_each_quote_level_with_its_first_line(show, seed):
    parts = show(seed)
    tags, page = parts.view.canvas.tags, parts.view.canvas.page
    assert [place.rows for place in tags.places] == [[row] for row in range(12)]
    lines = [page.line_top(quote.span.start) for quote in parts.model.quotes]
    level = [place.top == line + 2 for place, line in zip(tags.places, lines, strict=True)]
    assert level.count(True) == 11
    assert tags.places[2].top == tags.places[1].top + 24


def test_the_packed_page_has_all_tags_and_none_overlaps(show, packed):
    parts = show(packed)
    found = rects(parts)
    assert sum(len(place.rows) for place in parts.view.canvas.tags.places) == 32
    assert all(lower.top() >= upper.top() + 24 for upper, lower in pairwise(found))
    assert found[-1].bottom() < 828


def test_a_low_view_folds_what_has_no_room(show, packed):
    parts = show(packed, size=(816, 300))
    found = rects(parts)
    assert any(len(place.rows) > 1 for place in parts.view.canvas.tags.places)
    assert all(lower.top() >= upper.top() + 24 for upper, lower in pairwise(found))
    assert found[-1].bottom() <= 300


def test_tags_keep_apart_at_every_step_of_scrolling(show, big):
    parts = show(big)
    for step in range(0, 2400, 60):
        parts.view.verticalScrollBar().setValue(90_000 + step)
        parts.view.viewport().repaint()
        found = rects(parts)
        rows = [row for place in parts.view.canvas.tags.places for row in place.rows]
        assert rows == sorted(rows)
        assert all(lower.top() - upper.top() >= HEIGHT for upper, lower in pairwise(found))


def test_what_is_drawn_is_what_is_hit(show, seed):
    parts = show(seed)
    tags = parts.view.canvas.tags
    place = tags.place_of(4)
    assert tags.place_at(tags.rect(place).center()) is place
    assert tags.place_at(QPoint(5, 5)) is None
    assert tags.place_of(99) is None


def test_a_tag_goes_out_of_view_with_its_line_and_moves_no_other(show, seed):
    parts = show(seed, size=(816, 400))
    page, tags = parts.view.canvas.page, parts.view.canvas.tags
    lines = {row: page.line_top(quote.span.start) for row, quote in enumerate(parts.model.quotes)}
    for top in range(lines[4] - 30, lines[4] + 40, 3):
        parts.view.verticalScrollBar().setValue(top)
        parts.view.viewport().repaint()
        for row in (5, 6):
            assert tags.place_of(row).top == lines[row] + 2


def test_the_current_quote_never_folds(show, packed):
    parts = show(packed, size=(816, 200))
    for quote in ("q3", "q5", "q8"):
        parts.selection.select_quote(quote)
        parts.view.viewport().repaint()
        assert parts.view.canvas.tags.place_of(parts.model.row_of(quote)).rows == [parts.model.row_of(quote)]
