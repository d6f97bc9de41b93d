"""A picture is drawn once by what is on it, and stands wherever it is put."""

from PySide6.QtCore import QPointF, QRect, QSizeF
from PySide6.QtGui import QColor

from gui.views.article import stamps
from gui.views.article.stamps import Stamps, blank

RED, SIZE = QColor("#973D10"), QSizeF(6, 4)


def fill(painter):
    painter.fillRect(0, 0, 6, 4, RED)


def test_a_picture_is_drawn_once_and_put_down_everywhere(drawn, inked, colours):
    made, calls = Stamps(), []

    def counted(painter):
        calls.append(1)
        fill(painter)

    def twice(painter):
        made.put(painter, QPointF(2, 3), SIZE, key="red", draw=counted)
        made.put(painter, QPointF(20, 10), SIZE, key="red", draw=counted)

    image = drawn(twice, 40, 20)
    assert len(calls) == 1
    assert colours(image)[RED.name()] == 2 * 6 * 4
    assert inked(image) == QRect(2, 3, 24, 11)


def test_other_keys_are_other_pictures(drawn, colours):
    made = Stamps()

    def both(painter):
        made.put(painter, QPointF(0, 0), SIZE, key=("a", 1), draw=fill)
        made.put(painter, QPointF(0, 10), SIZE, key=("a", 2), draw=lambda inner: None)

    assert colours(drawn(both, 40, 20))[RED.name()] == 6 * 4


def test_the_cache_has_an_end(drawn, monkeypatch):
    monkeypatch.setattr(stamps, "MOST", 3)
    made, calls = Stamps(), []

    def many(painter):
        for key in (1, 2, 3, 4, 1):
            made.put(painter, QPointF(0, 0), SIZE, key=key, draw=lambda inner: calls.append(1))

    drawn(many, 10, 10)
    assert len(calls) == 5


def test_a_blank_picture_has_at_least_one_pixel_and_nothing_on_it():
    picture = blank(QSizeF(6, 4), 2.0)
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (12, 8, 2.0)
    assert picture.toImage().pixelColor(0, 0).alpha() == 0
    assert (blank(QSizeF(0, 0.2), 1.0).width(), blank(QSizeF(0, 0.2), 1.0).height()) == (1, 1)
