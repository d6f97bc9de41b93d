"""Last changes: the newest steps first, each with its time, its quote and what became of it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model.overview import HistoryRow
from gui.models.steps import told

STEP = Qt.ItemDataRole.UserRole
ROW = Qt.ItemDataRole.UserRole + 1
BY_ITSELF = frozenset({"import", "label", "elsewhere"})
Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """One row a step; those of the labelling job are left out, since nobody decided them.

    `number_of` gives the number of a quote of the article on show, "" where it has none.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[HistoryRow] = []
        self.number_of: Callable[[str], str] = lambda quote_id: ""
        self._numbers: list[str] = []

    def show_rows(self, rows: list[HistoryRow]) -> None:
        """Show other steps, or the same ones with the numbers that their quotes have now."""
        kept = [row for row in rows if row.code != "label"]
        numbers = [row.words.get("quote") or self.number_of(row.quote_id or "") for row in kept]
        if kept != self.rows:
            self.beginResetModel()
            self.rows, self._numbers = kept, numbers
            self.endResetModel()
        elif numbers != self._numbers:
            self._numbers = numbers
            self.dataChanged.emit(self.index(0), self.index(len(kept) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many steps are on show."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a step in parts, its row, or a sentence."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        step = told(row.code, {**row.words, "quote": self._numbers[index.row()]})
        if role == STEP:
            return step
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return step.sentence
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{clock(row.at)}, {step.sentence}" + (", undone" if row.undone else "")
        return None


def clock(at: str) -> str:
    """Return the local time of day, "14:32", of a UTC time in ISO 8601."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%H:%M}"
    except ValueError:
        return ""


def can_revert(row: HistoryRow) -> bool:
    """Whether a step offers to be taken back by itself."""
    return not row.undone and row.code not in BY_ITSELF and row.code not in ("undo", "redo")
