"""What painted rows are made of: words that are cut, bars as long as their share, chips with a monogram."""

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.fonts import sans
from gui.theme import Theme
from gui.views.row_painting import both_ends, draw_chip, draw_ground, draw_words, has, monogram, row_area
from tests.gui.looks import drawn

BLUE = QColor("#0000ff")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Ruiz", "Ru"),
        ("Belarusian Health Ministry", "BH"),
        ("lavrov", "La"),
        ("007", "00"),
        ("", ""),
        ("田中恵", "田"),
        ("דנה לוי", "לו"),
    ],
)
def test_monograms(name, letters):
    assert monogram(name) == letters


def test_words_are_cut_to_their_line():
    area = QRectF(0, 0, 60, 24)
    _, short = drawn(lambda painter: draw_words(painter, area, "Ana", font=sans(13), colour=BLUE))
    found, long = drawn(lambda painter: draw_words(painter, area, "Ana " * 30, font=sans(13), colour=BLUE, right=True))
    assert 0 < short < long <= 60
    assert len(found) > 1


def test_names_that_differ_in_their_ends_are_cut_differently():
    names = [f"Ministry of Foreign Affairs of the Republic of {place}" for place in ("Latvia", "Lithuania")]
    shown = [both_ends(name, sans(13), 160) for name in names]
    assert shown[0] != shown[1]
    assert all("…" in name for name in shown)
    assert both_ends("Ana", sans(13), 160) == "Ana"


def test_the_eighth_speaker_has_the_first_ones_colour_in_a_ring():
    theme = Theme("light")
    first, _ = drawn(lambda painter: draw_chip(painter, QPointF(2, 2), name="Ana", slot=1, theme=theme))
    eighth, _ = drawn(lambda painter: draw_chip(painter, QPointF(2, 2), name="Ana", slot=8, theme=theme))
    assert first[theme.fill(1).name()] > 100
    assert eighth[theme.line(1).name()] > first[theme.line(1).name()]


def test_a_row_knows_its_place_state_and_ground():
    option = QStyleOptionViewItem()
    option.rect, option.state = QRect(0, 4, 100, 20), QStyle.StateFlag.State_Selected
    assert has(option, QStyle.StateFlag.State_Selected)
    assert not has(option, QStyle.StateFlag.State_MouseOver)
    theme = Theme("dark")
    found, _ = drawn(lambda painter: draw_ground(painter, row_area(option), theme, "", ring=True))
    assert found[theme.colour("accent").name()] > 100
    assert found["#ffffff"] > 1500
