"""The speakers of the article on show, in the order of their colours, with how many quotes are theirs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from core.model.records import Quote, Speaker
from core.model.saying import plural
from gui.models.article import ArticleModel

ENTRY = Qt.ItemDataRole.UserRole
MOST_ROLES = 4
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """One line of the roster. `also` are other names, `count` the quotes in this article."""

    speaker_id: str
    name: str
    also: str
    slot: int
    count: int


class SpeakersModel(QAbstractListModel):
    """Follows the article."""

    def __init__(self, article: ArticleModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._article = article
        self.entries: list[Entry] = []
        self._roles: dict[str, Counter[str]] = {}
        self._said: dict[str, tuple[str, str]] = {}  # by quote: a speaker, and the words that mention them
        article.reset.connect(self._begin)
        # The list waits until the changed quote is painted.
        self._soon = QTimer(self, singleShot=True, interval=30)
        self._soon.timeout.connect(self.refill)
        article.rows_changed.connect(self._follow)

    def refill(self) -> None:
        """Show the figures and names that hold now."""
        entries = self._entries()
        if entries == self.entries:
            return
        if [entry.speaker_id for entry in entries] == [entry.speaker_id for entry in self.entries]:
            self.entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many speakers there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an entry, a name, or a sentence for a screen reader."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.name}, {entry.also}" if entry.also else entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.name}, {plural(entry.count, 'quote')}"
        return None

    def _entries(self) -> list[Entry]:
        article = self._article.article
        if article is None:
            return []
        counts = self._article.tally.speakers
        ranked = sorted(article.slots.items(), key=lambda pair: pair[1])
        return [
            Entry(key, speaker.name, ", ".join(others(speaker, self._mentions(key))), slot, counts[key])
            for key, slot in ranked
            if (speaker := article.speakers.get(key)) is not None
        ]

    def _begin(self) -> None:
        self._roles, self._said = {}, {}
        self._learn(self._article.quotes)
        self.refill()

    def _follow(self, rows: list[int]) -> None:
        self._learn(self._article.quotes[row] for row in rows)
        self._soon.start()

    def _learn(self, quotes: Iterable[Quote]) -> None:
        """Count by which words each speaker is mentioned beside a quote; what a quote said before counts no longer."""
        text = self._article.text
        for quote in quotes:
            now = (quote.speaker_id, text[slice(*quote.mention)]) if quote.speaker_id and quote.mention else None
            before = self._said.get(quote.id)
            if before == now:
                continue
            if before is not None:
                self._roles[before[0]] -= Counter([before[1]])
                del self._said[quote.id]
            if now is not None:
                self._roles.setdefault(now[0], Counter())[now[1]] += 1
                self._said[quote.id] = now

    def _mentions(self, speaker_id: str) -> tuple[str, ...]:
        return tuple(islice(self._roles.get(speaker_id, ()), MOST_ROLES))


def others(speaker: Speaker, mentions: list[str] | tuple[str, ...]) -> list[str]:
    """Return other names of a speaker: aliases first, then mentions such as "the minister", then pronouns."""
    seen = {speaker.name.casefold()}
    names = []
    for name in (*speaker.aliases, *sorted(mentions, key=len, reverse=True)):
        if name.casefold() not in seen:
            seen.add(name.casefold())
            names.append(name)
    return names
