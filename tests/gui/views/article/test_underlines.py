"""The underline tells the state: one line style each, told apart without colour."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect

from core.model.terms import Status
from gui.views.article.column import RING
from tests.support.articles import article_of, quote_of

TEXT = "It was hard, many said."
STATES = {
    "suggested": {"confidence": 0.9, "candidates": ()},
    "doubtful": {"confidence": 0.4, "candidates": ()},
    "checked": {"status": Status.ACCEPTED},
}


def line_under(show, state: str) -> list[str]:
    """Return the colours along the underline of a quote."""
    quote = quote_of(TEXT, "It was hard", **STATES[state])
    parts = show(article_of(TEXT, [quote], ["Ana Ruiz"]))
    page = parts.view.canvas.page
    row = page.rows(quote.fragments[0])[0]
    image = parts.view.grab().toImage()
    y = int(row.top) + page.underline + RING
    return [image.pixelColor(x + RING, y).name() for x in range(int(row.left), int(row.right))]


@pytest.mark.parametrize(("state", "changes"), [("suggested", 10), ("doubtful", 20), ("checked", 0)])
def test_each_state_has_a_line_of_its_own(show, state, changes):
    found = line_under(show, state)
    steps = sum(one != other for one, other in pairwise(found))
    assert steps <= 2 if changes == 0 else steps >= changes


def test_doubt_is_amber_and_the_others_have_the_speakers_colour(show):
    assert "#d99a00" in line_under(show, "doubtful")
    assert "#08457f" in line_under(show, "suggested")
    assert "#d99a00" not in line_under(show, "checked")


def test_a_quote_that_is_none_has_no_line(show):
    quote = quote_of(TEXT, "It was hard", id="q")
    parts = show(article_of(TEXT, [quote], ["Ana Ruiz"]))
    parts.source.reject("sample", "q")
    parts.model.refresh(["q"], keep_ghost="q")
    row = parts.view.canvas.page.rows(quote.fragments[0])[0]
    image = parts.view.grab().toImage()
    part = QRect(int(row.left) + RING, int(row.top) + RING, 60, 24)
    found = {
        image.pixelColor(x, y).name()
        for x in range(part.left(), part.right())
        for y in range(part.top(), part.bottom())
    }
    assert "#08457f" not in found
