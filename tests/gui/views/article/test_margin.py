"""Signs stand at the left of the line, brackets tie the pieces of a quote at its right."""

from itertools import pairwise

import pytest
from msgspec import structs
from PySide6.QtCore import QRect

from gui.views.article.column import RING
from tests.support.articles import article_of, quote_of

TEXT = (
    "“If the river rises,” he said on Monday to the people of the town and of all the villages around it, "
    "“then we move.” Others stayed."
)


def two_pieces(**fields):
    first, second = (quote_of(TEXT, words).fragments[0] for words in ("“If the river rises,”", "“then we move.”"))
    return structs.replace(quote_of(TEXT, "“If"), id="two", fragments=(first, second), **fields)


def margin_of(parts, line=0):
    page = parts.view.canvas.page
    return QRect(RING, page.top_of(0) + line * page.pitch + RING, page.column.left - 4, page.pitch)


def gap_of(parts, top, bottom):
    column = parts.view.canvas.page.column
    return QRect(column.right + 1 + RING, top + RING, 4, bottom - top)


def shown(show, **fields):
    parts = show(article_of(TEXT, [two_pieces(**fields)], ["Ana Ruiz"]))
    return parts, parts.view.grab().toImage()


def test_doubt_and_flag_have_signs_and_nothing_else_has(show, colours):
    parts, image = shown(show)
    assert set(colours(image, margin_of(parts))) == {parts.theme.colour("paper").name()}
    parts, image = shown(show, confidence=0.4)
    assert colours(image, margin_of(parts))[parts.theme.colour("doubtfill").name()] > 100
    parts, image = shown(show, flagged=True)
    assert colours(image, margin_of(parts))[parts.theme.colour("ink").name()] > 30


def test_both_signs_of_a_line_stand_side_by_side(show, colours):
    parts, image = shown(show, flagged=True, confidence=0.4)
    found = colours(image, margin_of(parts))
    assert found[parts.theme.colour("doubtfill").name()] > 100
    assert found[parts.theme.colour("ink").name()] > 30


@pytest.mark.parametrize("width", [640, 760, 860, 1000])
def test_both_signs_keep_clear_of_each_other_and_of_the_edge(show, colours, width):
    article = article_of(TEXT, [two_pieces(flagged=True, confidence=0.4)], ["Ana Ruiz"])
    parts = show(article, size=(width, 700))
    image, area = parts.view.grab().toImage(), margin_of(parts)
    paper = parts.theme.colour("paper").name()
    inked = [
        x
        for x in range(area.left(), area.right())
        if set(colours(image, QRect(x, area.top(), 1, area.height()))) != {paper}
    ]
    gaps = [after - before - 1 for before, after in pairwise(inked) if after > before + 1]
    assert len(gaps) == 1, "two signs with nothing between them"
    assert gaps[0] >= 2
    assert inked[0] - area.left() >= 2
    assert inked[-1] <= parts.view.canvas.page.column.left + RING - 15


def test_a_bracket_ties_the_second_piece_to_the_first(show, colours):
    parts, image = shown(show)
    page = parts.view.canvas.page
    tops = [page.line_top(span.start) for span in parts.model.quotes[0].fragments]
    assert tops[1] > tops[0]
    paper = parts.theme.colour("paper").name()
    assert set(colours(image, gap_of(parts, tops[0] + 12, tops[1] + 12))) != {paper}
    assert set(colours(image, gap_of(parts, tops[1] + 14, tops[1] + 40))) == {paper}
    assert set(colours(image, gap_of(parts, 0, tops[0] + 11))) == {paper}


def test_a_quote_in_one_piece_and_one_that_is_none_have_no_bracket(show, colours):
    parts, _ = shown(show)
    parts.source.reject("sample", "two")
    parts.model.refresh(["two"], keep_ghost="two")
    image = parts.view.grab().toImage()
    assert set(colours(image, gap_of(parts, 0, 100))) == {parts.theme.colour("paper").name()}


def test_a_bracket_whose_ends_are_out_of_view_runs_through(show, colours):
    text = TEXT.replace("he said", "he said " + "and went on " * 600, 1)
    first, second = quote_of(text, "“If the river rises,”").fragments[0], quote_of(text, "“then we move.”").fragments[0]
    quote = structs.replace(quote_of(text, "“If"), fragments=(first, second))
    parts = show(article_of(text, [quote], ["Ana Ruiz"]))
    found = colours(parts.view.grab().toImage(), gap_of(parts, 400, 800))
    assert len(found) > 1


def test_a_bracket_meets_its_own_tick_however_many_begin_on_the_line(show, colours):
    other = structs.replace(quote_of(TEXT, "the people"), id="other")
    for quotes, own in (([two_pieces()], 0), ([two_pieces(), other], 0)):
        parts = show(article_of(TEXT, quotes, ["Ana Ruiz"]))
        image, paper = parts.view.grab().toImage(), parts.theme.colour("paper").name()
        x = parts.view.canvas.page.column.right + RING + 4
        y = int(parts.view.canvas.tags.ticks[own].middle) + RING - parts.view.scrolling.top
        assert paper not in colours(image, QRect(x, y, 4, 1)), "from the bracket to the tick"
    assert len(parts.view.canvas.tags.ticks) == 2
