"""The real window over an article of one's own: any text, any quotes."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model.records import AnnotatedDocument, Layer, Quote, Speaker
from core.model.spans import Span
from tests.gui.frame import ANNOTATOR, Frame
from tests.support.articles import big_article
from tests.support.projects import MODEL, line, new_project, opened

LEFT = Qt.MouseButton.LeftButton
Over = Callable[..., Frame]


@pytest.fixture
def over(qapp: QApplication, tmp_path: Path) -> Iterator[Over]:
    """Return a function that opens the window on a text with some quotes, the first of them current."""
    frames: list[Frame] = []

    def make(text: str, *quotes: Quote) -> Frame:
        path = new_project(tmp_path / "own.qdesk", labelled=False)
        with opened(path, ANNOTATOR) as desk:
            desk.bring_in([line(text, *quotes, model=MODEL, speakers=_speakers(quotes))])
        frame = Frame(tmp_path)
        frames.append(frame)
        frame.application.open([path])
        frame.settle()
        return frame

    yield make
    for frame in frames:
        frame.close()


@pytest.fixture
def ten_thousand(qapp: QApplication, tmp_path: Path) -> Iterator[Frame]:
    """The window on an article of 100,000 words with 10,000 quotes."""
    article = big_article()
    path = new_project(tmp_path / "big.qdesk", labelled=False)
    layer = Layer(model=MODEL, speakers=tuple(article.speakers.values()), quotes=article.quotes)
    with opened(path, ANNOTATOR) as desk:
        desk.bring_in([AnnotatedDocument(document=article.document, layer=layer)])
    frame = Frame(tmp_path)
    frame.application.open([path])
    yield frame
    frame.close()


def _speakers(quotes: Sequence[Quote]) -> tuple[Speaker, ...]:
    named = ((each.speaker_id, each.speaker_name) for each in quotes)
    offered = ((each.speaker_id, each.name) for quote in quotes for each in quote.candidates)
    found = {key: name or key for key, name in (*named, *offered) if key}
    return tuple(Speaker(id=key, name=name) for key, name in found.items())


def pieces(frame: Frame, number: int = 1) -> list[str]:
    """Return the words of each piece of a quote."""
    return [frame.models.article.text[slice(*span)] for span in frame.quote(number).fragments]


def words(frame: Frame) -> str:
    """Return the words of the first piece of each quote, as a text picture."""
    return " | ".join(pieces(frame, number)[0] for number in range(1, len(frame.models.article.quotes) + 1))


def caret_point(frame: Frame, position: int) -> QPoint:
    """Return the place in the viewport where the caret would stand before a character."""
    x, top = frame.view.canvas.page.caret_at(position)
    return QPoint(round(x), top + frame.view.canvas.page.pitch // 2 - frame.view.scrolling.top)


def middle_of(frame: Frame, span: Span) -> QPoint:
    """Return the middle of some words in the viewport."""
    row = frame.view.canvas.page.rows(span)[0]
    return QPointF((row.left + row.right) / 2, (row.top + row.bottom) / 2 - frame.view.scrolling.top).toPoint()


def drag(frame: Frame, start: QPoint, *way: QPoint) -> None:
    """Press the left button in the text, move along a way, and let go at its end."""
    viewport = frame.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    for point in way:
        QTest.mouseMove(viewport, (start + point) / 2)
        QTest.mouseMove(viewport, point)
    QTest.mouseRelease(viewport, LEFT, pos=way[-1])
    frame.settle()
