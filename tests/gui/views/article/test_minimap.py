"""The map shows every quote, the view and the current quote, and leads to where it is clicked."""

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.views.article.column import MAP, RING
from gui.views.article.minimap import TRACK


def map_rect(parts):
    return parts.view.canvas.minimap.rect(parts.view.viewport().height()).toRect().translated(RING, RING)


def bar_colours(parts, colours):
    return colours(parts.view.grab().toImage(), map_rect(parts))


def test_quotes_have_their_speakers_colours(show, seed, colours):
    parts = show(seed)
    found = bar_colours(parts, colours)
    names = [name for name, count in found.most_common(8) if count > 60]
    assert parts.theme.colour("panel").name() in names
    assert len(names) >= 4


def test_a_changed_speaker_changes_the_map(show, seed, colours):
    parts = show(seed)
    before = bar_colours(parts, colours)
    parts.source.put("seed", structs.replace(parts.model.quotes[0], speaker_id=None))
    parts.model.refresh(["q1"])
    assert bar_colours(parts, colours) != before


def test_doubt_has_an_amber_wedge_until_it_is_settled(show, seed, colours):
    parts = show(seed)
    amber = parts.theme.colour("doubt").name()
    assert bar_colours(parts, colours)[amber] > 5
    for row in (3, 9):
        sure = structs.replace(parts.model.quotes[row], confidence=0.99, candidates=())
        parts.source.put("seed", sure)
    parts.model.refresh(["q4", "q10"])
    assert bar_colours(parts, colours)[amber] == 0


def test_the_current_quote_is_framed_in_ink(show, seed, colours):
    parts = show(seed)
    ink = parts.theme.colour("ink").name()
    assert bar_colours(parts, colours)[ink] == 0
    parts.selection.select_quote("q10")
    assert bar_colours(parts, colours)[ink] > 100


def test_the_theme_reaches_the_map(show, seed, colours):
    parts = show(seed)
    parts.theme.use("dark")
    found = bar_colours(parts, colours)
    assert found[parts.theme.colour("panel").name()] > 500


@pytest.mark.parametrize("share", [0.0, 0.3, 0.8, 1.0])
def test_a_click_shows_that_place_and_a_drag_follows(show, big, share):
    parts = show(big)
    viewport, bar = parts.view.viewport(), parts.view.verticalScrollBar()
    x = parts.view.canvas.page.column.map_left + MAP // 2
    y = round(TRACK + share * (viewport.height() - 2 * TRACK - 1))
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    middle = bar.value() + viewport.height() / 2
    expected = share * parts.view.canvas.page.height
    assert abs(middle - expected) < viewport.height()


def test_a_drag_on_the_map_scrolls_on(show, big):
    parts = show(big)
    viewport, x = parts.view.viewport(), parts.view.canvas.page.column.map_left + 5
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(x, 100))
    first = parts.view.verticalScrollBar().value()
    QTest.mouseMove(viewport, QPoint(x, 300))
    second = parts.view.verticalScrollBar().value()
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(x, 300))
    QTest.mouseMove(viewport, QPoint(x, 500))
    assert 0 < first < second == parts.view.verticalScrollBar().value()


def test_a_short_article_is_not_blown_up(show, seed):
    parts = show(seed)
    assert parts.view.canvas.minimap.scale(828) <= 1.0


def test_an_article_without_quotes_has_an_empty_map(show, seed, colours):
    parts = show(structs.replace(seed, quotes=()))
    assert parts.theme.colour("doubt").name() not in bar_colours(parts, colours)
