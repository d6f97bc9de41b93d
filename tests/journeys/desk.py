"""A window on a project of one's own, keys that are counted, and drags over words and edges."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.desk.desk import Desk
from core.model.records import AnnotatedDocument, Document, Layer
from core.model.spans import Span
from tests.gui.frame import ANNOTATOR, Frame
from tests.support.projects import Dump, dump


def make(path: Path, *lines: AnnotatedDocument) -> Path:
    """Make a project of articles with the model's suggestions."""
    desk = Desk.create(path, ANNOTATOR)
    desk.bring_in([AnnotatedDocument(document=line.document, layer=Layer()) for line in lines])
    for line in lines:
        desk.take_labels(line)
    desk.close()
    return path


class Hands(Frame):
    """A window whose keys are counted."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.keys = 0

    def press(self, *keys: str | Qt.Key, on: object = None) -> None:
        """Press keys and count them."""
        self.keys += len(keys)
        super().press(*keys, on=on)

    def type(self, *keys: str) -> None:
        """Press keys wherever the focus is, and count them."""
        self.press(*keys, on=QApplication.focusWidget())

    def point_at(self, position: int, *, before: bool = True) -> QPoint:
        """Return where a character stands in the viewport: its left edge, or the right edge of the one before it."""
        page, top = self.view.canvas.page, self.view.scrolling.top
        if before:
            x, line = page.caret_at(position)
        else:
            row = page.rows(Span(position - 1, position))[-1]
            x, line = row.right, row.top
        return QPoint(round(x), round(line) + page.pitch // 2 - top)

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Drag with the left button in the text."""
        port, none = self.view.viewport(), Qt.KeyboardModifier.NoModifier
        QTest.mousePress(port, Qt.MouseButton.LeftButton, none, start)
        for part in range(1, 9):
            QTest.mouseMove(port, start + (end - start) * part / 8)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, none, end)
        self.settle()

    def drag_over(self, words: str) -> None:
        """Drag over some words of the article."""
        start = self.models.article.text.index(words)
        self.drag(self.point_at(start), self.point_at(start + len(words), before=False))

    def click_text(self, words: str) -> None:
        """Click in the middle of some words of the article."""
        middle = self.models.article.text.index(words) + len(words) // 2
        self.click(self.view.viewport(), self.point_at(middle))


@contextmanager
def hands(folder: Path, project: Path) -> Iterator[Hands]:
    """Open a window on a project and close it as a person does."""
    made = Hands(folder)
    try:
        made.application.open([project])
        QApplication.processEvents()
        yield made
    finally:
        made.close()


def undo_all(folder: Path, project: Path) -> Dump:
    """Take back, in a new window, all that can be taken back, and return what the file holds then."""
    with hands(folder, project) as again:
        for _ in range(500):
            if not again.models.watch.can_undo:
                break
            again.press("ctrl+z")
    return dump(project)


def document(text: str, *, id: str = "sample") -> Document:
    """Return a document of a text."""
    from tests.support.projects import document as made

    return made(text, id=id)
