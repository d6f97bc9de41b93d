"""What a screen asks for: one article as one annotator sees it, and rows of lists."""

from typing import Literal

from core.model.records import Document, Model, Quote, Record, Rejection, Speaker
from core.model.terms import Kind, SpeakerType, State, Status, Via


class Cast(Record, frozen=True, kw_only=True):
    """The speakers of a document by id, and their slots."""

    speakers: dict[str, Speaker] = {}
    slots: dict[str, int] = {}

    @property
    def names(self) -> dict[str, str]:
        """The roster's names by speaker id."""
        return {speaker.id: speaker.name for speaker in self.speakers.values()}


class Article(Record, frozen=True, kw_only=True):
    """A document with the annotator's quotes and, where they have not decided, the model's suggestions.

    `quotes` stand in text order. `slots` numbers the speakers of the document 1, 2, …: the first to come keeps
    the first colour; a speaker's slot never changes within a document.
    """

    document: Document
    state: State = State.NEW
    model: Model | None = None
    quotes: tuple[Quote, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    speakers: dict[str, Speaker] = {}
    slots: dict[str, int] = {}
    labelled: bool = False


class Patch(Record, frozen=True, kw_only=True):
    """What became of some quotes of an article after a change; an id in neither dict is gone."""

    state: State
    quotes: dict[str, Quote] = {}
    rejected: dict[str, Rejection] = {}
    speakers: dict[str, Speaker] = {}
    slots: dict[str, int] = {}


class DocumentRow(Record, frozen=True, kw_only=True):
    """One line of the queue. `checked`, `total` and `doubtful` count quotes; `title` is never empty."""

    id: str
    title: str
    source: str | None = None
    date: str | None = None
    state: State = State.NEW
    checked: int = 0
    total: int = 0
    doubtful: int = 0
    labelled: bool = False


class HistoryRow(Record, frozen=True, kw_only=True):
    """One step of the past; `at` is UTC, ISO 8601. `undone` steps can be done again until a new step is made."""

    revision: int
    at: str
    annotator: str | None
    code: str
    words: dict[str, str] = {}
    document_id: str | None = None
    quote_id: str | None = None
    undone: bool = False


class Progress(Record, frozen=True, kw_only=True):
    """How many quotes of the project are checked, of how many."""

    checked: int = 0
    total: int = 0
    doubtful: int = 0


class Use(Record, frozen=True, kw_only=True):
    """An article in which a speaker has quotes, in whoever's layer, and how many; `title` is never empty."""

    document_id: str
    title: str
    quotes: int


class QuoteRow(Record, frozen=True, kw_only=True):
    """One line of the table of all quotes. `number` is the quote's place in its article, 1 for the first.

    `words` are the first ones of the quote, `cue` those that report it; `speaker_name` is the roster's name or a
    description, "" for neither. `doubtful` are unchecked quotes only; `by_hand` are those that no model suggested.
    `via` and `decided_at` (UTC, ISO 8601) are None while nobody has touched the quote.
    """

    document_id: str
    title: str
    quote_id: str
    number: int
    words: str
    kind: Kind
    speaker_id: str | None = None
    speaker_name: str = ""
    speaker_type: SpeakerType = SpeakerType.UNDECIDED
    cue: str = ""
    status: Status = Status.SUGGESTED
    via: Via | None = None
    fast: bool = False
    flagged: bool = False
    sure: bool = True
    doubtful: bool = False
    by_hand: bool = False
    comment: str = ""
    decided_at: str | None = None
    confidence: float | None = None


class Found(Record, frozen=True, kw_only=True):
    """Where a search has found its words: in an article, by who speaks in a quote, or in a comment on a quote.

    `start` is the code point in the text at which the words stand, 0 if only the title has them; it and `quote_id`
    are each None for the other kinds of hit. `excerpt` are some 80 characters around the hit on one line.
    """

    document_id: str
    title: str
    excerpt: str
    where: Literal["text", "speaker", "comment"]
    quote_id: str | None = None
    start: int | None = None


class ReleaseRow(Record, frozen=True, kw_only=True):
    """A version of the dataset that was frozen under a name."""

    id: int
    name: str
    at: str
    annotator: str | None
    articles: int
    quotes: int
