"""The map's picture is made in steps, keeps up with decisions meanwhile, and never shows another article's."""

import pytest
from msgspec import structs
from PySide6.QtCore import QSizeF

from core.model.terms import Status
from gui.models.article import ArticleModel
from gui.theme import Theme
from gui.views.article import map_picture
from gui.views.article.map_cells import Survey
from gui.views.article.map_picture import MapPicture
from gui.views.article.page import Page
from gui.views.article.pieces import Pieces
from tests.support.articles import FixedSource

SIZE = QSizeF(12, 800)


class Made:
    """A picture of an article and all that it is made from."""

    def __init__(self, article) -> None:
        self.source = FixedSource(article)
        self.model = ArticleModel(self.source)
        self.model.show_document(article.document.id)
        self.page = Page()
        self.page.fit(812, 1.0)
        self.page.show(self.model.text)
        self.picture = MapPicture(self.model, self.page, Theme())
        self.ready = 0
        self.picture.ready.connect(self._count)
        self.picture.forget()

    def _count(self) -> None:
        self.ready += 1

    def make(self, size=SIZE) -> None:
        pieces = Pieces(self.model.quotes, self.page.blocks, self.page.starts)
        self.picture.make(pieces, size, scale=800 / self.page.height, ratio=1.0)

    def put(self, row: int, **fields) -> None:
        quote = self.model.quotes[row]
        self.source.put(self.model.article.document.id, structs.replace(quote, **fields))
        self.model.refresh([quote.id])
        self.picture.reread([row])


@pytest.fixture
def made(qapp, seed):
    return Made(seed)


@pytest.fixture
def large(qapp, big, monkeypatch):
    monkeypatch.setattr(map_picture, "AT_A_TIME", 3000)
    return Made(big)


def pixels(picture):
    return bytes(picture.image.constBits())


def test_a_short_article_is_there_at_once(made):
    assert made.picture.is_behind
    made.make()
    assert (made.ready, made.picture.is_behind) == (1, False)
    assert (made.picture.image.width(), made.picture.image.height()) == (12, 800)
    assert len(made.picture.cells.tops) == 12
    assert sum(made.picture.doubts.values()) == 2


def test_asked_for_again_it_is_not_made_again(made):
    made.make()
    made.make()
    assert made.ready == 1
    made.make(QSizeF(12, 700))
    assert (made.ready, made.picture.image.height()) == (2, 700)


def test_a_long_article_comes_in_steps_and_the_old_picture_stays_until_then(large, qtbot):
    large.make()
    assert large.picture.is_behind
    assert large.picture.image.isNull()
    qtbot.waitUntil(lambda: not large.picture.is_behind)
    before = pixels(large.picture)
    large.picture.forget()
    large.make(QSizeF(12, 700))
    assert large.picture.is_behind
    assert pixels(large.picture) == before
    qtbot.waitUntil(lambda: not large.picture.is_behind)
    assert large.picture.image.height() == 700


@pytest.mark.parametrize("row", [0, 9999])
def test_a_decision_while_it_is_made_is_in_it(large, qtbot, row):
    """One that was looked at already, and one that was not."""
    large.make()
    large.put(row, speaker_id=None, status=Status.CORRECTED)
    assert large.picture.is_behind
    qtbot.waitUntil(lambda: not large.picture.is_behind)
    shown = pixels(large.picture)
    again = Made(large.source.articles["big"])
    again.put(row, speaker_id=None, status=Status.CORRECTED)
    again.make()
    qtbot.waitUntil(lambda: not again.picture.is_behind)
    assert pixels(again.picture) == shown
    assert again.picture.doubts == large.picture.doubts


def test_a_decision_afterwards_changes_pixels_and_doubts(made):
    made.make()
    before = pixels(made.picture)
    made.put(3, speaker_id=None, status=Status.CORRECTED)
    assert pixels(made.picture) != before
    assert sum(made.picture.doubts.values()) == 1
    assert made.ready == 1


def test_another_article_never_has_the_picture_of_the_one_before(made):
    made.make()
    made.page.show("Another text.")
    made.picture.forget()
    assert made.picture.image.isNull()
    assert made.picture.cells is None
    assert not made.picture.doubts
    made.picture.reread([0])
    assert made.picture.image.isNull()


def test_what_was_forgotten_half_made_goes_no_further(large, qtbot):
    large.make()
    large.picture.forget()
    qtbot.wait(20)
    assert large.ready == 0
    large.make()
    qtbot.waitUntil(lambda: large.ready == 1)


def test_the_first_paint_waits_for_no_quote_of_a_long_article(large, monkeypatch):
    mapped = []
    monkeypatch.setattr(Survey, "go_on", lambda survey, count: mapped.append(count))
    large.make()
    assert mapped == []
    assert large.picture.is_behind
