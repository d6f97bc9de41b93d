"""The article on show: its text, its quotes in text order, and who is meant by each."""

from bisect import insort
from collections.abc import Iterable
from typing import Protocol

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from core.model.called import with_names
from core.model.doubt import is_doubtful
from core.model.overview import Article, Cast, Patch
from core.model.records import Quote, Rejection, Speaker
from core.model.terms import State
from gui.models.tally import Tally

EMPTY = ""


class Source(Protocol):
    """Where articles come from: the desk's queries, or a fixed article in a test."""

    def article(self, document_id: str) -> Article | None:
        """Return an article with all its quotes, in text order."""

    def patch(self, document_id: str, quote_ids: Iterable[str], cast: Cast | None = None) -> Patch:
        """Return what became of a few quotes; must stay fast in an article of 10,000 quotes."""


class ArticleModel(QObject):
    """Rows are quotes in text order. `reset`: read all again; `rows_changed`: repaint these rows; `cast_changed`:
    speakers have other names or colours, wherever they stand.

    A quote that was just rejected stays as a ghost row until `drop_ghost`, so that its reason can be given.
    """

    reset = Signal()
    rows_changed = Signal(list)
    cast_changed = Signal()

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self.article: Article | None = None
        self.quotes: list[Quote] = []
        self.ghost: Rejection | None = None
        self.tally = Tally()
        """Figures over the quotes; one that was just rejected is none any more."""
        self._renamed: dict[str, str] = {}  # speakers by id whose old name may stand in quotes that were not re-read
        self._rows: dict[str, int] = {}

    @property
    def text(self) -> str:
        """The text of the article exactly as imported; never read it back from Qt."""
        return self.article.document.text if self.article else EMPTY

    def show_document(self, document_id: str) -> None:
        """Put another article on show, or none with ""."""
        self.ghost, self._renamed = None, {}
        self.article = self._source.article(document_id) if document_id else None
        self.quotes = list(self.article.quotes) if self.article else []
        self._find_rows()
        self.tally = Tally(self.quotes)
        self.reset.emit()

    def row_of(self, quote_id: str) -> int:
        """Return the row of a quote, -1 if the article has none of that id."""
        return self._rows.get(quote_id, -1)

    def quote(self, quote_id: str) -> Quote | None:
        """Return a quote of the article by id."""
        row = self.row_of(quote_id)
        return self.quotes[row] if row >= 0 else None

    def is_ghost(self, quote_id: str) -> bool:
        """Whether the quote was just rejected and waits for a reason."""
        return self.ghost is not None and self.ghost.quote.id == quote_id

    @property
    def slots(self) -> dict[str, int]:
        """The slots of the article's speakers by id; a slot stands for a colour."""
        return self.article.slots if self.article else {}

    def slot(self, quote: Quote) -> int:
        """Return the speaker slot of a quote; 0 is nobody."""
        return self.slots.get(quote.speaker_id or EMPTY, 0)

    def speaker(self, quote: Quote) -> Speaker | None:
        """Return the roster's speaker of a quote, None where nobody named is meant."""
        return self.article.speakers.get(quote.speaker_id or EMPTY) if self.article else None

    @property
    def state(self) -> State:
        """How far the annotator is with this article."""
        return self.article.state if self.article else State.NEW

    def is_doubtful(self, quote: Quote) -> bool:
        """Whether the quote is an unchecked one that needs a look first."""
        return is_doubtful(quote)

    def refresh(self, quote_ids: Iterable[str], *, keep_ghost: str = EMPTY, same_cast: bool = False) -> None:
        """Take in a change that touched these quotes, and tell who shows them.

        `keep_ghost` names a quote that stays on show although it was rejected. `same_cast`: the speakers of the
        article and their names are what they were.
        """
        if self.article is None:
            return
        touched = set(quote_ids) | ({self.ghost.quote.id} if self.ghost else set())
        cast = Cast(speakers=self.article.speakers, slots=self.article.slots) if same_cast else None
        patch = self._source.patch(self.article.document.id, touched, cast)
        self._recount(touched, patch)
        before = self.article
        self.article = structs.replace(before, state=patch.state, speakers=patch.speakers, slots=patch.slots)
        if not same_cast:
            self._compare_cast(before, self.article)
        self.ghost = patch.rejected.get(keep_ghost)
        shown = dict(patch.quotes) | ({keep_ghost: self.ghost.quote} if self.ghost else {})
        if all(self._fits(quote_id, shown.get(quote_id)) for quote_id in touched):
            rows = sorted(self._rows[quote_id] for quote_id in touched if quote_id in shown)
            for quote_id, quote in shown.items():
                self.quotes[self._rows[quote_id]] = quote
            self.rows_changed.emit(rows)
        else:
            # The others stand in order: sorting ten thousand anew would be felt at every step of an edge.
            self.quotes = [quote for quote in self.quotes if quote.id not in touched]
            for quote in shown.values():
                insort(self.quotes, quote, key=lambda quote: quote.text_order)
            self._find_rows()
            self.reset.emit()

    def _compare_cast(self, before: Article, now: Article) -> None:
        if (before.speakers, before.slots) != (now.speakers, now.slots):
            both = before.speakers.keys() & now.speakers.keys()
            names = {key: now.speakers[key].name for key in both}
            self._renamed |= {key: name for key, name in names.items() if before.speakers[key].name != name}
            self.cast_changed.emit()

    def follow_names(self) -> None:
        """Have every quote call its speakers and candidates by the names that they go by since a change of the roster.

        What is painted has them at once; ten thousand quotes are gone through when nobody waits.
        """
        names, self._renamed = self._renamed, {}
        if not names:
            return
        rows = []
        for row, quote in enumerate(self.quotes):
            called = with_names(quote, names)
            if called is not quote:
                self.quotes[row] = called
                rows.append(row)
        self.rows_changed.emit(rows)

    def _recount(self, touched: Iterable[str], patch: Patch) -> None:
        for quote_id in touched:
            before, after = self.quote(quote_id), patch.quotes.get(quote_id)
            if before is not None and not self.is_ghost(quote_id):
                self.tally.remove(before)
            if after is not None:
                self.tally.add(after)

    def drop_ghost(self) -> None:
        """Let go of the rejected quote that was kept on show."""
        if self.ghost is not None:
            gone, self.ghost = self.ghost.quote.id, None
            self.quotes = [quote for quote in self.quotes if quote.id != gone]
            self._find_rows()
            self.reset.emit()

    def _fits(self, quote_id: str, quote: Quote | None) -> bool:
        before = self.quote(quote_id)
        return (before is None and quote is None) or (
            before is not None and quote is not None and before.fragments == quote.fragments
        )

    def _find_rows(self) -> None:
        self._rows = {quote.id: row for row, quote in enumerate(self.quotes)}
