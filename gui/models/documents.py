"""The queue: the project's articles in the order they came in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model.overview import DocumentRow, Progress
from core.model.saying import plural
from core.model.terms import State
from gui.models.days import spoken_day
from gui.models.document_tally import DocumentTally
from gui.models.queue_parts import Show

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class DocumentsModel(QAbstractListModel):
    """One row an article; a change re-reads its rows only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[DocumentRow] = []
        self._places: dict[str, int] = {}
        self._tally = DocumentTally()

    def show_rows(self, rows: list[DocumentRow]) -> None:
        """Show other articles."""
        self.beginResetModel()
        self.rows = rows
        self._places = {row.id: place for place, row in enumerate(rows)}
        self._tally = DocumentTally(rows)
        self.endResetModel()

    def put(self, rows: Iterable[DocumentRow]) -> None:
        """Take in what became of articles that are on show."""
        for row in rows:
            place = self._places.get(row.id)
            if place is not None and self.rows[place] != row:
                self._tally.remove(self.rows[place])
                self._tally.add(row)
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
        return self._tally.progress

    def count(self, show: Show) -> int:
        """Return how many articles belong to a part of the queue that need not be looked up."""
        return self._tally.count(show)

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
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (row.title, row.source, row.date) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None


def checked_of(checked: int, total: int) -> str:
    """Return how many quotes are checked, in words."""
    return f"{checked:,} of {plural(total, 'quote')} checked"


def spoken(row: DocumentRow) -> str:
    """Return what a screen reader says of an article."""
    state = "complete" if row.state is State.COMPLETE else checked_of(row.checked, row.total)
    doubt = f", {row.doubtful} doubtful" if row.doubtful else ""
    return f"{row.title}, {state}{doubt}"


def day_of(row: DocumentRow, today: date) -> str:
    """Return the date of an article in few letters; one that is no day of a calendar as it was given."""
    try:
        return spoken_day(date.fromisoformat(row.date or ""), today, short=True)
    except ValueError:
        return row.date or ""
