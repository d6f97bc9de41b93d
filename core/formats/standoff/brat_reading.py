"""From brat annotations to quotes: ours, or those of another project, whose types are known by their names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from core.formats.standoff.brat_lines import BREAKS, REFERENCE, Entity, Link, Standoff
from core.formats.standoff.likely import (
    Role,
    identifier_of,
    kind_of,
    quoted_by_default,
    role_of,
    roster_of,
    speakers_of,
)
from core.formats.standoff.notes import Wire
from core.model.spans import Span, hull
from core.model.terms import Kind, Relation, SpeakerType, Status

KINDS = {"Direct": Kind.DIRECT, "Mixed": Kind.MIXED, "Indirect": Kind.INDIRECT}
SPEAKER, CUE, QUOTED = "Speaker", "Cue", "Quoted"
SAID_BY, CUE_OF, INSIDE = "Said_by", "Cue_of", "Inside"
SECOND = {"Joint": Relation.JOINT, "Alternative": Relation.ALTERNATIVE, "Relayed_by": Relation.RELAYED_BY}
STATUS, SPEAKER_TYPE, FACTUALITY, FLAGGED, UNSURE = "Status", "Speaker_type", "Factuality", "Flagged", "Unsure"
FACTUALITIES = ("asserted", "denied", "question", "hypothetical", "future")
NAME, COMMENT = "AnnotatorNotes", "Comment"
OURS, ARTICLE, NOWHERE = "Quotedesk", "Quotedesk_article", "T0"
"""Types of the notes that hold JSON; what is noted of the article stands at a T that is not there."""

_VALUES: dict[str, tuple[str, ...]] = {
    STATUS: tuple(Status),
    SPEAKER_TYPE: tuple(SpeakerType),
    FACTUALITY: FACTUALITIES,
    FLAGGED: ("",),
    UNSURE: ("",),
}


class Quotes:
    """The quotes among the annotations of one text; `ids` gives the quote's id for the id of an annotation."""

    def __init__(self, standoff: Standoff, text: str, ids: dict[str, str]) -> None:
        self.left_out: Counter[str] = Counter()
        self.speakers: list[Wire] = []
        self._standoff = standoff
        self._text = text
        self._ids = ids
        self._roles = {id_: role_of(entity.type) for id_, entity in standoff.entities.items()}
        self._linked: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._behind: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        for link in standoff.links:
            self._connect(link)
        self._gather()
        self._marks = self._kept_marks()
        triggers = {event.trigger for event in standoff.events}
        self.left_out.update(
            entity.type for id_, entity in standoff.entities.items() if self._roles[id_] is None and id_ not in triggers
        )
        self.left_out.update(standoff.others)
        self._count_unused()

    def shown(self) -> Iterator[tuple[str, Wire]]:
        """Yield the id of each annotation that is a quote, and the quote as far as brat shows it."""
        for id_, entity in self._standoff.entities.items():
            if self._roles[id_] is Role.QUOTE:
                yield id_, self._quote(id_, entity)

    def _speakers(self, mentions: Iterable[str]) -> list[Wire]:
        """Return those among the mentions whom a list of names identifies; an identifier without a name is counted."""
        known = []
        for mention in mentions:
            if mention in self._standoff.identifiers:
                if name := self._listed(mention):
                    known.append((name, identifier_of(self._standoff.identifiers[mention])))
                else:
                    self.left_out["identifier without a name"] += 1
        return roster_of(known, self.left_out)

    def _quote(self, id_: str, entity: Entity) -> Wire:
        marks = self._marks[id_]
        fragments = rejoined(entity.pieces, self._text)
        kind = KINDS.get(entity.type) or kind_of(entity.type)
        cues = [self._span(other) for _, other in self._of(id_, Role.CUE)]
        mentions = [(SECOND.get(type_), self._span(one), self._listed(one)) for type_, one in self._mentions(id_)]
        speaker, listed, more = speakers_of(mentions)
        factuality = marks.get(FACTUALITY)
        return {
            "fragments": [list(span) for span in fragments],
            "kind": kind,
            "quoted": self._quoted(id_, fragments, kind),
            "speaker": speaker,
            "cue": cues[0] if cues else None,
            "speaker_name": self._standoff.notes.get((NAME, id_)) or None if entity.type in KINDS else listed,
            "speaker_type": marks.get(SPEAKER_TYPE),
            "more_speakers": more,
            "status": marks.get(STATUS),
            "flagged": FLAGGED in marks,
            "sure": UNSURE not in marks,
            "comment": self._standoff.notes.get((COMMENT if entity.type in KINDS else NAME, id_), ""),
            "attributes": {"factuality": factuality} if factuality else {},
            "parent": self._ids.get(self._parents.get(id_, "")),
        }

    def _mentions(self, id_: str) -> list[tuple[str, str]]:
        """The mentions linked to a quote or, where there is none, to its cue."""
        found = self._of(id_, Role.MENTION)
        cues = [other for _, other in self._of(id_, Role.CUE)]
        return found or [("", self._behind[cue]) for cue in cues if cue in self._behind][:1]

    def _listed(self, mention: str) -> str | None:
        """The name that a list of names has for a mention."""
        return self._standoff.notes.get((REFERENCE, mention)) or None

    def _quoted(self, id_: str, fragments: tuple[Span, ...], kind: Kind | None) -> list[list[int]] | None:
        parts = [self._standoff.entities[other].pieces for _, other in self._of(id_, Role.QUOTED)]
        if parts:
            return [list(span) for span in rejoined(sorted(span for pieces in parts for span in pieces), self._text)]
        return quoted_by_default(self._text, fragments, kind)

    def _span(self, id_: str) -> Wire:
        start, end = hull(self._standoff.entities[id_].pieces)
        return {"start": start, "end": end}

    def _of(self, id_: str, role: Role) -> list[tuple[str, str]]:
        return [(type_, other) for type_, other in self._linked[id_] if self._roles[other] is role]

    def _connect(self, link: Link) -> None:
        """Take a relation, whichever way round it stands; those that say nothing of quotes are counted."""
        roles = self._roles.get(link.one), self._roles.get(link.other)
        if roles == (Role.QUOTE, Role.QUOTE) and link.type == INSIDE:
            self._parents.setdefault(link.one, link.other)
        elif None in roles or "address" in link.type.lower() or roles[0] is roles[1]:
            self.left_out[link.type] += 1
        elif roles[0] is Role.QUOTE:
            self._linked[link.one].append((link.type, link.other))
        elif roles[1] is Role.QUOTE:
            self._linked[link.other].append((link.type, link.one))
        elif roles == (Role.CUE, Role.MENTION):
            self._behind.setdefault(link.one, link.other)
        elif roles == (Role.MENTION, Role.CUE):
            self._behind.setdefault(link.other, link.one)
        else:
            self.left_out[link.type] += 1

    def _gather(self) -> None:
        """Take the events: their quotes have the other members as mention and cue."""
        for event in self._standoff.events:
            members = [one for one in dict.fromkeys((event.trigger, *event.members)) if self._roles.get(one)]
            for quote in members:
                if self._roles[quote] is Role.QUOTE:
                    self._linked[quote] += [("", one) for one in members if self._roles[one] is not Role.QUOTE]

    def _kept_marks(self) -> dict[str, dict[str, str]]:
        marks: dict[str, dict[str, str]] = defaultdict(dict)
        for mark in self._standoff.marks:
            if mark.value in _VALUES.get(mark.type, ()) and self._roles.get(mark.target) is Role.QUOTE:
                marks[mark.target][mark.type] = mark.value
            else:
                self.left_out[mark.type] += 1
        return marks

    def _count_unused(self) -> None:
        """Count what stands for a part of a quote and is that of none, and what has no room in a quote."""
        quotes = [id_ for id_, role in self._roles.items() if role is Role.QUOTE]
        mentions = {id_: [other for _, other in self._mentions(id_)] for id_ in quotes}
        used = {other for some in mentions.values() for other in some}
        used |= {other for id_ in quotes for _, other in self._linked[id_]}
        for id_, entity in self._standoff.entities.items():
            if id_ not in used and self._roles[id_] not in (None, Role.QUOTE):
                self.left_out[f"{entity.type} without a quote"] += 1
            elif self._roles[id_] in (Role.MENTION, Role.CUE) and len(rejoined(entity.pieces, self._text)) > 1:
                self.left_out[f"gap in a {entity.type} of several pieces"] += 1
        for id_ in quotes:
            cues = dict.fromkeys(other for _, other in self._of(id_, Role.CUE))
            self.left_out.update(f"second {self._standoff.entities[cue].type} of a quote" for cue in list(cues)[1:])
        listed = [some for id_, some in mentions.items() if self._standoff.entities[id_].type not in KINDS]
        self.speakers = self._speakers(dict.fromkeys(one for some in listed for one in some))
        self._count_notes(mentions)

    def _count_notes(self, mentions: dict[str, list[str]]) -> None:
        """Count the notes that stand at something else than the quotes they could tell of."""
        known = {(ARTICLE, NOWHERE)} | {(OURS, id_) for id_ in mentions}
        known |= {(NAME, id_) for id_ in mentions}
        for id_, some in mentions.items():
            ours = self._standoff.entities[id_].type in KINDS
            known |= {(COMMENT, id_)} if ours else {(REFERENCE, one) for one in some}
        for type_, target in sorted(self._standoff.notes.keys() - known):
            entity = self._standoff.entities.get(target)
            self.left_out[f"{type_} of {entity.type if entity else 'something else'}"] += 1


def rejoined(pieces: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return the pieces, those joined that overlap or that brat parted at a line break."""
    joined = [pieces[0]]
    for piece in pieces[1:]:
        last = joined[-1]
        gap = text[last.end : piece.start]
        if piece.start < last.end or (gap.isspace() and BREAKS.search(gap)):
            joined[-1] = Span(last.start, max(last.end, piece.end))
        else:
            joined.append(piece)
    return tuple(joined)
