"""The records of the dataset format (docs/format.md) as frozen types: one line is an `AnnotatedDocument`."""

from typing import Any

import msgspec

from core.model.spans import Span, hull, text_order
from core.model.terms import (
    Kind,
    Reason,
    Relation,
    SpeakerKind,
    SpeakerType,
    State,
    Status,
    Via,
    ZoneType,
)

Extra = dict[str, Any]


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A value that is never changed in place; `msgspec.structs.replace` makes a changed copy."""


class Zone(Record, frozen=True, kw_only=True):
    """A stretch of the text that is not running text: a headline, a caption, …"""

    start: int
    end: int
    type: ZoneType
    extra: Extra = {}


class Document(Record, frozen=True, kw_only=True):
    """One article, its text exactly as it was imported."""

    id: str
    text: str
    sha256: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    date: str | None = None
    language: str | None = None
    zones: tuple[Zone, ...] = ()
    extra: Extra = {}


class Speaker(Record, frozen=True, kw_only=True):
    """Somebody or something that can be meant as the source of a quote; an entry of the roster."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    external_id: str | None = None
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    extra: Extra = {}


class Candidate(Record, frozen=True, kw_only=True):
    """One possible speaker of a quote; `confidence` is P(speaker | quote), `evidence` the reason in words."""

    name: str
    speaker_id: str | None = None
    mention: Span | None = None
    confidence: float = 0.0
    evidence: str = ""
    extra: Extra = {}


class SecondSpeaker(Record, frozen=True, kw_only=True):
    """A further source of a quote and how it stands to the first."""

    relation: Relation
    speaker_id: str | None = None
    speaker_name: str | None = None
    mention: Span | None = None


class Suggestion(Record, frozen=True, kw_only=True):
    """What was on the screen when a person decided; `model` is the sha256 of the weights that showed it."""

    fragments: tuple[Span, ...]
    kind: Kind
    speaker_name: str | None = None
    confidence: float | None = None
    model: str | None = None


class Decision(Record, frozen=True, kw_only=True):
    """How a quote was settled: by which act, when (UTC, ISO 8601, milliseconds), after being shown what."""

    via: Via
    at: str
    blind: bool = False
    seconds: float | None = None
    keys: int | None = None
    fast: bool = False
    suggestion: Suggestion | None = None
    extra: Extra = {}


class Quote(Record, frozen=True):
    """Somebody's words, in one layer of one document.

    `mention` is the evidence in the text ("the minister"), `speaker_id` who is meant. `speaker_name` is the
    roster's name of that speaker or, without a `speaker_id`, a description ("a senior official").
    `confidence` is P(span and speaker right), frozen when a person decides.
    """

    id: str
    fragments: tuple[Span, ...]
    kind: Kind
    quoted: tuple[Span, ...] = ()
    parent: str | None = None
    mention: Span | None = None
    speaker_id: str | None = None
    speaker_name: str | None = None
    speaker_type: SpeakerType = SpeakerType.UNDECIDED
    more_speakers: tuple[SecondSpeaker, ...] = ()
    cue: Span | None = None
    status: Status = Status.SUGGESTED
    flagged: bool = False
    sure: bool = True
    comment: str = ""
    attributes: dict[str, str] = {}
    confidence: float | None = None
    candidates: tuple[Candidate, ...] = ()
    decided: Decision | None = None
    extra: Extra = {}

    @property
    def span(self) -> Span:
        """The hull of the fragments."""
        return hull(self.fragments)

    @property
    def text_order(self) -> tuple[int, int, str]:
        """What quotes are sorted by."""
        return text_order(self.span, self.id)

    @property
    def checked(self) -> bool:
        """Whether a person has settled it."""
        return self.status is not Status.SUGGESTED


class Rejection(Record, frozen=True, kw_only=True):
    """A suggestion that a person said is no quote, kept apart so that nobody trains on it by accident."""

    quote: Quote
    reason: Reason | None = None


class Model(Record, frozen=True, kw_only=True):
    """Which model made the suggestions; `weights` is the sha256 of its weights."""

    name: str
    version: str
    weights: str


class Layer(Record, frozen=True, kw_only=True):
    """What one annotator (or, with `annotator` None, a model) says about one document."""

    annotator: str | None = None
    state: State = State.NEW
    model: Model | None = None
    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Quote, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    extra: Extra = {}


class AnnotatedDocument(Record, frozen=True, kw_only=True, eq=False):
    """One line of a dataset: an article and one layer of it.

    `where` is the file and the entry that it was read from, for sentences about it; it is no part of the line.
    """

    document: Document
    layer: Layer
    where: str = ""

    def __eq__(self, other: object) -> bool:
        """Whether two lines say the same, wherever they were read."""
        if not isinstance(other, AnnotatedDocument):
            return NotImplemented
        return (self.document, self.layer) == (other.document, other.layer)

    def __ne__(self, other: object) -> bool:
        """The opposite, which the base class would answer in its own way."""
        return not self == other
