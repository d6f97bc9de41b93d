"""A shown article view over any article, with what it was made of at hand."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from gui.models.article import ArticleModel
from gui.selection import Selection
from gui.theme import Theme
from gui.views.article.view import ArticleView
from tests.support.articles import FixedSource


@pytest.fixture
def show(qtbot):
    """Return a function that shows an article and gives the view with `source`, `selection`, `theme` and `model`."""

    def make(article, *, size=(816, 828), theme="light"):
        source = FixedSource(article)
        parts = SimpleNamespace(source=source, model=ArticleModel(source), selection=Selection(), theme=Theme(theme))
        parts.view = ArticleView(parts.model, parts.selection, parts.theme)
        parts.view.reduced_motion = True
        qtbot.addWidget(parts.view)
        parts.view.resize(*size)
        with qtbot.waitExposed(parts.view):
            parts.view.show()
        parts.model.show_document(article.document.id)
        qtbot.waitUntil(lambda: not parts.view.scrolling.measuring)
        parts.view.viewport().repaint()
        return parts

    return make


@pytest.fixture
def middle_of():
    """Return a function that gives the middle, in the viewport, of the words of a quote's fragment or of its tag."""

    def find(parts, quote_id, *, fragment=0, tag=False):
        QApplication.processEvents()
        top = parts.view.scrolling.top
        if tag:
            place = parts.view.canvas.tags.place_of(parts.model.row_of(quote_id))
            return parts.view.canvas.tags.rect(place).center() - QPoint(0, top)
        row = parts.view.canvas.page.rows(parts.model.quote(quote_id).fragments[fragment])[0]
        return QPoint(round((row.left + row.right) / 2), round((row.top + row.bottom) / 2) - top)

    return find
