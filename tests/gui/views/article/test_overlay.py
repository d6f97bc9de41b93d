"""What lies over the page: handles only where they can be taken hold of, the caret, letters, found words."""

import pytest
from PySide6.QtCore import QRect

from core.model.spans import Span
from gui.selection import NO_EDGE
from gui.views.article.edges import KNOB
from gui.views.article.hints import HEIGHT, Target


@pytest.fixture
def accents(colours):
    """Return a function that counts pixels of the accent around the edges of a quote's first piece."""

    def count(parts, span):
        page, image = parts.view.canvas.page, parts.view.viewport().grab().toImage()
        rows, knob, found = page.rows(span), round(KNOB), []
        for x, y in ((rows[0].left, rows[0].top + 2), (rows[-1].right, rows[-1].bottom - 2)):
            around = QRect(round(x) - knob - 2, round(y) - knob - parts.view.scrolling.top, 2 * knob + 4, 2 * knob)
            found.append(colours(image, around)[parts.theme.colour("accent").name()])
        return found

    return count


def test_handles_are_there_while_an_edge_is_live_or_the_quote_is_pointed_at(show, seed, accents):
    parts = show(seed)
    span = parts.model.quote("q2").fragments[0]
    overlay, selection = parts.view.overlay, parts.selection
    assert not overlay.has_handles
    selection.select_quote("q2")
    assert (overlay.has_handles, accents(parts, span)) == (False, [0, 0])
    selection.hover("q2")
    assert overlay.has_handles
    assert min(accents(parts, span)) > 10
    selection.hover("q5")
    assert not overlay.has_handles
    selection.choose_edge(1)
    start, end = accents(parts, span)
    assert (overlay.has_handles, end > start > 10) == (True, True)
    selection.choose_edge(NO_EDGE)
    assert accents(parts, span) == [0, 0]


def test_a_rejected_quote_has_no_handles(show, seed, accents):
    parts = show(seed)
    span = parts.model.quote("q2").fragments[0]
    parts.selection.select_quote("q2")
    parts.selection.choose_edge(0)
    parts.source.reject("seed", "q2")
    parts.model.refresh(["q2"], keep_ghost="q2")
    assert accents(parts, span) == [0, 0]


def test_while_an_edge_is_dragged_the_handles_are_where_it_would_be(show, seed, accents):
    parts = show(seed)
    parts.selection.select_quote("q2")
    parts.selection.choose_edge(1)
    start, end = parts.model.quote("q2").fragments[0]
    parts.view.edges.take(1, (Span(start, end),))
    parts.view.edges.drag(end - 30)
    there = parts.view.edges.preview[0]
    assert min(accents(parts, there)) > 10
    assert accents(parts, Span(start, end))[1] < accents(parts, there)[1]


def test_caret_letters_and_found_words_are_painted_over_the_text(show, seed, colours):
    parts = show(seed)
    view, theme = parts.view, parts.theme
    view.caret.begin(30)
    view.hints.begin([Target(Span(7, 18), 1, decides=False)], lambda value: None)
    view.finding.look_for("Russian President")
    view.finding.step(0, forward=True)
    image = view.viewport().grab().toImage()
    assert colours(image, view.caret.rect())[theme.colour("ink").name()] > 30
    x, line = view.canvas.page.caret_at(7)
    assert colours(image, QRect(round(x) - 4, line - HEIGHT // 2, 12, HEIGHT))[theme.colour("primary").name()] > 40
    row = view.canvas.page.rows(view.finding.found[0])[0]
    assert colours(image, QRect(round(row.left) - 3, round(row.top), 6, 24))[theme.colour("accent").name()] > 5


def test_on_a_scrolled_page_they_scroll_along(show, big, accents):
    parts = show(big)
    parts.selection.select_quote("q5000")
    parts.selection.choose_edge(0)
    assert parts.view.scrolling.top > 10_000
    span = parts.model.quote("q5000").fragments[0]
    assert accents(parts, span)[0] > 20
