"""How a quote was settled: read from a file, or ruled by the import where the file doesn't say."""

from datetime import datetime

from msgspec.structs import replace

from core.formats.line.extras import extras
from core.formats.line.flaws import Flaw
from core.formats.line.spans_decoding import Spans
from core.formats.line.wire import Raw, WireDecided, WireSuggestion
from core.formats.reading import Reading
from core.model.records import Decision, Quote, Suggestion
from core.model.terms import Status, Via


class DecisionDecoder:
    """Turns `decided` into a record and rules on quotes that have no status."""

    def __init__(self, spans: Spans, reading: Reading) -> None:
        self._spans = spans
        self._reading = reading

    def decision(self, wire: WireDecided, raw: Raw | None) -> Decision:
        """Return the record; a missing time is that of the reading, or empty where that has none either."""
        return Decision(
            via=wire.via,
            at=self._moment(wire.at),
            blind=wire.blind,
            seconds=wire.seconds,
            keys=wire.keys,
            fast=wire.fast,
            suggestion=self._suggestion(wire.suggestion),
            extra=extras(raw, WireDecided),
        )

    def adopt(self, quote: Quote) -> Quote:
        """Return a quote that had no status as the reading rules: accepted by import, or a suggestion still."""
        if self._reading.as_suggestions:
            return quote
        decided = quote.decided
        if decided is None and self._reading.at is not None:
            decided = Decision(via=Via.IMPORT, at=self._reading.at)
        return replace(quote, status=Status.ACCEPTED, decided=decided)

    def _moment(self, at: str | None) -> str:
        if not at:
            return (self._reading.at or "") if at is None else at
        try:
            datetime.fromisoformat(at)
        except ValueError:
            raise Flaw("at", f"“{at}” is no time such as 2026-11-23T20:17:34.123Z") from None
        return at

    def _suggestion(self, wire: WireSuggestion | None) -> Suggestion | None:
        if wire is None:
            return None
        return Suggestion(
            fragments=self._spans.several("suggestion.fragments", wire.fragments),
            kind=wire.kind,
            speaker_name=wire.speaker_name,
            confidence=wire.confidence,
            model=wire.model,
        )
