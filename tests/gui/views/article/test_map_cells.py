"""Every quote has its pixels on the map, at the place where its words are."""

from core.model.spans import Span
from gui.views.article.map_cells import Cells, Grid, Survey
from gui.views.article.page import Page
from gui.views.article.pieces import Pieces
from tests.support.articles import quote_of

TEXT = "Before the meeting he held a call with someone. " * 12 + "\n\n" + "“We did,” he said. " * 20


def cells(*spans: Span, scale: float = 0.5, high: int = 200, at_a_time: int = 100) -> tuple[Page, Cells]:
    page = Page()
    page.show(TEXT)
    page.fit(812, 1.0)
    page.visible(0, 5000)
    quotes = [quote_of(TEXT, TEXT[span.start : span.end], id=str(span)) for span in spans]
    survey = Survey(page, Pieces(quotes, page.blocks, page.starts), Grid(12, high, scale))
    while not survey.go_on(at_a_time):
        pass
    return page, survey.cells()


def test_a_quote_stands_at_its_height():
    page, made = cells(Span(0, 600))
    rows = [pixel // 12 for pixel in made.pixels[0]]
    first, last = page.line_top(0), page.line_top(599)
    assert min(rows) == round(first * 0.5)
    assert abs(max(rows) - (last + 24) * 0.5) <= 1
    assert made.tops[0] == (first + 12) * 0.5
    assert made.bottoms[0] == (last + 24) * 0.5


def test_a_short_quote_is_at_least_one_pixel():
    _, made = cells(Span(3, 4), scale=0.001)
    assert len(made.pixels[0]) >= 1


def test_each_pixel_has_one_owner_and_the_later_quote_wins():
    _, made = cells(Span(0, 400), Span(100, 200))
    outer, inner = made.pixels
    assert outer
    assert inner
    assert set(outer).isdisjoint(inner)


def test_lines_of_text_have_rows_of_their_own():
    page, made = cells(scale=1.0, high=2000)
    count = sum(page.heights.line_counts)
    assert len(made.lines) == count
    assert len(made.pixels) == 0
    assert made.pitch == 24


def test_it_comes_to_the_same_in_any_number_of_steps():
    spans = [Span(start, start + 35) for start in range(0, 900, 20)]
    assert cells(*spans)[1] == cells(*spans, at_a_time=7)[1]


def test_where_lines_are_closer_than_pixels_there_are_none():
    assert cells(scale=0.01)[1].lines == []


def test_more_pixels_a_unit_make_a_larger_picture_of_the_same():
    page = Page()
    page.show(TEXT)
    page.fit(812, 1.0)
    pieces = Pieces([quote_of(TEXT, TEXT[:400])], page.blocks, page.starts)
    small, large = (Survey(page, pieces, Grid(12 * n, 200 * n, 0.1 * n, n)) for n in (1, 2))
    assert small.go_on(1)
    assert large.go_on(1)
    assert large.cells().tops[0] == 2 * small.cells().tops[0]
    assert len(large.cells().pixels[0]) > 3 * len(small.cells().pixels[0])
