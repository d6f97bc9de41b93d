"""Between the records that the program speaks of and the rows that the file keeps."""

from typing import Any

import msgspec

from core.model.doubt import doubtful
from core.model.records import Decision, Document, Quote, Rejection, SecondSpeaker, Speaker, Zone
from core.model.spans import Span
from core.model.terms import Kind, Reason, Relation, SpeakerKind, SpeakerType, Status, Via, ZoneType
from core.store import tables
from core.store.titles import opening_of

Columns = dict[str, Any]
# Asking the class for a word takes ten times as long, and a list may have ten thousand quotes.
KINDS = {each.value: each for each in Kind}
SPEAKER_TYPES = {each.value: each for each in SpeakerType}
STATUSES = {each.value: each for each in Status}
_NOWHERE = (None, None)


class StoredQuote(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A quote as a layer holds it; `rejected` tells what a person said is none, and `reason` why."""

    layer_id: int
    rejected: bool
    reason: Reason | None
    quote: Quote

    @property
    def id(self) -> str:
        """That of the quote."""
        return self.quote.id


def document_columns(document: Document) -> Columns:
    """Return the row of a document, without its place in the project."""
    return {
        "id": document.id,
        "title": document.title,
        "source": document.source,
        "url": document.url,
        "date": document.date,
        "language": document.language,
        "sha256": document.sha256,
        "opening": opening_of(document.text),
        "extra": document.extra,
        "text": document.text,
    }


def zone_columns(document_id: str, position: int, zone: Zone) -> Columns:
    """Return the row of a zone."""
    return {
        "document_id": document_id,
        "position": position,
        "start": zone.start,
        "end": zone.end,
        "type": zone.type,
        "extra": zone.extra,
    }


def speaker_columns(speaker: Speaker) -> Columns:
    """Return the row of a speaker."""
    return {
        "id": speaker.id,
        "name": speaker.name,
        "aliases": speaker.aliases,
        "external_id": speaker.external_id,
        "kind": speaker.kind,
        "extra": speaker.extra,
    }


def quote_columns(layer_id: int, quote: Quote) -> Columns:
    """Return the row of a quote by the names of its columns."""
    return dict(zip(tables.Quote.__table__.c.keys(), quote_row(layer_id, quote), strict=True))


def quote_row(layer_id: int, quote: Quote, rejection: Rejection | None = None) -> tuple[Any, ...]:
    """Return the row of a quote in the order of its columns; with a rejection, of one that a person said is none."""
    mention, cue, decided = quote.mention or _NOWHERE, quote.cue or _NOWHERE, quote.decided
    return (
        layer_id,
        quote.id,
        quote.fragments[0][0],
        quote.fragments[-1][1],
        quote.kind,
        quote.status,
        rejection is not None,
        rejection.reason if rejection else None,
        doubtful(quote.confidence, quote.candidates),
        quote.flagged,
        quote.sure,
        quote.parent,
        quote.speaker_id,
        quote.speaker_name,
        quote.speaker_type,
        mention[0],
        mention[1],
        cue[0],
        cue[1],
        quote.confidence,
        decided.via if decided else None,
        decided.at if decided else None,
        decided.blind if decided else False,
        decided.seconds if decided else None,
        decided.keys if decided else None,
        decided.fast if decided else False,
        quote.comment,
        quote.fragments,
        quote.quoted,
        quote.attributes,
        decided.suggestion if decided else None,
        decided.extra if decided else {},
        quote.extra,
        quote.candidates,
    )


def second_speaker_columns(layer_id: int, quote_id: str, position: int, speaker: SecondSpeaker) -> Columns:
    """Return the row of a second speaker."""
    start, end = speaker.mention or (None, None)
    return {
        "layer_id": layer_id,
        "quote_id": quote_id,
        "position": position,
        "relation": speaker.relation,
        "speaker_id": speaker.speaker_id,
        "speaker_name": speaker.speaker_name,
        "mention_start": start,
        "mention_end": end,
    }


def to_zone(row: Any) -> Zone:
    """Return the zone of a row."""
    return Zone(start=row.start, end=row.end, type=ZoneType(row.type), extra=row.extra)


def to_document(row: Any, zones: tuple[Zone, ...]) -> Document:
    """Return the document of a row."""
    return Document(
        id=row.id,
        text=row.text,
        sha256=row.sha256,
        title=row.title,
        source=row.source,
        url=row.url,
        date=row.date,
        language=row.language,
        zones=zones,
        extra=row.extra,
    )


def to_speaker(row: Any) -> Speaker:
    """Return the speaker of a row."""
    return Speaker(
        id=row.id,
        name=row.name,
        aliases=row.aliases,
        external_id=row.external_id,
        kind=SpeakerKind(row.kind),
        extra=row.extra,
    )


def to_second_speaker(row: Any, names: dict[str, str]) -> SecondSpeaker:
    """Return the second speaker of a row; `names` are the roster's by id."""
    return SecondSpeaker(
        relation=Relation(row.relation),
        speaker_id=row.speaker_id,
        speaker_name=names.get(row.speaker_id or "", row.speaker_name),
        mention=span_of(row.mention_start, row.mention_end),
    )


def to_stored(row: Any) -> StoredQuote:
    """Return what a row of a layer holds, by the names that were written down."""
    quote = Quote(
        id=row.id,
        fragments=row.fragments,
        kind=KINDS[row.kind],
        quoted=row.quoted,
        parent=row.parent,
        mention=span_of(row.mention_start, row.mention_end),
        speaker_id=row.speaker_id,
        speaker_name=row.speaker_name,
        speaker_type=SPEAKER_TYPES[row.speaker_type],
        cue=span_of(row.cue_start, row.cue_end),
        status=STATUSES[row.status],
        flagged=row.flagged,
        sure=row.sure,
        comment=row.comment,
        attributes=row.attributes,
        confidence=row.confidence,
        candidates=row.candidates,
        decided=_decision(row),
        extra=row.extra,
    )
    return StoredQuote(row.layer_id, row.rejected, Reason(row.reason) if row.reason else None, quote)


def _decision(row: Any) -> Decision | None:
    if row.decided_via is None:
        return None
    return Decision(
        via=Via(row.decided_via),
        at=row.decided_at,
        blind=row.decided_blind,
        seconds=row.decided_seconds,
        keys=row.decided_keys,
        fast=row.decided_fast,
        suggestion=row.decided_suggestion,
        extra=row.decided_extra,
    )


def span_of(start: int | None, end: int | None) -> Span | None:
    """Return the span of two columns, None where they are empty."""
    return None if start is None or end is None else Span(start, end)
