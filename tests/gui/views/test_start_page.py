"""The start page: each of its ways in asks for the right thing, and recent projects are offered."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.fonts import sans
from gui.models.recent import RecentModel
from gui.theme import Theme
from gui.views.row_painting import end_of
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


@pytest.fixture
def many(page, tmp_path):
    paths = [tmp_path / f"{number}.qdesk" for number in range(8)]
    for path in paths:
        path.touch()
    page._recent.show_paths([str(path) for path in paths])
    QApplication.processEvents()
    return paths


def test_only_the_page_scrolls_and_it_follows_the_keys(page, many):
    page.resize(700, 500)
    QApplication.processEvents()
    assert row_rect(page.list, 7).bottom() <= page.list.viewport().rect().bottom()
    assert page.verticalScrollBar().maximum() > 0
    page.list.setFocus()
    for row in (0, 7):
        QTest.keyClick(page.list, Qt.Key.Key_End if row else Qt.Key.Key_Home)
        QApplication.processEvents()
        area = row_rect(page.list, row)
        top, bottom = (
            page.list.viewport().mapTo(page.viewport(), at).y() for at in (area.topLeft(), area.bottomLeft())
        )
        assert 0 <= top < bottom <= page.viewport().height()


def test_everything_ends_at_one_edge(page, projects):
    page.show_caps(lambda action: "Ctrl O")
    QApplication.processEvents()
    right = page.list.mapTo(page, page.list.rect().topRight()).x()
    image = page.another.grab().toImage()
    inked = [x for x in range(image.width()) if image.pixelColor(x, 13) != image.pixelColor(0, 0)]
    assert page.another.mapTo(page, QPoint(max(inked), 0)).x() == pytest.approx(right, abs=1)
    assert page.drop.mapTo(page, page.drop.rect().topRight()).x() == right


def test_a_long_path_shows_its_end(page):
    folder, font = "/srv/archive/" + "deep/" * 60 + "harbour", sans(12)
    shown = end_of(folder, font, 300)
    assert shown.startswith("…")
    assert shown.endswith("/harbour")
    assert end_of("~/May", font, 300) == "~/May"


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
