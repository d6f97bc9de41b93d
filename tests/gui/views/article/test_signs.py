"""The signs differ in shape, not only in colour."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPen

from core.model.terms import Kind
from gui.views.article.signs import bent, draw_cross, draw_flag, draw_kind, draw_round, draw_tick

INK = QColor("black")


def test_the_three_kinds_have_three_amounts_of_ink(drawn, colours):
    black = [
        colours(drawn(lambda painter, kind=kind: draw_kind(painter, QPointF(20, 20), kind, colour=INK)))["#000000"]
        for kind in (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)
    ]
    assert black[0] > black[1] > black[2]


def test_kinds_are_equally_large(drawn, inked):
    sizes = {
        inked(drawn(lambda painter, kind=kind: draw_kind(painter, QPointF(20, 20), kind, colour=INK))).width()
        for kind in (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)
    }
    assert max(sizes) - min(sizes) <= 2
    assert max(sizes) <= 10


def test_a_tick_ends_where_asked(drawn, inked):
    assert abs(inked(drawn(lambda painter: draw_tick(painter, 100, 20, colour=INK))).right() - 100) <= 1


def test_cross_and_flag_stay_in_their_boxes(drawn, inked):
    cross = inked(drawn(lambda painter: draw_cross(painter, QPointF(20, 20), colour=INK)))
    assert abs(cross.center().x() - 20) <= 1
    assert cross.width() <= 11
    flag = inked(drawn(lambda painter: draw_flag(painter, QRectF(10, 10, 17, 17), colour=INK)))
    assert QRectF(10, 10, 17, 17).contains(QRectF(flag))


def test_a_round_box_may_have_line_or_ground_alone(drawn, colours):
    rect = QRectF(10, 10, 50, 30)
    ground = colours(drawn(lambda painter: draw_round(painter, rect, 4, pen=None, brush=INK)))["#000000"]
    line = colours(drawn(lambda painter: draw_round(painter, rect, 4, pen=QPen(INK, 2), brush=None)))["#000000"]
    assert ground > 5 * line > 0


def test_a_bent_line_keeps_to_its_lane():
    path = bent(QPointF(0, 0), QPointF(20, 40), 8)
    assert path.currentPosition() == QPointF(20, 40)
    assert path.pointAtPercent(0.5).x() == 8
    assert path.boundingRect().getRect() == (0, 0, 20, 40)


def test_a_bend_to_the_left_and_back_reaches_its_lane():
    assert bent(QPointF(100, 0), QPointF(50, 40), 30).boundingRect().left() == 30
