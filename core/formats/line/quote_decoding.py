"""From a quote as it stands in a file to the record: defaults filled, every claim checked against the text."""

import hashlib
from itertools import count
from uuid import UUID

from core.formats.line.decisions import DecisionDecoder
from core.formats.line.extras import extras, inside
from core.formats.line.flaws import Flaw
from core.formats.line.roster import Roster
from core.formats.line.spans_decoding import Spans
from core.formats.line.wire import Raw, WireCandidate, WireDecided, WireQuote, WireSecond
from core.model.records import Candidate, Decision, Quote, SecondSpeaker
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType, Status

_NAMELESS = (SpeakerType.UNNAMED, SpeakerType.COLLECTIVE, SpeakerType.NONE, SpeakerType.UNDECIDED)


class QuoteDecoder:
    """Turns the quotes of one line into records; `seed` sets the ids of those that bring none apart."""

    def __init__(self, spans: Spans, roster: Roster, decisions: DecisionDecoder, seed: str) -> None:
        self._spans = spans
        self._roster = roster
        self._decisions = decisions
        self._seed = seed

    def quote(self, place: str, number: int, wire: WireQuote, raw: Raw | None) -> Quote:
        """Return the record of one in a list, which `place` names; raises `Flaw` at the first field that is wrong."""
        try:
            return self._quote(place, number, wire, raw)
        except Flaw as flaw:
            raise flaw.inside(f"{place}[{number}]") from None

    def _quote(self, place: str, number: int, wire: WireQuote, raw: Raw | None) -> Quote:
        # No function is called for what most quotes lack, no place is named that is right, and no field, which takes
        # eight times as long as to give them in their order: a dataset has ten thousand quotes.
        spans, mention, cue = self._spans, wire.speaker, wire.cue
        fragments = self._fragments(wire)
        kind = wire.kind or (Kind.DIRECT if spans.marked(fragments[0]) else Kind.INDIRECT)
        speaker_id, speaker_name, speaker_type = self._who(wire)
        return Quote(
            wire.id or drawn_id(self._seed, f"{place}[{number}]"),
            fragments,
            kind,
            self._quoted(wire, fragments, kind),
            wire.parent,
            None if mention is None else spans.one("speaker", mention),
            speaker_id,
            speaker_name,
            speaker_type,
            self._second_speakers(wire) if wire.more_speakers else (),
            None if cue is None else spans.one("cue", cue),
            wire.status or Status.SUGGESTED,
            wire.flagged,
            wire.sure,
            wire.comment,
            wire.attributes,
            wire.confidence,
            self._candidates(wire, raw) if wire.candidates else (),
            None if wire.decided is None else self._decided(wire.decided, raw),
            {} if raw is None else extras(raw, type(wire)),
        )

    def _fragments(self, wire: WireQuote) -> tuple[Span, ...]:
        if wire.fragments is not None:
            fragments = self._spans.several("fragments", wire.fragments)
        elif wire.start is not None and wire.end is not None:
            fragments = self._spans.several("start", (Span(wire.start, wire.end),))
        else:
            raise Flaw("", "has neither fragments nor start and end")
        start, end = fragments[0][0], fragments[-1][1]
        if wire.start != start and wire.start is not None:
            raise Flaw("start", f"is {wire.start}, but the fragments begin at {start}")
        if wire.end != end and wire.end is not None:
            raise Flaw("end", f"is {wire.end}, but the fragments end at {end}")
        if wire.surface is not None:
            self._spans.check_surface("surface", wire.surface, fragments)
        return fragments

    def _quoted(self, wire: WireQuote, fragments: tuple[Span, ...], kind: Kind) -> tuple[Span, ...]:
        if wire.quoted is None:
            # Where a file says nothing of the marks, what begins with one is taken as marked.
            return () if kind is Kind.INDIRECT else tuple(one for one in fragments if self._spans.marked(one))
        return self._spans.several("quoted", wire.quoted) if wire.quoted else ()

    def _who(self, wire: WireQuote) -> tuple[str | None, str | None, SpeakerType]:
        if wire.speaker_id is None and wire.speaker_type in _NAMELESS:
            return None, wire.speaker_name, wire.speaker_type
        id_, name = self._roster.named(wire.speaker_id, wire.speaker_name)
        return id_, name, wire.speaker_type or (SpeakerType.NAMED if name else SpeakerType.UNDECIDED)

    def _second_speakers(self, wire: WireQuote) -> tuple[SecondSpeaker, ...]:
        return tuple([self._second(number, one) for number, one in enumerate(wire.more_speakers)])

    def _second(self, number: int, wire: WireSecond) -> SecondSpeaker:
        try:
            id_, name = self._roster.pointed_at(wire.speaker_id, wire.speaker_name)
            mention = None if wire.speaker is None else self._spans.one("speaker", wire.speaker)
        except Flaw as flaw:
            raise flaw.inside(f"more_speakers[{number}]") from None
        return SecondSpeaker(relation=wire.relation, speaker_id=id_, speaker_name=name, mention=mention)

    def _candidates(self, wire: WireQuote, raw: Raw | None) -> tuple[Candidate, ...]:
        each = zip(count(), wire.candidates, inside(raw, "candidates"))
        return tuple([self._candidate(number, one, its) for number, one, its in each])

    def _candidate(self, number: int, wire: WireCandidate, raw: Raw | None) -> Candidate:
        try:
            id_, name = self._roster.pointed_at(wire.speaker_id, wire.name)
            mention = None if wire.mention is None else self._spans.one("mention", wire.mention)
            if name is None:
                raise Flaw("name", "is missing")
        except Flaw as flaw:
            raise flaw.inside(f"candidates[{number}]") from None
        return Candidate(
            name=name,
            speaker_id=id_,
            mention=mention,
            confidence=wire.confidence,
            evidence=wire.evidence,
            extra={} if raw is None else extras(raw, WireCandidate),
        )

    def _decided(self, wire: WireDecided, raw: Raw | None) -> Decision:
        try:
            return self._decisions.decision(wire, None if raw is None else raw["decided"])
        except Flaw as flaw:
            raise flaw.inside("decided") from None


def drawn_id(seed: str, place: str) -> str:
    """Return an id for what brings none: a UUIDv4 by its form, yet the same whenever the line is read again."""
    digest = hashlib.sha256(f"{seed}\n{place}".encode()).digest()
    return str(UUID(bytes=digest[:16], version=4))
