"""Takes what the desk says has changed to the models that show it."""

from msgspec import structs
from PySide6.QtCore import QObject, QTimer, Signal

from core.model.change import Change
from core.model.overview import DocumentRow, Progress
from core.model.terms import State
from gui.bridge import Bridge
from gui.models.article import ArticleModel
from gui.models.documents import DocumentsModel
from gui.models.history import HistoryModel
from gui.selection import Selection

AFTER_PAINT = 30
"""Milliseconds; a frame is painted by then."""


class DeskWatch(QObject):
    """Each change re-reads what it touched, and nothing else.

    The article, where the eye is, is taken in at once; lists and counts follow when it has been painted, so that
    counting ten thousand quotes never stands between a key and its effect. `caught_up` and `refreshed` come then,
    `refreshed` also at once where undo or redo become possible.
    """

    caught_up = Signal()
    refreshed = Signal()

    def __init__(
        self, bridge: Bridge, selection: Selection, article: ArticleModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._selection = selection
        self._article = article
        self.documents = DocumentsModel(self)
        self.history = HistoryModel(self)
        self.history.number_of = self._number_of
        self.progress = Progress()
        self.can_undo = self.can_redo = False
        self._stale: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=AFTER_PAINT)
        self._soon.timeout.connect(self.catch_up)
        bridge.project_changed.connect(self._start_over)
        bridge.changed.connect(self.take)
        selection.document_changed.connect(self._show_document)
        selection.quote_changed.connect(self._let_ghost_go)

    def read_all(self) -> None:
        """Read the whole project again, and keep the place where that place still exists."""
        self._stale.clear()
        rows = self._bridge.queries.documents() if self._bridge.is_open else []
        self.documents.show_rows(rows)
        here = self._selection.document_id
        if self.documents.row(here) is None:
            self._selection.select_document(self._first())
        else:
            self._read_article()
        self._read_lists()
        self._soon.stop()  # nothing is behind now

    def take(self, change: Change) -> None:
        """Take in one change."""
        if change.sweeping:
            self.read_all()
            return
        touched = change.documents | {document for document, _ in change.quotes}
        self._stale |= touched
        self._take_article(change, touched)
        # What was just done can be undone; what else holds is looked up with the lists.
        before = self.can_undo, self.can_redo
        if change.code != "label":  # which nobody takes back
            self.can_undo = self.can_undo or change.code != "undo"
            self.can_redo = change.code in {"undo", "redo"}
        if before != (self.can_undo, self.can_redo):
            self.refreshed.emit()
        self._soon.start()

    @property
    def is_behind(self) -> bool:
        """Whether lists and counts have yet to follow the article."""
        return self._soon.isActive()

    def catch_up(self) -> None:
        """Bring lists and counts up to what the article shows."""
        self._soon.stop()
        self._article.follow_names()
        stale, self._stale = self._stale, set()
        if self._bridge.is_open:
            rows = (self._row_of(document) for document in sorted(stale))
            self.documents.put(row for row in rows if row is not None)
            if any(self.documents.row(document) is None for document in stale):
                self.documents.show_rows(self._bridge.queries.documents())
        self._read_lists()

    def _start_over(self) -> None:
        """Begin in another project: what was begun in the one before is not done to a quote of the same id."""
        self._selection.select_document("")
        self.read_all()

    def _row_of(self, document_id: str) -> DocumentRow | None:
        """Return an article's line of the queue: from the article itself where it is on show, else from the project."""
        shown, known = self._article.article, self.documents.row(document_id)
        if shown is None or known is None or shown.document.id != document_id:
            return self._bridge.queries.document_row(document_id)
        tally = self._article.tally
        return structs.replace(
            known,
            state=shown.state,
            checked=tally.checked,
            total=tally.total,
            doubtful=tally.doubtful,
            labelled=known.labelled or shown.labelled,
        )

    def _take_article(self, change: Change, touched: frozenset[str]) -> None:
        here = self._selection.document_id
        quotes = {quote for document, quote in change.quotes if document == here}
        if change.code == "label":
            if here in touched:
                self._read_article()
        elif quotes or here in touched or change.speakers:
            current = self._selection.quote_id
            before, complete = self._article.quote(current), self._article.state is State.COMPLETE
            if change.speakers and current:
                quotes |= {current}  # its candidates go by the roster's names
            ghost = current if current in quotes else ""
            self._article.refresh(quotes, keep_ghost=ghost, same_cast=not change.cast)
            if before is not None and self._article.quote(current) is None:
                self._selection.stand_at(before.span.start)
            if complete is not (self._article.state is State.COMPLETE):
                self._read_article()  # one that is complete does not show what a labelling has offered since

    def _show_document(self, document_id: str) -> None:
        self._article.show_document(document_id)
        self._selection.select_quote(self._starting_quote())
        self._soon.start()  # the last changes are those of this article

    def _read_article(self) -> None:
        """Read the article again; whoever is amid a decision finds the same quote under the same digits."""
        current = self._selection.quote_id
        before, waits = self._article.quote(current), self._article.is_ghost(current)
        self._article.show_document(self._selection.document_id)
        if waits:
            self._article.refresh({current}, keep_ghost=current)
        if self._article.quote(current) is not None:
            return
        if before is None:
            self._selection.select_quote(self._starting_quote())
        else:
            self._selection.stand_at(before.span.start)

    def _read_lists(self) -> None:
        if self._bridge.is_open:
            here = self._selection.document_id
            self.history.show_rows(self._bridge.queries.history(document_id=here) if here else [])
            self.progress = self.documents.progress()
            self.can_undo, self.can_redo = self._bridge.queries.can_undo(), self._bridge.queries.can_redo()
        else:
            self.can_undo = self.can_redo = False
            self.history.show_rows([])
            self.progress = Progress()
        self.caught_up.emit()
        self.refreshed.emit()

    def _number_of(self, quote_id: str) -> str:
        row = self._article.row_of(quote_id)
        return str(row + 1) if row >= 0 else ""

    def _first(self) -> str:
        rows = self.documents.rows
        unfinished = (row.id for row in rows if row.state is not State.COMPLETE)
        return next(unfinished, rows[0].id if rows else "")

    def _starting_quote(self) -> str:
        quotes = self._article.quotes
        unchecked = (quote.id for quote in quotes if not quote.checked)
        return next(unchecked, quotes[0].id if quotes else "")

    def _let_ghost_go(self, quote_id: str) -> None:
        if not self._article.is_ghost(quote_id):
            self._article.drop_ghost()
