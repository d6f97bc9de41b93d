"""What the digits stand for now: who may have said the current quote, or how to refine "nobody" or "not a quote"."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from core.model.records import Candidate, Quote
from core.model.terms import Reason, Relation, SpeakerType
from gui.models.article import ArticleModel
from gui.selection import Mode, Selection

CHOICE = Qt.ItemDataRole.UserRole
MOST_DIGITS = 9
Index = QModelIndex | QPersistentModelIndex

NOBODIES = (
    (SpeakerType.UNNAMED, "Unnamed source", "described, not named: “a senior official”"),
    (SpeakerType.COLLECTIVE, "Several people", "a collective: “residents”, “witnesses”"),
    (SpeakerType.NONE, "None in the text", "the text does not say who"),
    (SpeakerType.UNDECIDED, "I can't decide", "for somebody else to look at"),
)
RELATIONS = {
    Relation.JOINT: "says it too",
    Relation.ALTERNATIVE: "may have said it instead",
    Relation.RELAYED_BY: "passed it on",
}
REASONS = (
    (Reason.SCARE, "Scare quotes", "words held at a distance"),
    (Reason.TITLE, "A title or a name", "of a book, a film, a party"),
    (Reason.NOT_SPEECH, "Not speech", "nobody said or wrote it"),
    (Reason.WRONG_SPAN, "Wrong span", "a quote is here, with other borders"),
    (Reason.DUPLICATE, "Duplicate", "another suggestion marks the same words"),
)


@dataclass(frozen=True)
class Choice:
    """One row that a digit picks. `share` is a probability, None where there is none to show."""

    cap: str
    name: str
    role: str = ""
    reason: str = ""
    share: float | None = None
    slot: int = 0
    chosen: bool = False
    value: Candidate | SpeakerType | Reason | None = None

    @property
    def odds(self) -> str:
        """The share in words, as a quote's tag has a figure of another kind; "" without one."""
        return "" if self.share is None else f"{self.share:.0%} that {self.name} is the speaker"


class CandidatesModel(QAbstractListModel):
    """Follows the selection and the article. The digits stand for `choices` at once; the rows of the list follow
    when the event loop comes round, once for all that a key changes, and `shown` says so.

    So the text, where the eye is, is painted first.
    """

    shown = Signal()

    def __init__(self, article: ArticleModel, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._article = article
        self._selection = selection
        self.choices: list[Choice] = []
        self._rows: list[Choice] = []
        self._stood = ("", -1)  # the quote and the place of its speaker at the last look
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.catch_up)
        article.reset.connect(self.refill)
        article.rows_changed.connect(lambda rows: self.refill())
        selection.quote_changed.connect(lambda quote_id: self.refill())
        selection.mode_changed.connect(lambda mode: self.refill())

    @property
    def quote(self) -> Quote | None:
        """The current quote."""
        return self._article.quote(self._selection.quote_id)

    def choice(self, number: int) -> Choice | None:
        """Return what a digit from 1 on stands for."""
        return self.choices[number - 1] if 0 < number <= len(self.choices) else None

    def place_of_speaker(self) -> int:
        """Return the place of whom the current quote has as its speaker, -1 if that is nobody."""
        quote = self.quote
        if quote is None or quote.speaker_name is None:
            return -1
        place = _place_offered(quote)
        return len(quote.candidates) if place < 0 else place

    def refill(self) -> None:
        """Read again what can be chosen; where the quote has got another speaker, the cursor goes there."""
        self.choices = self._choices()
        (quote_id, place), self._stood = self._stood, (self._selection.quote_id, self.place_of_speaker())
        if self._selection.mode is not Mode.SECOND and quote_id == self._stood[0] and place != self._stood[1]:
            self._selection.select_candidate(self._stood[1])
        self._soon.start()

    def catch_up(self) -> None:
        """Bring the rows of the list up to what can be chosen."""
        self._soon.stop()
        if self._rows != self.choices:
            self.beginResetModel()
            self._rows = self.choices
            self.endResetModel()
        self.shown.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many choices there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a choice, its name, or a sentence for a screen reader."""
        if not index.isValid():
            return None
        choice = self._rows[index.row()]
        if role == CHOICE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (choice.name, choice.role, choice.reason, choice.odds) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (choice.cap, choice.name, choice.role, choice.odds, choice.reason)
            return ", ".join(part for part in parts if part)
        return None

    def _choices(self) -> list[Choice]:
        quote = self.quote
        if quote is None:
            return []
        if self._selection.mode is Mode.NOBODY:
            return [
                Choice(str(n), name, reason=note, value=kind, chosen=quote.checked and quote.speaker_type is kind)
                for n, (kind, name, note) in enumerate(NOBODIES, 1)
            ]
        if self._selection.mode is Mode.REASON:
            given = self._article.ghost.reason if self._article.ghost else None
            return [
                Choice(str(n), name, reason=note, value=reason, chosen=reason is given)
                for n, (reason, name, note) in enumerate(REASONS, 1)
            ]
        if self._selection.mode is Mode.SECOND:
            everybody = [*quote.candidates, *_typed_seconds(quote)]
            return [self._second(quote, n, candidate) for n, candidate in enumerate(everybody, 1)]
        everybody = [*quote.candidates, *_speaker_elsewhere(quote)]
        return [self._candidate(n, candidate) for n, candidate in enumerate(everybody, 1)]

    def _second(self, quote: Quote, number: int, candidate: Candidate) -> Choice:
        """A candidate as somebody who says it too; one who is that already can be taken away by the same digit."""
        seconds = (one for one in quote.more_speakers if is_meant(candidate, one.speaker_id, one.speaker_name))
        relation = next((one.relation for one in seconds), None)
        first = is_meant(candidate, quote.speaker_id, quote.speaker_name)
        note = "the first speaker" if first else RELATIONS[relation] if relation else candidate.evidence
        choice = self._candidate(number, candidate)
        return replace(choice, reason=note, share=None, chosen=relation is self._selection.relation)

    def _candidate(self, number: int, candidate: Candidate) -> Choice:
        words = " ".join(self._article.text[slice(*candidate.mention)].split()) if candidate.mention else ""
        return Choice(
            str(number) if number <= MOST_DIGITS else "",
            candidate.name,
            "" if words.casefold() in candidate.name.casefold() else words,
            candidate.evidence,
            candidate.confidence or None,
            self._article.slots.get(candidate.speaker_id or "", 0),
            value=candidate,
        )


def _place_offered(quote: Quote) -> int:
    for place, candidate in enumerate(quote.candidates):
        if (candidate.speaker_id or candidate.name) == (quote.speaker_id or quote.speaker_name):
            return place
        if candidate.name == quote.speaker_name:
            return place
    return -1


def _speaker_elsewhere(quote: Quote) -> list[Candidate]:
    """The speaker whom a quote has without a candidate for it: behind the candidates, so that their digits stay.

    They were typed, taken along or imported; whom Enter accepts is always a row.
    """
    if quote.speaker_name is None or _place_offered(quote) >= 0:
        return []
    name, speaker_id, mention = quote.speaker_name, quote.speaker_id, quote.mention
    return [Candidate(name=name, speaker_id=speaker_id, mention=mention, evidence="the speaker so far")]


def _typed_seconds(quote: Quote) -> list[Candidate]:
    """Second speakers whom nobody suggested: they can be taken away by a digit as well."""
    return [
        Candidate(name=one.speaker_name, speaker_id=one.speaker_id, mention=one.mention)
        for one in quote.more_speakers
        if one.speaker_name
        and not any(is_meant(candidate, one.speaker_id, one.speaker_name) for candidate in quote.candidates)
    ]


def is_meant(candidate: Candidate, speaker_id: str | None, name: str | None) -> bool:
    """Return whether a candidate is the speaker of this id or, where one of the two has none, of this name."""
    if candidate.speaker_id and speaker_id:
        return candidate.speaker_id == speaker_id
    return candidate.name == name
