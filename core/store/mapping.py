"""Between the records that the program speaks of and the rows that the file keeps."""

from typing import Any

from core.model.doubt import doubtful
from core.model.records import Decision, Document, Quote, Rejection, SecondSpeaker, Speaker, Zone
from core.model.spans import Span
from core.model.terms import Kind, Reason, Relation, SpeakerKind, SpeakerType, Status, Via, ZoneType
from core.store.titles import opening_of

Columns = dict[str, Any]
# Asking the class for a word takes ten times as long, and an article may have ten thousand quotes.
KINDS = {each.value: each for each in Kind}
SPEAKER_TYPES = {each.value: each for each in SpeakerType}
STATUSES = {each.value: each for each in Status}


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


def quote_columns(layer_id: int, quote: Quote, rejection: Rejection | None = None) -> Columns:
    """Return the row of a quote; with a rejection, of one that a person said is none."""
    start, end = quote.span
    mention, cue = quote.mention or (None, None), quote.cue or (None, None)
    return {
        "layer_id": layer_id,
        "id": quote.id,
        "start": start,
        "end": end,
        "kind": quote.kind,
        "status": quote.status,
        "rejected": rejection is not None,
        "reason": rejection.reason if rejection else None,
        "doubtful": doubtful(quote.confidence, quote.candidates),
        "flagged": quote.flagged,
        "sure": quote.sure,
        "parent": quote.parent,
        "speaker_id": quote.speaker_id,
        "speaker_name": quote.speaker_name,
        "speaker_type": quote.speaker_type,
        "mention_start": mention[0],
        "mention_end": mention[1],
        "cue_start": cue[0],
        "cue_end": cue[1],
        "confidence": quote.confidence,
        "comment": quote.comment,
        "fragments": quote.fragments,
        "quoted": quote.quoted,
        "attributes": quote.attributes,
        "extra": quote.extra,
        "candidates": quote.candidates,
        **decision_columns(quote.decided),
    }


def decision_columns(decided: Decision | None) -> Columns:
    """Return the columns that tell how a quote was settled."""
    return {
        "decided_via": decided.via if decided else None,
        "decided_at": decided.at if decided else None,
        "decided_blind": decided.blind if decided else False,
        "decided_seconds": decided.seconds if decided else None,
        "decided_keys": decided.keys if decided else None,
        "decided_fast": decided.fast if decided else False,
        "decided_suggestion": decided.suggestion if decided else None,
        "decided_extra": decided.extra if decided else {},
    }


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


def to_quote(row: Any, names: dict[str, str], more: tuple[SecondSpeaker, ...] = ()) -> Quote:
    """Return the quote of a row; `names` are the roster's by id, and rule over what was written down."""
    return Quote(
        id=row.id,
        fragments=row.fragments,
        kind=KINDS[row.kind],
        quoted=row.quoted,
        parent=row.parent,
        mention=span_of(row.mention_start, row.mention_end),
        speaker_id=row.speaker_id,
        speaker_name=names.get(row.speaker_id or "", row.speaker_name),
        speaker_type=SPEAKER_TYPES[row.speaker_type],
        more_speakers=more,
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


def to_rejection(row: Any, quote: Quote) -> Rejection:
    """Return the rejection that a row stands for."""
    return Rejection(quote=quote, reason=Reason(row.reason) if row.reason else None)


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
