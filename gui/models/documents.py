"""The queue: the project's articles in the order they came in, filtered by words, work left and doubt."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from core.model.overview import DocumentRow, Progress
from core.model.terms import State

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Show(Enum):
    """Which articles the queue shows."""

    ALL = "All"
    TO_DO = "To do"
    DOUBTFUL = "Doubtful"

    def holds(self, row: DocumentRow) -> bool:
        """Whether an article belongs to this part of the queue."""
        if self is Show.TO_DO:
            return row.state is not State.COMPLETE
        return self is Show.ALL or row.doubtful > 0


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
        self.words = ""
        self.kept = ""
        self.setSourceModel(documents)

    def choose(self, show: Show) -> None:
        """Show another part of the queue."""
        self.show_only = show
        self.invalidate()

    def search(self, words: str) -> None:
        """Show only articles whose title or source has these words."""
        self.words = words.casefold().strip()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether an article is on show."""
        row = self.documents.rows[source_row]
        named = f"{row.title} {row.source or ''}".casefold()
        return self.show_only.holds(row) and all(word in named for word in self.words.split())


def spoken(row: DocumentRow) -> str:
    """Return what a screen reader says of an article."""
    state = "complete" if row.state is State.COMPLETE else f"{row.checked} of {row.total} quotes checked"
    doubt = f", {row.doubtful} doubtful" if row.doubtful else ""
    return f"{row.title}, {state}{doubt}"


def place_and_date(row: DocumentRow) -> str:
    """Return the source and the date of an article as one note, whichever of them is known."""
    return " · ".join(part for part in (row.source, row.date) if part)
