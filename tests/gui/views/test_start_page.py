"""The start page: each of its ways in asks for the right thing, and recent projects are offered."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.models.recent import RecentModel
from gui.theme import Theme
from gui.views.start_page import AIR, StartPage
from tests.gui.frame import drop
from tests.gui.looks import click, click_row, point_at_row, row_rect, seen, shown

LIGHT = Theme("light")


@pytest.fixture
def page(qtbot):
    made = StartPage(RecentModel(), LIGHT)
    made.heard = []
    for signal in (made.asked, made.project_chosen, made.files_dropped):
        signal.connect(made.heard.append)
    return shown(qtbot, made, 1000, 800)


@pytest.fixture
def projects(page, tmp_path):
    paths = [tmp_path / name for name in ("one.qdesk", "two.qdesk")]
    for path in paths:
        path.touch()
    page._recent.show_paths([str(path) for path in (*paths, tmp_path / "gone.qdesk")])
    QApplication.processEvents()
    return paths


def test_the_buttons_ask_for_actions(page):
    for button in (page.drop.choose, page.drop.sample, page.another):
        click(button)
    assert page.heard == ["add_articles", "open_sample", "open_project"]


def test_recent_projects_are_chosen_by_click_or_enter(page, projects):
    click_row(page.list, 1)
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.heard == [projects[1], projects[0]]


def test_projects_stand_in_place_of_the_first_hint(page, tmp_path):
    assert (page.none.isVisible(), page.list.isVisible()) == (True, False)
    (tmp_path / "one.qdesk").touch()
    page._recent.show_paths([str(tmp_path / "one.qdesk")])
    assert (page.none.isVisible(), page.list.isVisible()) == (False, True)


def test_the_project_under_the_pointer_is_lit(page, projects):
    before = seen(page.list.viewport(), row_rect(page.list, 1))[LIGHT.colour("hover").name()]
    point_at_row(page.list, 1)
    assert seen(page.list.viewport(), row_rect(page.list, 1))[LIGHT.colour("hover").name()] > before + 5000


def test_dropped_files_are_handed_on(page, tmp_path):
    drop(page.drop, [tmp_path / "a.txt", tmp_path / "b.txt"])
    assert page.heard == [[tmp_path / "a.txt", tmp_path / "b.txt"]]


def test_the_drop_area_lights_up_for_files_only(page, tmp_path):
    lit = LIGHT.colour("selected").name()
    words, files = QMimeData(), QMimeData()
    words.setText("no file")
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    amounts = []
    for data in (words, files):
        action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(page.drop, QDragEnterEvent(QPoint(5, 5), action, data, button, none))
        amounts.append(seen(page.drop)[lit])
    QApplication.sendEvent(page.drop, QDragLeaveEvent())
    assert amounts[1] > 50_000 > amounts[0] == seen(page.drop)[lit]


def test_the_drop_area_has_as_much_air_below_as_above(page):
    bottom = page.drop.choose.geometry().bottom() + 1
    assert abs(page.drop.height() - bottom - AIR) <= 2
