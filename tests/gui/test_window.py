"""The window: the start page or the work, panes for F6, room for the text, its place kept."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from gui.views.article.column import narrowest
from gui.views.queue import WIDTH
from gui.window import LEAST, SIDE_WIDTH, SIZE, TITLE_BAR
from tests.gui.frame import drop


def test_without_a_project_there_is_the_start_page(start):
    window = start.window
    assert window.start_page.isVisible()
    assert not window.article.isVisible()
    assert window.windowTitle() == "Quotedesk"
    assert window.panes == (window.start_page.drop.choose, window.start_page.list)


def test_with_a_project_there_is_the_work(frame):
    window = frame.window
    assert window.article.isVisible()
    assert not window.start_page.isVisible()
    assert window.windowTitle() == "work – Quotedesk"
    assert window.panes[0] is window.article
    assert all(pane.isVisible() and pane.accessibleName() for pane in window.panes)
    window.show_project("")
    assert window.start_page.isVisible()
    assert window.windowTitle() == "Quotedesk"


@pytest.mark.parametrize("width", [LEAST[0], 1100, 1280, 1440, 1920])
def test_the_queue_gives_way_to_the_text(frame, width):
    frame.window.resize(width, 700)
    QApplication.processEvents()
    assert frame.window.queue.isVisible() == (width >= narrowest() + SIDE_WIDTH + WIDTH)
    assert frame.view.width() >= narrowest()
    assert frame.window.width() == width


def test_nothing_is_cut_off_in_the_smallest_window(frame):
    frame.window.resize(*LEAST)
    QApplication.processEvents()
    assert (frame.window.width(), frame.window.height()) == LEAST
    area = frame.window.rect()
    for part in (frame.window.toolbar, frame.view, frame.window.panel, frame.window.history, frame.window.status):
        corner = part.mapTo(frame.window, part.rect().topLeft())
        assert area.contains(part.rect().translated(corner)), type(part).__name__


def test_size_is_kept_for_the_next_time(frame, tmp_path):
    # The height only: the screen of these tests is narrower than the window, and not so high either.
    room = frame.window.screen().availableSize().height()
    kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    frame.window.restore(kept)
    assert frame.window.height() == min(SIZE[1], room - TITLE_BAR)
    frame.window.resize(1200, 670)
    frame.window.keep(kept)
    frame.window.resize(1400, 750)
    frame.window.restore(kept)
    assert frame.window.height() == 670


def test_closing_and_dropping_are_told(frame):
    told = []
    frame.window.closing.connect(lambda: told.append("closing"))
    frame.window.files_dropped.connect(told.append)
    missing = frame.folder / "missing.txt"
    drop(frame.window, [missing])
    frame.window.close()
    assert told == [[missing], "closing"]


def test_the_article_as_plain_text_stands_below_the_article_and_among_the_panes(frame):
    window = frame.window
    high = window.article.height()
    assert window.mirror not in window.panes
    window.mirror.switch()
    QApplication.processEvents()
    assert window.article.height() == high - window.mirror.height()
    assert window.panes[:2] == (window.article, window.mirror)
    corner = window.mirror.mapTo(window, window.mirror.rect().bottomRight())
    assert window.rect().contains(corner)
    window.mirror.switch()
    QApplication.processEvents()
    assert window.article.height() == high


def test_the_table_of_quotes_takes_the_place_of_the_work(frame):
    window = frame.window
    assert not window.shows_table
    window.show_table(shown=True)
    assert (window.shows_table, window.article.isVisible()) == (True, False)
    assert window.panes == (window.table.filter, window.table.grid)
    window.show_table(shown=False)
    assert (window.shows_table, window.article.isVisible()) == (False, True)


def test_every_field_of_many_lines_has_the_ring(frame):
    frame.press("c")
    assert frame.window.ring.around is frame.window.panel.comment_box
    assert frame.window.ring.isVisible()
    frame.press("esc", on=frame.window.panel.comment_box)
    frame.application.menus.run("toggle_mirror")
    frame.window.mirror.setFocus()
    assert frame.window.ring.around is frame.window.mirror
    assert frame.window.ring.isVisible()
