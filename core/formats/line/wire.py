"""The shapes of docs/format.md as they stand in a file, in the order in which they are written.

A key that may be missing has a default; None means that the file said nothing, where that differs from null.
"""

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from core.model.spans import Span
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

FORMAT = "quotedesk/1"

Raw = dict[str, Any]
"""A JSON object as it was decoded, before its keys were looked at."""
Name = Annotated[str, Meta(min_length=1)]
Likelihood = Annotated[float, Meta(ge=0, le=1)]
Duration = Annotated[float, Meta(ge=0)]
Number = Annotated[int, Meta(ge=0, le=1_000_000_000)]


class Wire(msgspec.Struct, gc=False):
    """One JSON object; keys that it doesn't know are picked up apart (`extras`)."""


class WireSpan(Wire, kw_only=True):
    """A mention or a cue."""

    start: int
    end: int


class WireZone(Wire, kw_only=True):
    """A stretch that is not running text."""

    start: int
    end: int
    type: ZoneType


class WireModel(Wire, kw_only=True):
    """The model that made the suggestions."""

    name: str
    version: str
    weights: str


class WireSpeaker(Wire, kw_only=True):
    """An entry of the line's roster."""

    id: Name | None = None
    name: Name
    aliases: list[str] = []
    external_id: str | None = None
    kind: SpeakerKind = SpeakerKind.UNKNOWN


class WireSecond(Wire, kw_only=True):
    """A further source of a quote."""

    speaker_id: str | None = None
    speaker_name: str | None = None
    speaker: WireSpan | None = None
    relation: Relation


class WireCandidate(Wire, kw_only=True):
    """A possible speaker."""

    speaker_id: str | None = None
    name: str | None = None
    mention: WireSpan | None = None
    confidence: Likelihood = 0.0
    evidence: str = ""


class WireSuggestion(Wire, kw_only=True):
    """What was shown when a person decided."""

    fragments: tuple[Span, ...]
    kind: Kind
    speaker_name: str | None = None
    confidence: Likelihood | None = None
    model: str | None = None


class WireDecided(Wire, kw_only=True):
    """How a quote was settled."""

    via: Via = Via.IMPORT
    blind: bool = False
    at: str | None = None
    seconds: Duration | None = None
    keys: Number | None = None
    fast: bool = False
    suggestion: WireSuggestion | None = None


class WireQuote(Wire):
    """A quote; `start` and `end` are the hull of `fragments`, either will do."""

    id: Name | None = None
    start: int | None = None
    end: int | None = None
    fragments: tuple[Span, ...] | None = None
    quoted: tuple[Span, ...] | None = None
    surface: list[str] | None = None
    kind: Kind | None = None
    parent: str | None = None
    speaker: WireSpan | None = None
    speaker_id: str | None = None
    speaker_name: str | None = None
    speaker_type: SpeakerType | None = None
    more_speakers: list[WireSecond] = []
    cue: WireSpan | None = None
    status: Status | None = None
    flagged: bool = False
    sure: bool = True
    comment: str = ""
    attributes: dict[str, str] = {}
    confidence: Likelihood | None = None
    candidates: list[WireCandidate] = []
    decided: WireDecided | None = None


class WireRejection(WireQuote, kw_only=True):
    """A rejected suggestion: a quote and why it is none."""

    reason: Reason | None = None


class WireLine(Wire, kw_only=True):
    """One article and one annotator."""

    format: str = FORMAT
    id: Name
    title: str | None = None
    source: str | None = None
    url: str | None = None
    date: str | None = None
    language: str | None = None
    text: str
    sha256: str | None = None
    zones: list[WireZone] = []
    annotator: Name | None = None
    state: State | None = None
    model: WireModel | None = None
    speakers: list[WireSpeaker] = []
    quotes: list[WireQuote] = []
    rejected: list[WireRejection] = []
