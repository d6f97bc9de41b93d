"""Zoom, theme and queue: how it looks, never what is stored."""

from gui.actions import view
from gui.theme import THEMES


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
    assert 'theme = "dark"' in frame.desktop.settings.path.read_text(encoding="utf-8")
    view.use_theme(frame.desktop, "system")
    assert frame.application.theme.name in THEMES


def test_the_queue_folds(frame):
    view.toggle_queue(frame.desktop)
    assert not frame.window.queue.isVisible()
    view.toggle_queue(frame.desktop)
    assert frame.window.queue.isVisible()
