"""Keys of one's own: the table in which they are changed, with the check that no two actions share one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.key_names import caps_of

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_HEADINGS = ("Action", "Menu", "Keys")


@dataclass(frozen=True)
class KeyRow:
    """One action, the keys it has, and those it has by default."""

    id: str
    title: str
    menu: str
    keys: tuple[str, ...]
    default: tuple[str, ...]


class KeysModel(QAbstractTableModel):
    """Nothing is kept before the dialog says so."""

    def __init__(self, rows: Iterable[KeyRow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = list(rows)

    def owner_of(self, key: str, *, but: str) -> KeyRow | None:
        """Return the row of the action that has a key already, other than the one named."""
        for row in self.rows:
            if row.id != but and key.casefold() in {each.casefold() for each in row.keys}:
                return row
        return None

    def give(self, action_id: str, keys: tuple[str, ...]) -> None:
        """Give an action other keys."""
        for place, row in enumerate(self.rows):
            if row.id == action_id:
                self.rows[place] = replace(row, keys=keys)
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(_HEADINGS) - 1))

    def restore(self) -> None:
        """Give every action the keys it has by default."""
        self.rows = [replace(row, keys=row.default) for row in self.rows]
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(_HEADINGS) - 1))

    def own(self) -> dict[str, str]:
        """Return the keys that differ from the default, by action, parted by spaces."""
        return {row.id: " ".join(row.keys) for row in self.rows if row.keys != row.default}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many actions there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return three: action, menu, keys."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, or the row."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            own = "" if row.keys == row.default else "  (yours)"
            return (row.title, row.menu, "  or  ".join(caps_of(row.keys)) + own)[index.column()]
        return None
