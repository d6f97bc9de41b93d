"""Zoom, measure, theme, mirror and queue: how it looks, never what is stored."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.settings import Settings
from gui.actions import view
from gui.theme import THEMES
from gui.views.article.column import LEAST_MEASURE
from tests.gui.frame import Frame


def test_zoom_by_key(frame):
    frame.press("ctrl+=", "ctrl+=")
    assert frame.view.zoom > 1
    frame.press("ctrl+-", "ctrl+-", "ctrl+-")
    assert frame.view.zoom < 1
    frame.press("ctrl+0")
    assert frame.view.zoom == 1


def test_the_theme_is_kept(frame):
    for name in THEMES:
        view.use_theme(frame.desktop, name)
        assert (frame.application.theme.name, frame.desktop.settings["theme"]) == (name, name)
        assert f'theme = "{name}"' in frame.desktop.settings.path.read_text(encoding="utf-8")
    view.use_theme(frame.desktop, "system")
    assert frame.application.theme.name in THEMES


def test_the_queue_folds(frame):
    view.toggle_queue(frame.desktop)
    assert not frame.window.queue.isVisible()
    view.toggle_queue(frame.desktop)
    assert frame.window.queue.isVisible()


def test_the_column_grows_and_narrows_by_key_and_is_kept(frame):
    frame.press("ctrl+shift+pgup", "ctrl+shift+pgup")
    assert frame.view.measure == 630
    assert Settings.load(frame.desktop.settings.path)["column_width"] == 630
    frame.press("ctrl+shift+pgdown")
    assert frame.view.measure == 580
    again = Frame(frame.folder)
    assert again.view.measure == 580
    again.close()


def test_the_column_stays_readable_however_often_the_key_is_pressed(frame):
    for _ in range(20):
        view.narrower(frame.desktop)
    assert (frame.view.measure, frame.desktop.settings["column_width"]) == (LEAST_MEASURE, LEAST_MEASURE)
    for _ in range(20):
        view.wider(frame.desktop)
    assert frame.view.measure == frame.desktop.settings["column_width"] == 900


@pytest.mark.parametrize("width", [-5, 0, 99_999])
def test_a_width_in_the_file_that_can_not_be_is_brought_within_bounds(qapp, tmp_path, width):
    settings = Settings(tmp_path / "settings.toml")
    settings.choose("column_width", width)
    settings.save()
    made = Frame(tmp_path)
    assert LEAST_MEASURE <= made.view.measure <= 900
    made.close()


def test_high_contrast_is_a_theme_of_the_menu(frame):
    frame.application.menus.run("theme_contrast")
    assert (frame.application.theme.name, frame.desktop.settings["theme"]) == ("contrast", "contrast")
    frame.window.grab()
    paper, ink = frame.application.theme.colour("paper"), frame.application.theme.colour("ink")
    assert abs(paper.lightness() - ink.lightness()) > 240


def test_a_theme_that_can_not_be_kept_holds_for_now(frame):
    (frame.folder / "file").write_text("in the way")
    frame.desktop.settings.path = frame.folder / "file" / "settings.toml"
    view.use_theme(frame.desktop, "dark")
    assert "They hold until you close the program." in frame.told[-1]
    assert frame.application.theme.name == "dark"


def test_the_article_as_plain_text_has_the_keys_and_escape_goes_back(frame):
    frame.press("shift+f1")
    mirror = frame.window.mirror
    assert mirror.isVisible()
    assert mirror.hasFocus()
    assert mirror.toPlainText().count("[quote ") >= 12
    QTest.keyClick(mirror, Qt.Key.Key_X)
    QTest.keyClick(mirror, Qt.Key.Key_Return)
    assert not frame.quote(1).checked
    assert mirror in frame.window.panes
    QTest.keyClick(mirror, Qt.Key.Key_Escape)
    assert (frame.view.hasFocus(), mirror.isVisible()) == (True, True)
    frame.press("shift+f1")
    assert (mirror.isVisible(), frame.view.hasFocus()) == (False, True)


def test_the_plain_text_follows_a_decision(frame, qtbot):
    frame.press("shift+f1")
    frame.press("enter")
    qtbot.waitUntil(lambda: "checked:]" in frame.window.mirror.toPlainText(), timeout=2000)
