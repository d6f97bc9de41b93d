"""A shown article view over any article, with what it was made of at hand."""

from collections import Counter
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
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


@pytest.fixture
def drawn():
    """Return a function that lets something paint on white and gives the picture."""

    def draw(paint, width=300, height=60, ratio=1.0):
        image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        return image

    return draw


@pytest.fixture
def inked():
    """Return a function that gives the smallest box around everything that is not white."""

    def find(image):
        white = QColor("white").rgb()
        points = [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != white]
        if not points:
            return QRect()
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return QRect(QPoint(min(xs), min(ys)), QPoint(max(xs), max(ys)))

    return find


@pytest.fixture
def colours():
    """Return a function that counts the pixels of each colour (as #rrggbb) in a part of a picture."""

    def count(image, part=None):
        part = part or image.rect()
        inside = part.intersected(image.rect())
        return Counter(
            image.pixelColor(x, y).name()
            for y in range(inside.top(), inside.bottom() + 1)
            for x in range(inside.left(), inside.right() + 1)
        )

    return count
