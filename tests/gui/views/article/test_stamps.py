"""A thing has one picture: drawn once, put down wherever it stands, drawn anew when it looks another way."""

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QColor

from gui.views.article import stamps
from gui.views.article.stamps import Stamps, blank

RED, BOX = QColor("#973D10"), QRectF(0, 0, 6, 4)


def fill(painter):
    painter.fillRect(0, 0, 6, 4, RED)


def drawings(drawn, *puts):
    """How often a picture had to be drawn for puts of (thing, looks) one after the other."""
    made, calls = Stamps(), []

    def all_of_them(painter):
        for thing, looks in puts:
            made.put(painter, BOX, of=thing, looks=looks, draw=lambda inner: calls.append(1))

    drawn(all_of_them, 40, 20)
    return len(calls)


def test_a_picture_is_drawn_once_and_put_down_everywhere(drawn, inked, colours):
    made, calls = Stamps(), []

    def counted(painter):
        calls.append(1)
        fill(painter)

    def twice(painter):
        for left, top in ((2, 3), (20, 10)):
            made.put(painter, BOX.translated(left, top), of=1, looks=("red",), draw=counted)

    image = drawn(twice, 40, 20)
    assert len(calls) == 1
    assert colours(image)[RED.name()] == 2 * 6 * 4
    assert inked(image) == QRect(2, 3, 24, 11)


def test_what_looks_another_way_is_drawn_anew_and_what_is_another_thing_has_its_own(drawn):
    assert drawings(drawn, (1, ("a",)), (1, ("b",)), (1, ("b",))) == 2
    assert drawings(drawn, (1, ("a",)), (2, ("a",)), (1, ("a",)), (2, ("a",))) == 2


def test_another_size_is_another_look(drawn, colours):
    made = Stamps()

    def both(painter):
        made.put(painter, BOX, of=1, looks=(), draw=fill)
        made.put(painter, QRectF(0, 10, 3, 4), of=1, looks=(), draw=fill)

    assert colours(drawn(both, 40, 20))[RED.name()] == (6 + 3) * 4


def test_the_cache_has_an_end(drawn, monkeypatch):
    monkeypatch.setattr(stamps, "MOST", 3)
    assert drawings(drawn, *((thing, ()) for thing in (1, 2, 3, 4, 1))) == 5


def test_a_blank_picture_has_at_least_one_pixel_and_nothing_on_it():
    picture = blank(QSizeF(6, 4), 2.0)
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (12, 8, 2.0)
    assert picture.toImage().pixelColor(0, 0).alpha() == 0
    assert (blank(QSizeF(0, 0.2), 1.0).width(), blank(QSizeF(0, 0.2), 1.0).height()) == (1, 1)
