"""From a quote as it stands in a file to the record: defaults filled, every claim checked against the text."""

import hashlib
from itertools import count
from uuid import UUID

from core.formats.line.decisions import DecisionDecoder
from core.formats.line.extras import extras, inside
from core.formats.line.flaws import Flaw
from core.formats.line.roster import Roster
from core.formats.line.spans_decoding import Spans
from core.formats.line.wire import Raw, WireCandidate, WireQuote, WireSecond
from core.model.records import Candidate, Decision, Quote, SecondSpeaker
from core.model.spans import Span, hull
from core.model.terms import Kind, SpeakerType, Status

_NAMELESS = (SpeakerType.UNNAMED, SpeakerType.COLLECTIVE, SpeakerType.NONE, SpeakerType.UNDECIDED)


class QuoteDecoder:
    """Turns the quotes of one line into records; `seed` sets the ids of those that bring none apart."""

    def __init__(self, spans: Spans, roster: Roster, decisions: DecisionDecoder, seed: str) -> None:
        self._spans = spans
        self._roster = roster
        self._decisions = decisions
        self._seed = seed

    def quote(self, place: str, wire: WireQuote, raw: Raw | None) -> Quote:
        """Return the record; raises `Flaw` at the first field that is wrong."""
        fragments = self._fragments(place, wire)
        kind = wire.kind or (Kind.DIRECT if self._spans.marked(fragments[0]) else Kind.INDIRECT)
        speaker_id, speaker_name, speaker_type = self._who(place, wire)
        return Quote(
            id=wire.id or drawn_id(self._seed, place),
            fragments=fragments,
            kind=kind,
            quoted=self._quoted(f"{place}.quoted", wire, fragments, kind),
            parent=wire.parent,
            mention=self._spans.one(f"{place}.speaker", wire.speaker),
            speaker_id=speaker_id,
            speaker_name=speaker_name,
            speaker_type=speaker_type,
            more_speakers=self._second_speakers(place, wire),
            cue=self._spans.one(f"{place}.cue", wire.cue),
            status=wire.status or Status.SUGGESTED,
            flagged=wire.flagged,
            sure=wire.sure,
            comment=wire.comment,
            attributes=wire.attributes,
            confidence=wire.confidence,
            candidates=self._candidates(place, wire, raw),
            decided=self._decided(f"{place}.decided", wire, raw),
            extra=extras(raw, type(wire)),
        )

    def _fragments(self, place: str, wire: WireQuote) -> tuple[Span, ...]:
        if wire.fragments is not None:
            fragments = self._spans.several(f"{place}.fragments", wire.fragments)
        elif wire.start is not None and wire.end is not None:
            fragments = self._spans.several(f"{place}.start", [(wire.start, wire.end)])
        else:
            raise Flaw(place, "has neither fragments nor start and end")
        whole = hull(fragments)
        if wire.start not in (None, whole.start):
            raise Flaw(f"{place}.start", f"is {wire.start}, but the fragments begin at {whole.start}")
        if wire.end not in (None, whole.end):
            raise Flaw(f"{place}.end", f"is {wire.end}, but the fragments end at {whole.end}")
        if wire.surface is not None:
            self._spans.check_surface(f"{place}.surface", wire.surface, fragments)
        return fragments

    def _quoted(self, place: str, wire: WireQuote, fragments: tuple[Span, ...], kind: Kind) -> tuple[Span, ...]:
        if wire.quoted is None:
            # Where a file says nothing of the marks, what begins with one is taken as marked.
            return () if kind is Kind.INDIRECT else tuple(one for one in fragments if self._spans.marked(one))
        return self._spans.several(place, wire.quoted) if wire.quoted else ()

    def _who(self, place: str, wire: WireQuote) -> tuple[str | None, str | None, SpeakerType]:
        if wire.speaker_id is None and wire.speaker_type in _NAMELESS:
            return None, wire.speaker_name, wire.speaker_type
        id_, name = self._roster.named(place, wire.speaker_id, wire.speaker_name)
        return id_, name, wire.speaker_type or (SpeakerType.NAMED if name else SpeakerType.UNDECIDED)

    def _second_speakers(self, place: str, wire: WireQuote) -> tuple[SecondSpeaker, ...]:
        if not wire.more_speakers:
            return ()
        return tuple(
            self._second(f"{place}.more_speakers[{number}]", second) for number, second in enumerate(wire.more_speakers)
        )

    def _second(self, place: str, wire: WireSecond) -> SecondSpeaker:
        id_, name = self._roster.pointed_at(place, wire.speaker_id, wire.speaker_name)
        mention = self._spans.one(f"{place}.speaker", wire.speaker)
        return SecondSpeaker(relation=wire.relation, speaker_id=id_, speaker_name=name, mention=mention)

    def _candidates(self, place: str, wire: WireQuote, raw: Raw | None) -> tuple[Candidate, ...]:
        if not wire.candidates:
            return ()
        each = zip(count(), wire.candidates, inside(raw, "candidates"))
        return tuple([self._candidate(f"{place}.candidates[{number}]", one, its) for number, one, its in each])

    def _candidate(self, place: str, wire: WireCandidate, raw: Raw | None) -> Candidate:
        id_, name = self._roster.pointed_at(place, wire.speaker_id, wire.name)
        if name is None:
            raise Flaw(f"{place}.name", "is missing")
        return Candidate(
            name=name,
            speaker_id=id_,
            mention=self._spans.one(f"{place}.mention", wire.mention),
            confidence=wire.confidence,
            evidence=wire.evidence,
            extra=extras(raw, WireCandidate),
        )

    def _decided(self, place: str, wire: WireQuote, raw: Raw | None) -> Decision | None:
        if wire.decided is None:
            return None
        return self._decisions.decision(place, wire.decided, None if raw is None else raw["decided"])


def drawn_id(seed: str, place: str) -> str:
    """Return an id for what brings none: a UUIDv4 by its form, yet the same whenever the line is read again."""
    digest = hashlib.sha256(f"{seed}\n{place}".encode()).digest()
    return str(UUID(bytes=digest[:16], version=4))
