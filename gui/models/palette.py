"""What can be done, as a list that is looked through by typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ENTRY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NOT = 9


@dataclass(frozen=True)
class Entry:
    """One action: its id, what it is called, where it belongs, its key, and whether it can be done now."""

    id: str
    title: str
    group: str
    cap: str = ""
    enabled: bool = True


class PaletteModel(QAbstractListModel):
    """The entries that fit what was typed, best first; what can't be done now comes last and can't be chosen."""

    def __init__(self, entries: Sequence[Entry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = sorted(entries, key=lambda entry: not entry.enabled)
        self.entries: list[Entry] = list(self._all)

    def look_for(self, typed: str) -> None:
        """Show what fits the typed words: each word begins a word of the title or group, or occurs in it.

        A title that begins with all of them comes first.
        """
        words = typed.casefold().split()
        ranked = [(rank, place, entry) for place, entry in enumerate(self._all) if (rank := _rank(entry, words)) < _NOT]
        self.beginResetModel()
        self.entries = [entry for _, _, entry in sorted(ranked, key=lambda each: (not each[2].enabled, *each[:2]))]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many entries fit."""
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can't be done now can't be chosen."""
        enabled = index.isValid() and self.entries[index.row()].enabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if enabled else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an entry, its title, or a sentence for a screen reader."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            key = f", key {entry.cap}" if entry.cap else ""
            return f"{entry.title}, {entry.group}{key}{'' if entry.enabled else ', not possible now'}"
        return None


def _rank(entry: Entry, words: Sequence[str]) -> int:
    title = f"{entry.title} {entry.group}".casefold()
    if title.startswith(" ".join(words)):
        return 0
    parts = title.replace("…", "").split()
    ranks = [_word_rank(word, title, parts) for word in words]
    return max(ranks, default=0)


def _word_rank(word: str, title: str, parts: Sequence[str]) -> int:
    if title.startswith(word):
        return 0
    if any(part.startswith(word) for part in parts):
        return 1
    return 2 if word in title else _NOT
