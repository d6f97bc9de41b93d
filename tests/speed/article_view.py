"""How long the article view takes, in milliseconds, on 100,000 words with 10,000 quotes in one article.

Each function returns its samples; who calls them decides about percentiles and limits. Needs a QApplication.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from msgspec import structs
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication

from core.model.overview import Article
from core.model.terms import Status
from gui.models.article import ArticleModel
from gui.selection import Selection
from gui.theme import Theme
from gui.views.article.view import ArticleView
from tests.speed.paints import Paints
from tests.support.articles import FixedSource, big_article

SIZE = (816, 828)


@contextmanager
def shown(article: Article) -> Iterator[tuple[ArticleView, FixedSource]]:
    """Show an article in a view of the usual size, all of it measured and its map drawn."""
    source = FixedSource(article)
    view = ArticleView(ArticleModel(source), Selection(), Theme())
    view.resize(*SIZE)
    view.reduced_motion = True
    view.show()
    view.model.show_document(article.document.id)
    QApplication.processEvents()
    while view.scrolling.measuring or view.canvas.minimap.picture.is_behind:
        QApplication.processEvents()
    try:
        yield view, source
    finally:
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _painted(view: ArticleView) -> None:
    """Wait until what was asked for is painted, as the event loop does it."""
    paints = Paints(view.viewport())
    while not paints.count:
        QApplication.processEvents()
    view.viewport().removeEventFilter(paints)


def _since(start: float) -> float:
    return (perf_counter() - start) * 1000


def relabel_repaint(article: Article | None = None, *, times: int = 200) -> list[float]:
    """Change speaker and status of the current quote, as after a commit, until it is painted; no store involved."""
    article = article or big_article()
    samples = []
    with shown(article) as (view, source):
        for step in range(times):
            quote = view.model.quotes[(step * 37) % len(view.model.quotes)]
            view.selection.select_quote(quote.id)
            _painted(view)
            changed = structs.replace(quote, speaker_id=f"s{step % 20 + 1}", status=Status.CORRECTED)
            source.put(article.document.id, changed)
            start = perf_counter()
            view.model.refresh([quote.id])
            _painted(view)
            samples.append(_since(start))
    return samples


def scroll_frame(article: Article | None = None, *, times: int = 300, step: int = 72) -> list[float]:
    """Scroll by three lines until painted, through blocks that nobody has looked at yet."""
    samples = []
    with shown(article or big_article()) as (view, _):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 3)
        _painted(view)
        for _ in range(times):
            start = perf_counter()
            view.verticalScrollBar().setValue(view.verticalScrollBar().value() + step)
            _painted(view)
            samples.append(_since(start))
    return samples


def move_on(article: Article | None = None, *, times: int = 200) -> list[float]:
    """Make the next quote the current one until painted."""
    samples = []
    with shown(article or big_article()) as (view, _):
        for quote in view.model.quotes[1000 : 1000 + times]:
            start = perf_counter()
            view.selection.select_quote(quote.id)
            _painted(view)
            samples.append(_since(start))
    return samples


def hover(article: Article | None = None, *, times: int = 200) -> list[float]:
    """Move the pointer's light from quote to quote until painted."""
    samples = []
    with shown(article or big_article()) as (view, _):
        for step in range(times):
            quote = view.hits.at(QPoint(100 + step, 40 + step * 3)).quote_id
            if quote == view.selection.hovered:
                continue
            start = perf_counter()
            view.selection.hover(quote)
            _painted(view)
            samples.append(_since(start))
    return samples


def rename(article: Article | None = None, *, times: int = 20) -> list[float]:
    """Rename a speaker of hundreds of quotes until painted, as after a commit."""
    article = article or big_article()
    samples = []
    with shown(article) as (view, source):
        for step in range(times):
            source.rename(article.document.id, "s1", f"Name {step}")
            start = perf_counter()
            view.model.refresh([view.model.quotes[step].id])
            _painted(view)
            samples.append(_since(start))
            view.model.follow_names()
            _painted(view)
    return samples


def open_article(article: Article | None = None, *, times: int = 5) -> list[float]:
    """Show an article until its first paint, from a view that showed none."""
    article = article or big_article()
    samples = []
    for _ in range(times):
        view = ArticleView(ArticleModel(FixedSource(article)), Selection(), Theme())
        view.resize(*SIZE)
        view.show()
        _painted(view)
        start = perf_counter()
        view.model.show_document(article.document.id)
        view.viewport().repaint()
        samples.append(_since(start))
        view.close()
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return samples


def resize(article: Article | None = None, *, times: int = 30) -> list[float]:
    """Change the width so that every line breaks anew, until painted."""
    samples = []
    with shown(article or big_article()) as (view, _):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 3)
        for step in range(times):
            start = perf_counter()
            view.resize(SIZE[0] - 150 - step * 3, SIZE[1])
            view.viewport().repaint()
            samples.append(_since(start))
    return samples


def main() -> None:
    """Print the median, the 95th percentile and the worst of each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    article = big_article()
    for measure in (open_article, relabel_repaint, move_on, scroll_frame, hover, rename, resize):
        samples = sorted(measure(article))
        middle, most = samples[len(samples) // 2], samples[int(len(samples) * 0.95)]
        print(f"{measure.__name__:16} p50 {middle:6.1f}  p95 {most:6.1f}  max {samples[-1]:6.1f} ms")
    del app


if __name__ == "__main__":
    main()
