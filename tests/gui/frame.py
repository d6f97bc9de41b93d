"""The real window on a real project file, for tests: two articles, labelled, nothing checked."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.desk.desk import Desk
from core.model.overview import Article
from core.model.records import AnnotatedDocument, Candidate, Layer, Model, Quote
from core.model.terms import Status
from core.settings import Settings
from gui.application import Application, make_qt
from gui.jobs import Jobs
from tests.support.articles import article_of, quote_of, seed_article

ANNOTATOR = "ana"
TWO_TEXT = "“We will wait for the spring,” Ana Ruiz said. Nobody else came."


def lines() -> list[AnnotatedDocument]:
    """Two documents as they come from the labelling: all suggested, each quote with three candidates."""
    two = article_of(TWO_TEXT, [quote_of(TWO_TEXT, "“We will wait for the spring,”")], ("Ana Ruiz",), id="two")
    return [_line(seed_article(), with_third=True), _line(two, with_third=False)]


def _line(article: Article, *, with_third: bool) -> AnnotatedDocument:
    names = [(key, speaker.name) for key, speaker in article.speakers.items()]
    quotes = tuple(_suggested(quote, names, with_third=with_third) for quote in article.quotes)
    model = Model(name="test", version="1", weights="0" * 64)
    layer = Layer(model=model, speakers=tuple(article.speakers.values()), quotes=quotes)
    return AnnotatedDocument(document=article.document, layer=layer)


def _suggested(quote: Quote, names: list[tuple[str, str]], *, with_third: bool) -> Quote:
    first = Candidate(
        name=quote.speaker_name or "",
        speaker_id=quote.speaker_id,
        mention=quote.mention,
        confidence=quote.confidence or 0.9,
        evidence="subject of “said”",
    )
    rest = [Candidate(name=name, speaker_id=key, confidence=0.02) for key, name in names if key != quote.speaker_id]
    third = [Candidate(name="Vladimir Putin", confidence=0.01)] if with_third else []
    return structs.replace(quote, status=Status.SUGGESTED, decided=None, candidates=(first, *rest, *third))


@pytest.fixture(scope="session")
def made_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project file, made once; tests work on copies."""
    path = tmp_path_factory.mktemp("made") / "work.qdesk"
    desk = Desk.create(path, ANNOTATOR)
    desk.bring_in([structs.replace(line, layer=Layer()) for line in lines()])
    for line in lines():
        desk.take_labels(line)
    desk.close()
    return path


class Frame:
    """The window and what a person does to it."""

    def __init__(self, folder: Path, *, jobs: Jobs | None = None) -> None:
        settings = Settings.load(folder / "settings.toml")
        settings.choose("annotator", ANNOTATOR)
        settings.choose("theme", "light")
        settings.choose("reduced_motion", True)
        self.folder = folder
        self.told: list[str] = []
        self.application = Application(make_qt(), settings, jobs=jobs, keeps_place=False)
        self.desktop = self.application.desktop
        self.window = self.application.window
        self.models = self.application.models
        self.view = self.window.article
        notices = self.application.notices
        for signal in (notices.said, notices.hinted, notices.refused, notices.hindered, notices.broken):
            signal.connect(self.told.append)
        self.application.show()
        self.window.activateWindow()
        QApplication.processEvents()

    def settle(self) -> None:
        """Let the window paint, and its lists and counts follow, as they do some milliseconds after a key."""
        QApplication.processEvents()
        if self.models.watch.is_behind:
            self.models.watch.catch_up()
            self.application.speakers.refill()

    def press(self, *keys: str | Qt.Key, on: QWidget | None = None) -> None:
        """Press keys in the text: a character, a key, or "ctrl+z"."""
        target = on or self.view
        if on is None:
            self.view.setFocus()
        for key in keys:
            _press(target, key)
        self.settle()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a control with the left button."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or QPoint())
        self.settle()

    def click_row(self, listing: object, row: int) -> None:
        """Click a row of a list, once the list has its place and the row is in sight."""
        index = listing.model().index(row, 0)
        QApplication.processEvents()
        listing.executeDelayedItemsLayout()  # which else waits for the next painting, and no row has a place till then
        listing.scrollTo(index)
        self.click(listing.viewport(), listing.visualRect(index).center())

    def hold(self, key: Qt.Key, text: str, times: int = 5) -> None:
        """Send what a held key sends after its first press."""
        for _ in range(times):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                none = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(self.view, QKeyEvent(kind, key, none, text, True, 1))

    def quote(self, number: int) -> Quote:
        """Return a quote of the article on show by its number."""
        return self.models.article.quotes[number - 1]

    @property
    def at(self) -> int:
        """The number of the current quote, 0 for none."""
        return self.models.article.row_of(self.models.selection.quote_id) + 1

    def speakers(self) -> str:
        """Return who is meant by each quote, as a text picture: a letter a quote, capital when checked."""
        signs = []
        for quote in self.models.article.quotes:
            letter = (quote.speaker_name or "-")[:2].lower()
            signs.append(letter.upper() if quote.checked else letter)
        return " ".join(signs)

    def stored(self) -> Article:
        """Return the article on show as another reader of the file sees it."""
        desk = Desk.open(self.desktop.bridge.path, ANNOTATOR)
        try:
            return desk.queries.article(self.models.selection.document_id)
        finally:
            desk.close()

    def close(self) -> None:
        """Close the window as a person does."""
        self.window.close()
        self.application.shut_down()
        assert self.application.jobs.process_id() == 0
        self.application.theme.setParent(self.application)
        self.window.deleteLater()
        self.application.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


_NAMED = {
    "enter": Qt.Key.Key_Return,
    "tab": Qt.Key.Key_Tab,
    "esc": Qt.Key.Key_Escape,
    "left": Qt.Key.Key_Left,
    "right": Qt.Key.Key_Right,
    "up": Qt.Key.Key_Up,
    "down": Qt.Key.Key_Down,
    "pgdown": Qt.Key.Key_PageDown,
    "pgup": Qt.Key.Key_PageUp,
    "home": Qt.Key.Key_Home,
    "end": Qt.Key.Key_End,
}
_MODIFIERS = {"ctrl": Qt.KeyboardModifier.ControlModifier, "shift": Qt.KeyboardModifier.ShiftModifier}


def _press(target: QWidget, key: str | Qt.Key) -> None:
    if isinstance(key, Qt.Key):
        QTest.keyClick(target, key)
        return
    *before, last = key.split("+") if len(key) > 1 else [key]
    modifiers = Qt.KeyboardModifier.NoModifier
    for name in before:
        modifiers |= _MODIFIERS[name]
    if last in _NAMED:
        QTest.keyClick(target, _NAMED[last], modifiers)
    elif last.startswith("f") and last[1:].isdigit():
        QTest.keyClick(target, Qt.Key(Qt.Key.Key_F1.value + int(last[1:]) - 1), modifiers)
    else:
        QTest.keyClick(target, last, modifiers)


def drop(widget: QWidget, paths: list[Path]) -> None:
    """Drop files on a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), action, data, button, none)
    QApplication.sendEvent(widget, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(QPointF(5, 5), action, data, button, none)
    QApplication.sendEvent(widget, dropping)
    QApplication.processEvents()


@pytest.fixture
def frame(qapp: QApplication, tmp_path: Path, made_project: Path) -> Iterator[Frame]:
    """The window with the project open at the first quote of the sample article."""
    path = tmp_path / "work.qdesk"
    shutil.copy(made_project, path)
    made = Frame(tmp_path)
    made.application.open([path])
    QApplication.processEvents()
    yield made
    made.close()


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Frame]:
    """The window with no project."""
    made = Frame(tmp_path)
    yield made
    made.close()


def settled(frame: Frame) -> None:
    """Let what was put off (counting, painting) happen."""
    for _ in range(3):
        QApplication.processEvents()
