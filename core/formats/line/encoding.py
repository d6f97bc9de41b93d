"""From an annotated document to the bytes of one line; start, end and surface follow from text and fragments."""

from typing import Any, TypeVar

import msgspec

from core.formats.line.extras import with_extras
from core.formats.line.wire import (
    WireCandidate,
    WireDecided,
    WireLine,
    WireModel,
    WireQuote,
    WireRejection,
    WireSecond,
    WireSpan,
    WireSpeaker,
    WireSuggestion,
    WireZone,
)
from core.model.records import (
    AnnotatedDocument,
    Candidate,
    Decision,
    Layer,
    Model,
    Quote,
    Rejection,
    SecondSpeaker,
    Speaker,
    Suggestion,
    Zone,
)
from core.model.spans import Span

Shape = TypeVar("Shape", bound=WireQuote)

_ENCODER = msgspec.json.Encoder()


def encode(line: AnnotatedDocument) -> bytes:
    """Return one line without its newline: UTF-8, keys in the order of the format, the same bytes every time."""
    document, layer = line.document, line.layer
    wire = WireLine(
        id=document.id,
        title=document.title,
        source=document.source,
        url=document.url,
        date=document.date,
        language=document.language,
        text=document.text,
        sha256=document.sha256,
        zones=[_zone(zone) for zone in document.zones],
        annotator=layer.annotator,
        state=layer.state,
        model=_model(layer.model),
        speakers=[_speaker(speaker) for speaker in layer.speakers],
        quotes=[with_extras(_quote(WireQuote, quote, document.text), quote.extra) for quote in layer.quotes],
        rejected=_rejected(layer, document.text),
    )
    return _ENCODER.encode(with_extras(wire, document.extra | layer.extra))


def _rejected(layer: Layer, text: str) -> list[Any]:
    return [with_extras(_rejection(one, text), one.quote.extra) for one in layer.rejected]


def _rejection(rejection: Rejection, text: str) -> WireRejection:
    wire = _quote(WireRejection, rejection.quote, text)
    wire.reason = rejection.reason
    return wire


def _quote(shape: type[Shape], quote: Quote, text: str) -> Shape:
    # No function is called for what most quotes have or lack, and no field is named, which takes eight times as long as
    # to give them in their order: a dataset has ten thousand quotes.
    fragments, mention, cue = quote.fragments, quote.mention, quote.cue
    candidates, more, decided = quote.candidates, quote.more_speakers, quote.decided
    first, last = fragments[0][0], fragments[-1][1]
    return shape(
        quote.id,
        first,
        last,
        fragments,
        quote.quoted,
        [text[first:last]] if len(fragments) == 1 else [text[start:end] for start, end in fragments],
        quote.kind,
        quote.parent,
        None if mention is None else WireSpan(start=mention[0], end=mention[1]),
        quote.speaker_id,
        quote.speaker_name,
        quote.speaker_type,
        [_second(second) for second in more] if more else [],
        None if cue is None else WireSpan(start=cue[0], end=cue[1]),
        quote.status,
        quote.flagged,
        quote.sure,
        quote.comment,
        quote.attributes,
        quote.confidence,
        [_candidate(candidate) for candidate in candidates] if candidates else [],
        None if decided is None else _decided(decided),
    )


def _zone(zone: Zone) -> Any:
    return with_extras(WireZone(start=zone.start, end=zone.end, type=zone.type), zone.extra)


def _model(model: Model | None) -> WireModel | None:
    return None if model is None else WireModel(name=model.name, version=model.version, weights=model.weights)


def _speaker(speaker: Speaker) -> Any:
    wire = WireSpeaker(
        id=speaker.id,
        name=speaker.name,
        aliases=list(speaker.aliases),
        external_id=speaker.external_id,
        kind=speaker.kind,
    )
    return with_extras(wire, speaker.extra)


def _second(second: SecondSpeaker) -> WireSecond:
    return WireSecond(
        speaker_id=second.speaker_id,
        speaker_name=second.speaker_name,
        speaker=_span(second.mention),
        relation=second.relation,
    )


def _candidate(candidate: Candidate) -> Any:
    wire = WireCandidate(
        speaker_id=candidate.speaker_id,
        name=candidate.name,
        mention=_span(candidate.mention),
        confidence=candidate.confidence,
        evidence=candidate.evidence,
    )
    return with_extras(wire, candidate.extra)


def _decided(decision: Decision) -> Any:
    wire = WireDecided(
        via=decision.via,
        blind=decision.blind,
        at=decision.at,
        seconds=decision.seconds,
        keys=decision.keys,
        fast=decision.fast,
        suggestion=_suggestion(decision.suggestion),
    )
    return with_extras(wire, decision.extra)


def _suggestion(suggestion: Suggestion | None) -> WireSuggestion | None:
    return (
        None
        if suggestion is None
        else WireSuggestion(
            fragments=suggestion.fragments,
            kind=suggestion.kind,
            speaker_name=suggestion.speaker_name,
            confidence=suggestion.confidence,
            model=suggestion.model,
        )
    )


def _span(span: Span | None) -> WireSpan | None:
    return None if span is None else WireSpan(start=span.start, end=span.end)
