"""The queue: the project's articles in the order they came in, filtered by words, work left and doubt."""

from collections.abc import Collection, Iterable
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from core.model.overview import DocumentRow, Progress
from core.model.terms import State

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Show(Enum):
    """Which articles the queue shows. Those that are `LOOKED_UP` in the project are given by their ids."""

    ALL = "All"
    TO_DO = "To do"
    DOUBTFUL = "Doubtful"
    IN_WORK = "In work"
    COMPLETE = "Complete"
    FLAGGED = "Flagged"
    SPEAKER = "By speaker"

    def holds(self, row: DocumentRow, ids: Collection[str] = ()) -> bool:
        """Whether an article belongs to this part of the queue."""
        if self in LOOKED_UP:
            return row.id in ids
        return {
            Show.TO_DO: row.state is not State.COMPLETE,
            Show.DOUBTFUL: row.doubtful > 0,
            Show.IN_WORK: row.state is State.IN_WORK,
            Show.COMPLETE: row.state is State.COMPLETE,
        }.get(self, True)


CHIPS = (Show.ALL, Show.TO_DO, Show.DOUBTFUL)
"""The parts that are always at hand."""
LOOKED_UP = (Show.FLAGGED, Show.SPEAKER)


class Order(Enum):
    """In which order the queue stands; the value is what the button says."""

    IMPORT = "As imported"
    DOUBT = "Doubt first"
    DATE = "Newest first"
    TITLE = "By title"
    PROGRESS = "Most done first"

    def key(self, row: DocumentRow, place: int) -> tuple[object, ...]:
        """Return what to sort an article by; ties stay as they were imported."""
        complete = row.state is State.COMPLETE
        share = row.checked / row.total if row.total else 0.0
        keys: dict[Order, tuple[object, ...]] = {
            Order.DOUBT: (complete, -row.doubtful),
            Order.DATE: (not row.date, _backwards(row.date or "")),
            Order.TITLE: (row.title.casefold(),),
            Order.PROGRESS: (complete, -share),
        }
        return (*keys.get(self, ()), place)


def _backwards(date: str) -> tuple[int, ...]:
    """ISO dates as figures that sort the newest first."""
    return tuple(-ord(letter) for letter in date)


class DocumentsModel(QAbstractListModel):
    """One row an article; a change re-reads its rows only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[DocumentRow] = []
        self._places: dict[str, int] = {}

    def show_rows(self, rows: list[DocumentRow]) -> None:
        """Show other articles."""
        self.beginResetModel()
        self.rows = rows
        self._places = {row.id: place for place, row in enumerate(rows)}
        self.endResetModel()

    def put(self, rows: Iterable[DocumentRow]) -> None:
        """Take in what became of articles that are on show."""
        for row in rows:
            place = self._places.get(row.id)
            if place is not None and self.rows[place] != row:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, document_id: str) -> int:
        """Return the row of an article, -1 if the queue has none of that id."""
        return self._places.get(document_id, -1)

    def row(self, document_id: str) -> DocumentRow | None:
        """Return an article's row."""
        place = self.place_of(document_id)
        return self.rows[place] if place >= 0 else None

    def progress(self) -> Progress:
        """Return how many quotes of the project are checked."""
        return Progress(
            checked=sum(row.checked for row in self.rows),
            total=sum(row.total for row in self.rows),
            doubtful=sum(row.doubtful for row in self.rows),
        )

    def count(self, show: Show) -> int:
        """Return how many articles belong to a part of the queue."""
        return sum(show.holds(row) for row in self.rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of articles."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an article's row, its title, or a sentence for a screen reader."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None


class DocumentFilter(QSortFilterProxyModel):
    """The part of the queue that is on show."""

    def __init__(self, documents: DocumentsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.documents = documents
        self.show_only = Show.ALL
        self.ids: frozenset[str] = frozenset()
        self.order = Order.IMPORT
        self.words = ""
        self._ranks: dict[str, int] = {}
        self.setSourceModel(documents)
        self.setDynamicSortFilter(False)
        documents.modelReset.connect(self._rank)
        documents.dataChanged.connect(lambda *_: self.invalidate())
        self._rank()

    def choose(self, show: Show, ids: Collection[str] = ()) -> None:
        """Show another part of the queue; `ids` are the articles of a part that had to be looked up."""
        self.show_only, self.ids = show, frozenset(ids)
        self.invalidate()

    def sort_by(self, order: Order) -> None:
        """Stand in another order. Work on an article never moves it under one's hands: that is for the next time."""
        self.order = order
        self._rank()

    def _rank(self) -> None:
        places = sorted(enumerate(self.documents.rows), key=lambda each: self.order.key(each[1], each[0]))
        self._ranks = {row.id: rank for rank, (_, row) in enumerate(places)}
        self.sort(-1)
        self.sort(0)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Whether an article stands before another one."""
        return self._rank_of(left.row()) < self._rank_of(right.row())

    def _rank_of(self, place: int) -> int:
        """Articles that have just come stand where they were imported until they are ranked, a moment later."""
        return self._ranks.get(self.documents.rows[place].id, place)

    def search(self, words: str) -> None:
        """Show only articles whose title or source has these words."""
        self.words = words.casefold().strip()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether an article is on show."""
        row = self.documents.rows[source_row]
        named = f"{row.title} {row.source or ''}".casefold()
        return self.show_only.holds(row, self.ids) and all(word in named for word in self.words.split())


def spoken(row: DocumentRow) -> str:
    """Return what a screen reader says of an article."""
    state = "complete" if row.state is State.COMPLETE else f"{row.checked:,} of {row.total:,} quotes checked"
    doubt = f", {row.doubtful} doubtful" if row.doubtful else ""
    return f"{row.title}, {state}{doubt}"


def place_and_date(row: DocumentRow) -> str:
    """Return the source and the date of an article as one note, whichever of them is known."""
    return " · ".join(part for part in (row.source, row.date) if part)
