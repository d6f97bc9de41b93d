"""Every quote has its pixels on the map, at the place where its words are."""

from core.model.spans import Span
from gui.views.article.map_cells import cells_of
from gui.views.article.page import Page
from gui.views.article.pieces import Pieces
from tests.support.articles import quote_of

TEXT = "Before the meeting he held a call with someone. " * 12 + "\n\n" + "“We did,” he said. " * 20


def cells(*spans: Span, scale: float = 0.5, high: int = 200):
    page = Page()
    page.show(TEXT)
    page.fit(812, 1.0)
    page.visible(0, 5000)
    quotes = [quote_of(TEXT, TEXT[span.start : span.end], id=str(span)) for span in spans]
    made = cells_of(page, Pieces(quotes, page.blocks, page.starts), wide=12, high=high, scale=scale)
    return page, made


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
