"""Who "the minister" is: found in the text before, underlined, tied to the quote through the margin."""

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from core.model.records import Speaker
from core.model.spans import Span
from gui.views.article.column import MARGIN
from gui.views.article.evidence import Evidence, evidence_of, paint_evidence
from gui.views.article.page import Page
from tests.support.articles import quote_of

TEXT = "Sergey Lavrov came. Lavrova left. Lavrov rested.\n\n“We go,” the minister said. “I stay,” Lavrov said."
LAVROV = Speaker(id="s1", name="Sergey Lavrov", aliases=("the minister", "he"))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def quote():
    return quote_of(TEXT, "“We go,”", mention=span("the minister"), cue=span("said"))


def test_the_name_is_the_nearest_whole_one_before(quote):
    evidence = evidence_of(TEXT, quote, LAVROV)
    assert evidence.name == span("Lavrov rested")._replace(end=span("Lavrov rested").start + 6)
    assert TEXT[slice(*evidence.mention)] == "the minister"
    assert TEXT[slice(*evidence.cue)] == "said"
    assert len(evidence.spans) == 3


def test_a_mention_that_is_the_name_needs_no_other(quote):
    start = TEXT.rindex("Lavrov")
    named = structs.replace(quote, mention=Span(start, start + 6))
    assert evidence_of(TEXT, named, LAVROV).name is None


def test_what_is_missing_is_left_out(quote):
    assert evidence_of(TEXT, structs.replace(quote, mention=None, cue=None), LAVROV) == Evidence()
    assert evidence_of(TEXT, quote, None).name is None
    assert evidence_of(TEXT, quote, Speaker(id="s2", name="Ana Ruiz")).name is None
    assert evidence_of(TEXT, quote, Speaker(id="s2", name="")).name is None


def painted(page: Page, quote, evidence: Evidence) -> QImage:
    image = QImage(820, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_evidence(painter, page, quote, evidence, colour=QColor("#973D10"))
    painter.end()
    return image


def inked(image: QImage, columns: range) -> set[int]:
    return {y for y in range(image.height()) for x in columns if image.pixelColor(x, y) != QColor("white")}


def test_the_curve_runs_through_the_margin_from_the_name_to_the_quote(quote):
    page = Page()
    page.show(TEXT)
    page.fit(812, 1.0)
    page.visible(0, 300)
    image = painted(page, quote, evidence_of(TEXT, quote, LAVROV))
    name, words = page.rows(span("Lavrov rested"))[0], page.rows(quote.fragments[0])[0]
    lane = inked(image, range(MARGIN - 15, MARGIN - 12))
    assert min(lane) == pytest.approx(name.top + 23, abs=2)
    assert max(lane) == pytest.approx((words.top + words.bottom) / 2, abs=2)
    # The line under the name and the outline of a quote on the next line are two.
    assert max(inked(image, range(round(name.left) + 8, round(name.right)))) < name.top + page.pitch - 1
    # It keeps below the letters of the line it runs under.
    assert not [y for y in inked(image, range(MARGIN, round(name.left) - 4)) if y < name.top + 21]


def test_beside_the_quote_there_is_no_curve(quote):
    page = Page()
    page.show(TEXT)
    page.fit(812, 1.0)
    page.visible(0, 300)
    image = painted(page, quote, Evidence(mention=quote.mention))
    assert inked(image, range(MARGIN)) == set()
    assert inked(image, range(MARGIN, 600))
