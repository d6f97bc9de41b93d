"""Names give way to the words between them."""

import pytest
from PySide6.QtGui import QFontMetricsF

from gui.fonts import sans
from gui.views.fitting import LEAST, fitted

LONG = "Organization for Security and Co-operation in Europe"
PARTS = ("with ", LONG, " · passed on by ", "Ana", " · unsure")


@pytest.fixture
def metrics(qapp):
    return QFontMetricsF(sans(12))


def test_what_has_room_is_whole(metrics):
    assert fitted(PARTS, metrics, 2000) == "".join(PARTS)
    assert fitted(("unsure",), metrics, 100) == "unsure"
    assert fitted((), metrics, 100) == ""


@pytest.mark.parametrize("width", [260, 300, 340])
def test_the_longest_name_is_cut_and_nothing_else(metrics, width):
    shown = fitted(PARTS, metrics, width)
    assert shown.startswith("with Or")
    assert shown.endswith("pe · passed on by Ana · unsure")
    assert shown.count("…") == 1
    assert metrics.horizontalAdvance(shown) <= width


def test_two_long_names_get_the_same(metrics):
    first, second = fitted(("", LONG, " or ", LONG), metrics, 300).split(" or ")
    assert first == second
    assert "…" in first


@pytest.mark.parametrize("width", [0, 10, LEAST, 150])
def test_where_there_is_no_room_the_end_is_cut_too(metrics, width):
    shown = fitted((*PARTS[:-1], " · “a comment that goes on and on for long”"), metrics, width)
    assert shown.endswith("…") or not shown
    assert metrics.horizontalAdvance(shown) <= max(width, metrics.horizontalAdvance("…"))
