"""Bars are as long as what they stand for, on a track that can be told from it."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from gui.bars import draw_bar
from gui.theme import Theme
from tests.gui.looks import drawn

BLUE = QColor("#0000ff")


@pytest.mark.parametrize(("share", "least", "most"), [(0.0, 0, 0), (0.01, 1, 30), (0.5, 180, 210), (7.0, 360, 400)])
def test_a_bar_is_as_long_as_its_share_and_never_longer_than_its_track(share, least, most):
    found, _ = drawn(lambda painter: draw_bar(painter, QRectF(0, 0, 100, 4), share, BLUE, Theme()))
    assert least <= found[BLUE.name()] <= most


def test_the_track_of_a_bar_has_an_edge_in_high_contrast():
    edges = []
    for name in ("light", "contrast"):
        theme = Theme(name)
        found, _ = drawn(lambda painter, theme=theme: draw_bar(painter, QRectF(0, 0, 100, 4), 0.0, BLUE, theme))
        edges.append(found["#000000"])
        assert found[theme.colour("track").name()] > 100
    assert edges[0] == 0 < 150 < edges[1]
