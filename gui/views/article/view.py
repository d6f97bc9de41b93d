"""The article view: text in lines of one pitch, quotes painted over it, tags and map beside it."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from core.model.spans import Span
from gui.models.article import ArticleModel
from gui.models.documents import checked_of
from gui.selection import Followed, Selection
from gui.theme import Theme
from gui.views.article.sizing import SizedSurface

TELL = 200  # milliseconds after a change until the description for assistive tools follows
GOING_ON = 5  # milliseconds from the tick in the text to the next quote; what stands beside the text comes between
MOST_PARTS = 100  # quotes whose own parts are repainted; with more it is the whole view


class ArticleView(SizedSurface):
    """Shows the model's article and says through `selection` which quote was clicked or pointed at."""

    quote_activated = Signal(str)  # double-clicked
    text_selected = Signal()  # other words are selected; read `selected_span`
    menu_asked = Signal(QPoint)  # a menu for what is under the pointer, which is the current quote by now
    edge_dropped = Signal(object)  # the fragments that the current quote would have
    _quotes_touched = Signal()

    def __init__(self, model: ArticleModel, selection: Selection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, selection, theme, parent)
        self._shown = ""
        self._hovered = ""
        self._current = ""
        self._followed: tuple[str, ...] = ()
        self._touched: set[str] = set()
        self._words = QRegion()  # of touched quotes, on the page
        self._updating = False
        self._relabelled = False  # a quote has become another one, and is not painted yet
        self._on_after_paint = False
        self._going_on = QTimer(self)
        self._going_on.setSingleShot(True)
        self._going_on.setInterval(GOING_ON)
        self._going_on.timeout.connect(lambda: self.reveal_quote(self.selection.quote_id))
        # Taken up once all that a key changes has been told, and before the timers of what follows: the text is first.
        self._quotes_touched.connect(self._update_touched, Qt.ConnectionType.QueuedConnection)
        self.setAccessibleName("Article")
        self._telling = QTimer(self)  # counting 10,000 quotes at every step would be felt
        self._telling.setSingleShot(True)
        self._telling.setInterval(TELL)
        self._telling.timeout.connect(self._describe)
        model.reset.connect(self._read)
        model.rows_changed.connect(self._read_rows)
        model.cast_changed.connect(self._read_cast)
        selection.quote_changed.connect(self._show_current)
        selection.hovered_changed.connect(self._show_hovered)
        theme.changed.connect(self._recolour)
        self.pointer.activated.connect(self.quote_activated)
        self.pointer.words_changed.connect(self._show_words)
        self.pointer.edge_moved.connect(self._show_edges)
        self.pointer.edge_dropped.connect(self.edge_dropped)
        selection.edge_changed.connect(lambda edge: self._show_edges())
        selection.followed_changed.connect(self._show_followed)
        self.caret.moved.connect(self._show_caret)
        self.hints.changed.connect(self.viewport().update)
        self.finding.changed.connect(self.viewport().update)
        self._read()

    @property
    def reduced_motion(self) -> bool:
        """Whether jumps are immediate."""
        return self.scrolling.reduced_motion

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self.scrolling.reduced_motion = reduced

    def selected_span(self) -> Span | None:
        """Return the words that are selected, in code points of the article; None if there are none."""
        return self.words.span

    def marked_span(self) -> Span | None:
        """Return the words that a person has marked themselves: what was looked for and found is no evidence."""
        return None if self.words.shown else self.words.span

    def select_all(self) -> None:
        """Select the whole text."""
        self.words.select(0, len(self.model.text))
        self._show_words()

    def unselect(self) -> None:
        """Select nothing."""
        self.words.begin(self.words.end)
        self._show_words()

    def show_words(self, span: Span) -> None:
        """Select a span and bring it into view."""
        self.words.select(*span, shown=True)
        self.scrolling.reveal(span)
        self._show_words()

    def copy(self) -> None:
        """Copy the selected words exactly as they were imported."""
        words = self.words.words(self.model.text)
        if words:
            QGuiApplication.clipboard().setText(words)

    def reveal_quote(self, quote_id: str) -> None:
        """Bring a quote into view, to a third of the height, if it is not there already."""
        quote = self.model.quote(quote_id)
        if quote is not None:
            self.scrolling.reveal(quote.fragments[0])

    def quote_at(self, point: QPoint) -> str:
        """Return the id of the quote whose words or tag are at a point of the viewport, "" if there is none."""
        return self.hits.at(point).quote_id

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and only then go on to a quote further down: to scroll is a frame of its own."""
        super().paintEvent(event)
        if self._on_after_paint:
            self._on_after_paint = False
            self._going_on.start()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Make the quote under the pointer the current one and ask for its menu; the menu key asks for the current."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            point = self.viewport().mapFromGlobal(event.globalPos())
            span, at = self.words.span, self.hits.position_at(point)
            if span is None or not span.start <= at <= span.end:
                self.unselect()
                quote_id = self.quote_at(point)
                if quote_id:
                    self.selection.select_quote(quote_id)
        self.menu_asked.emit(event.globalPos())

    def _read(self) -> None:
        article = self.model.article
        shown = article.document.id if article else ""
        if shown != self._shown or self.model.text != self.canvas.page.text:
            self._shown = shown
            self.words.begin(0)
            self.canvas.page.show(self.model.text)
            self.scrolling.set_range()
            self.scrolling.jump(0)
            self.scrolling.measure()
            self.caret.end()
            self.finding.again()
        self.hints.cancel()
        self.canvas.read()
        self._telling.start()
        self.viewport().update()

    def _read_rows(self, rows: list[int]) -> None:
        self.canvas.reread(rows)
        self._relabelled = True
        self._telling.start()
        if len(rows) > MOST_PARTS:
            self.viewport().update()
        else:
            self._update_quotes(*(self.model.quotes[row].id for row in rows))

    def _read_cast(self) -> None:
        if self.canvas.recast():
            self.repaint_all()
        else:
            self.viewport().update(self.canvas.side_rect(self.viewport().height()))

    def _show_current(self, quote_id: str) -> None:
        # The one before first: its evidence is forgotten when that of the new one is looked for.
        self._update_quotes(self._current, quote_id)
        self._current = quote_id
        if self.words.span is not None and not self.caret.active:
            self.unselect()  # what was marked was marked for the quote before
        self.hints.cancel()
        if self._relabelled:
            self._on_after_paint = True  # first the tick where the eye is, then on to the next quote
        else:
            self.reveal_quote(quote_id)

    def spans_in_view(self, spans: Iterable[Span]) -> list[Span]:
        """Return those of some spans that begin on a line in view, in text order, each once."""
        top, bottom = self.scrolling.top, self.scrolling.top + self.viewport().height()
        first, last = self.canvas.page.block_at(top), self.canvas.page.block_at(bottom)
        low, high = self.canvas.page.blocks[first].start, self.canvas.page.blocks[last].end
        near = sorted({span for span in spans if low <= span.start <= high})
        return [
            span for span in near if top <= self.canvas.page.line_top(span.start) <= bottom - self.canvas.page.pitch
        ]

    def _show_caret(self) -> None:
        if self.caret.active:
            self.scrolling.keep_in_view(self.caret.rect())
        self._show_words()

    def _show_edges(self) -> None:
        self.viewport().update(self.canvas.text_rect(self.viewport().height()))

    def _show_followed(self, followed: dict[str, Followed]) -> None:
        self._update_quotes(*self._followed, *followed)
        self._followed = tuple(followed)
        self.canvas.tag_painter.followed = followed

    def _show_hovered(self, quote_id: str) -> None:
        self._update_quotes(self._hovered, quote_id)
        self._hovered = quote_id

    def _update_quotes(self, *quote_ids: str) -> None:
        """Have painted anew what shows some quotes, and nothing else; what one key touches is worked out once."""
        self._touched.update(quote_ids)
        for quote in filter(None, map(self.model.quote, quote_ids)):
            self._words |= QRegion(self.canvas.quote_rect(quote, self.scrolling.top).translated(0, self.scrolling.top))
        if not self._updating:
            self._updating = True
            self._quotes_touched.emit()

    def repaint_all(self) -> None:
        """Have the whole view painted anew; what a key has touched is part of it."""
        self._touched, self._words = set(), QRegion()
        super().repaint_all()

    def _update_touched(self) -> None:
        self._updating = self._relabelled = False
        if not self._touched:
            return
        top, height = self.scrolling.top, self.viewport().height()
        region = self.canvas.tag_region(self._touched, top=top, height=height) | self._words.translated(0, -top)
        self._touched, self._words = set(), QRegion()
        self.viewport().repaint(region & QRegion(self.viewport().rect()))  # before the panel beside it takes its turn

    def _show_words(self) -> None:
        self.viewport().update(self.canvas.text_rect(self.viewport().height()))
        self.text_selected.emit()

    def _recolour(self) -> None:
        self.canvas.forget_places()
        self.viewport().update()
        self.update()

    def _describe(self) -> None:
        quotes = self.model.quotes
        checked = sum(quote.checked for quote in quotes)
        self.setAccessibleDescription(checked_of(checked, len(quotes)) if quotes else "No quotes")
