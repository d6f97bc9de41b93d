"""An empty project says how articles come in, also where the queue is folded away."""

from PySide6.QtWidgets import QApplication

from gui.dialogs.files import ask_articles
from tests.gui.texts import over  # noqa: F401


def test_a_project_with_articles_says_nothing(frame):
    assert not frame.window.no_articles.isVisible()


def test_an_empty_project_offers_to_add_some(start, monkeypatch):
    frame = start
    frame.window.resize(1024, 700)
    frame.desktop.bridge.open(frame.folder / "empty.qdesk", "ana", new=True)
    frame.settle()
    shown = frame.window.no_articles
    assert not frame.window.queue.isVisible()
    assert shown.isVisible()
    assert shown.add.accessibleDescription() == f"Key: {frame.desktop.cap('add_articles')}"
    assert frame.view.rect().contains(shown.geometry())
    asked = []
    monkeypatch.setattr(f"gui.actions.project.{ask_articles.__name__}", lambda *given: asked.append(given) or [])
    frame.click(shown.add, shown.add.rect().center())
    assert len(asked) == 1


def test_it_goes_with_the_first_article(over):  # noqa: F811
    frame = over("“Yes,” she said.")
    QApplication.processEvents()
    assert not frame.window.no_articles.isVisible()
