"""What a screen asks for: one article as one annotator sees it, and rows of lists."""

from core.model.records import Document, Model, Quote, Record, Rejection, Speaker
from core.model.terms import State


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
