"""Words are drawn where asked and cut where they do not fit."""

from PySide6.QtGui import QColor, QFont

from gui.views.article.labels import MOST, Labels


def test_words_end_where_asked_and_stand_in_the_middle(drawn, inked):
    labels = Labels(12, QFont.Weight.Medium)
    image = drawn(lambda painter: labels.draw_to(painter, 100, 30, "HH", colour=QColor("black")))
    box = inked(image)
    assert 96 <= box.right() <= 100
    assert abs(box.center().y() - 30) <= 1


def test_long_words_end_in_an_ellipsis():
    labels = Labels(12, QFont.Weight.Normal)
    assert labels.elided("Belarusian Health Ministry", 80).endswith("…")
    assert labels.width(labels.elided("Belarusian Health Ministry", 80)) <= 80
    assert labels.elided("Short", 80) == "Short"


def test_drawing_again_gives_the_same_picture(drawn):
    labels = Labels(12, QFont.Weight.Normal)

    def paint(painter):
        labels.draw(painter, 5, 20, "Same", colour=QColor("black"))

    assert drawn(paint) == drawn(paint)


def test_the_memory_of_words_has_an_end():
    labels = Labels(12, QFont.Weight.Normal)
    for number in range(MOST + 10):
        labels.width(str(number))
    assert len(labels._widths) <= MOST


def test_words_that_are_drawn_once_stand_where_the_kept_ones_stand(drawn):
    labels = Labels(11, QFont.Weight.Normal)
    for number in ("1", "12", "999", "10000"):

        def draw(painter, number=number):
            labels.draw_to(painter, 100, 30, number, colour=QColor("black"))

        def draw_once(painter, number=number):
            labels.draw_once_to(painter, 100, 30, number, colour=QColor("black"))

        assert drawn(draw) == drawn(draw_once)
