"""Type-ahead: the roster's speakers and the words that name somebody in this article."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model.records import Quote, Speaker
from core.model.terms import SpeakerType

NAME = Qt.ItemDataRole.UserRole
MOST = 8
Index = QModelIndex | QPersistentModelIndex

UNKNOWN = {
    SpeakerType.NAMED: "Nobody",
    SpeakerType.UNNAMED: "Unnamed",
    SpeakerType.COLLECTIVE: "Collective",
    SpeakerType.NONE: "Nobody",
    SpeakerType.UNDECIDED: "Undecided",
}
"""What stands where a quote has no name to show; each is short enough for a tag."""


@dataclass(frozen=True)
class Name:
    """Somebody who can be named: a speaker of the roster (with an id) or words of the article, or a new name."""

    text: str
    note: str = ""
    speaker_id: str | None = None


class NamesModel(QAbstractListModel):
    """The names that match what was typed, best first; the last row makes a new speaker of the typed words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: list[tuple[Name, tuple[str, ...], Sequence[str]]] = []
        self.names: list[Name] = []

    def know(self, speakers: Iterable[Speaker], mentions: Mapping[str, Sequence[str]]) -> None:
        """Learn whom there is to name; `mentions` are the words by which the article speaks of each name."""
        known = []
        taken = set()
        for one in speakers:
            words = (one.name, *one.aliases)
            taken |= {word.casefold() for word in words}
            known.append((Name(one.name, ", ".join(one.aliases), one.id), words, mentions.get(one.name, ())))
        for text, others in mentions.items():
            if text.casefold() not in taken:
                known.append((Name(text, "in this article"), (text,), others))
        self._known = known

    def look_for(self, typed: str, *, new_only: bool = False) -> None:
        """Show who fits the typed words: first who is called so, then where a word begins so, then where it occurs."""
        sought = " ".join(typed.split())
        found = [] if new_only or not sought else self._found(sought.casefold())
        if sought and not any(name.text.casefold() == sought.casefold() for name in found):
            found.append(Name(sought, "new speaker"))
        self.beginResetModel()
        self.names = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many names match."""
        return 0 if parent.isValid() else len(self.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a name, or its words for a list."""
        if not index.isValid():
            return None
        name = self.names[index.row()]
        if role == NAME:
            return name
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{name.text} · {name.note}" if name.note else name.text
        return None

    def _found(self, sought: str) -> list[Name]:
        ranked = []
        for place, (name, words, mentions) in enumerate(self._known):
            own = min(_rank(word.casefold(), sought) for word in words)
            rank = min([own, *(_rank(word.casefold(), sought) + _ONLY_MENTIONED for word in mentions)])
            if rank < _NOT:
                ranked.append((rank, place, name))
        return [name for _, _, name in sorted(ranked, key=lambda entry: entry[:2])[:MOST]]


_NOT = 4
_ONLY_MENTIONED = 0.5  # words that speak of somebody are less than the same words as a name


def _rank(word: str, sought: str) -> int:
    if word == sought:
        return 0
    if word.startswith(sought):
        return 1
    if any(part.startswith(sought) for part in word.split()):
        return 2
    return 3 if sought in word else _NOT


def mentions_of(text: str, quotes: Iterable[Quote]) -> dict[str, list[str]]:
    """Return the candidates of an article by name, each with the words that mention it."""
    found: dict[str, list[str]] = {}
    for quote in quotes:
        for candidate in quote.candidates:
            words = found.setdefault(candidate.name, [])
            mention = text[slice(*candidate.mention)] if candidate.mention else ""
            if mention and mention not in words:
                words.append(mention)
    return found
