"""The height on the right: every panel has its least, and what is left goes where there are rows to show."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QStringListModel
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QWidget

from gui.views.listing import Listing
from gui.views.side import Side, shared
from gui.window import LEAST
from tests.gui.looks import row_rect

HEIGHTS = (LEAST[1], 700, 768, 900)


def test_each_has_its_least_and_the_rest_goes_by_wish():
    assert shared(100, [20, 30, 10], ()) == [20, 30, 10]
    assert shared(100, [20, 30, 10], ((0, 50), (1, 90), (2, 100))) == [50, 40, 10]
    assert shared(100, [20, 30, 10], ((0, 25), (0, 20), (2, 100))) == [25, 30, 45]
    assert shared(50, [20, 30, 10], ((0, 50),)) == [20, 30, 10]


def follow():
    for _ in range(4):
        QApplication.processEvents()


def from_above(frame) -> list[QWidget]:
    """What is shown on the right, from above to below."""
    panel, speakers, history = frame.window.panel, frame.window.speakers, frame.window.history
    rows = (panel.heading, panel.excerpt, panel.notes, panel.comment_box, panel.kinds, panel.list, panel.chain)
    rows += (panel.nobody, panel.name_box, panel.accept, speakers.list, speakers.hint, history.note, history.list)
    return [row for row in (*rows, frame.window.status) if row.isVisible()]


def overlaps(frame) -> list[str]:
    follow()
    places = [QRect(row.mapTo(frame.window, QPoint()), row.size()) for row in from_above(frame)]
    return [f"{one} {other}" for one, other in pairwise(places) if one.bottom() >= other.top()]


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("second", [False, True])
def test_nothing_overlaps_while_a_comment_is_written(frame, height, second):
    frame.window.resize(LEAST[0], height)
    if second:
        frame.press("a", "2")
        frame.window.speakers.hint.show()
    assert overlaps(frame) == []
    panel = frame.window.panel
    frame.press("c")
    assert (panel.comment_box.isVisible(), panel.notes.isVisible()) == (True, second)
    assert overlaps(frame) == []
    assert panel.comment_box.height() >= 46
    frame.press("esc", on=panel.comment_box)
    assert overlaps(frame) == []


@pytest.mark.parametrize("height", HEIGHTS)
def test_no_row_is_cut(frame, height):
    frame.window.resize(LEAST[0], height)
    frame.press("a")
    follow()
    for listing in frame.window.findChild(Side).findChildren(Listing):
        rows = [row_rect(listing, row) for row in range(listing.model().rowCount())]
        ground = listing.viewport().rect()
        assert [row for row in rows if row.intersects(ground) and not ground.contains(row)] == []


def test_the_roster_has_the_room_that_a_short_history_does_not_need(frame):
    frame.window.resize(LEAST[0], 1000)
    roster, history = frame.window.speakers.list, frame.window.history.list
    before = history.height()
    for listing in (roster, history):
        listing.setItemDelegate(QStyledItemDelegate(listing))
    roster.setModel(QStringListModel([f"Speaker {number}" for number in range(30)], roster))
    follow()
    assert (history.height(), before > 4 * 23) == (23, True)
    assert roster.height() > 6 * 27
    history.setModel(QStringListModel([f"Step {number}" for number in range(30)], history))
    follow()
    assert history.height() == 4 * 23
