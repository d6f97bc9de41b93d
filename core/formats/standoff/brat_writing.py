"""From a line to brat annotations, and the configuration with which brat shows them."""

from itertools import count

from core.formats.standoff.brat_lines import BREAKS, Entity, Link, Mark, Standoff, written
from core.formats.standoff.brat_reading import (
    ARTICLE,
    COMMENT,
    CUE,
    CUE_OF,
    FACTUALITIES,
    FACTUALITY,
    FLAGGED,
    INSIDE,
    KINDS,
    NAME,
    NOWHERE,
    OURS,
    QUOTED,
    SAID_BY,
    SECOND,
    SPEAKER,
    SPEAKER_TYPE,
    STATUS,
    UNSURE,
    Quotes,
)
from core.formats.standoff.notes import Wire, article_note, packed, quote_note, wire_of
from core.model.records import AnnotatedDocument
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType, Status

_QUOTE = "|".join(KINDS)
CONFIGURATION = f"""\
# Quotes and who said them. The note of a quote is its speaker's name, as it is to be listed.
[entities]
{chr(10).join(KINDS)}
{SPEAKER}
{CUE}
{QUOTED}

[relations]
{SAID_BY}\tArg1:{_QUOTE}, Arg2:{SPEAKER}
{chr(10).join(f"{name}{chr(9)}Arg1:{_QUOTE}, Arg2:{SPEAKER}" for name in SECOND)}
{CUE_OF}\tArg1:{CUE}, Arg2:{_QUOTE}
{INSIDE}\tArg1:{_QUOTE}|{QUOTED}, Arg2:{_QUOTE}
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
{STATUS}\tArg:{_QUOTE}, Value:{"|".join(Status)}
{SPEAKER_TYPE}\tArg:{_QUOTE}, Value:{"|".join(SpeakerType)}
{FACTUALITY}\tArg:{_QUOTE}, Value:{"|".join(FACTUALITIES)}
{FLAGGED}\tArg:{_QUOTE}
{UNSURE}\tArg:{_QUOTE}
"""

_TYPES = {kind: name for name, kind in KINDS.items()}
_RELATIONS = {relation: name for name, relation in SECOND.items()}


def annotations(line: AnnotatedDocument) -> str:
    """Return the text of the .ann file of a line."""
    return "".join(f"{one}\n" for one in written(_Writing(line).standoff(), line.document.text))


class _Writing:
    """One line being turned into annotations."""

    def __init__(self, line: AnnotatedDocument) -> None:
        self._text = line.document.text
        self._wire = wire_of(line)
        self._made = Standoff()
        self._numbers = count(1)
        self._shared: dict[tuple[str, tuple[Span, ...]], str] = {}

    def standoff(self) -> Standoff:
        """Return the annotations: what brat can show, then notes on what it can't."""
        shown: dict[str, Wire] = {}
        unshown: list[Wire] = []
        for quote in self._wire["quotes"]:
            pieces = self._pieces(quote["fragments"])
            if pieces:
                shown[self._entity(_TYPES[Kind(quote["kind"])], pieces)] = quote
            else:
                # Nothing but a line break is no annotation in brat.
                unshown.append(quote)
        by_id = {quote["id"]: id_ for id_, quote in shown.items()}
        for id_, quote in shown.items():
            self._describe(id_, quote, by_id.get(quote["parent"]))
        ids = {id_: quote["id"] for id_, quote in shown.items()}
        for id_, seen in Quotes(self._made, self._text, ids).shown():
            self._made.notes[OURS, id_] = packed(quote_note(shown[id_], seen))
        self._made.notes[ARTICLE, NOWHERE] = packed(article_note(self._wire, unshown))
        return self._made

    def _describe(self, id_: str, quote: Wire, parent: str | None) -> None:
        made = self._made
        if mention := self._part(SPEAKER, quote["speaker"]):
            made.links.append(Link(SAID_BY, id_, mention))
        for second in quote["more_speakers"]:
            if mention := self._part(SPEAKER, second["speaker"]):
                made.links.append(Link(_RELATIONS[second["relation"]], id_, mention))
        if cue := self._part(CUE, quote["cue"]):
            made.links.append(Link(CUE_OF, cue, id_))
        quoted = self._pieces(quote["quoted"])
        # A direct quote whose every piece is in marks would only be drawn twice.
        if quoted and not (quote["kind"] == Kind.DIRECT and quote["quoted"] == quote["fragments"]):
            made.links.append(Link(INSIDE, self._once(QUOTED, quoted), id_))
        if parent:
            made.links.append(Link(INSIDE, id_, parent))
        self._mark(id_, quote)
        for type_, words in ((NAME, quote["speaker_name"]), (COMMENT, quote["comment"])):
            if plain := " ".join((words or "").split()):
                made.notes[type_, id_] = plain

    def _mark(self, id_: str, quote: Wire) -> None:
        factuality = quote["attributes"].get("factuality")
        marks = [(STATUS, quote["status"]), (SPEAKER_TYPE, quote["speaker_type"])]
        marks += [(FACTUALITY, factuality)] if factuality in FACTUALITIES else []
        marks += [(FLAGGED, "")] if quote["flagged"] else []
        marks += [] if quote["sure"] else [(UNSURE, "")]
        self._made.marks += [Mark(type_, id_, value) for type_, value in marks]

    def _part(self, type_: str, span: Wire | None) -> str | None:
        """Return the id of the annotation of a mention or cue."""
        pieces = self._pieces([[span["start"], span["end"]]]) if span else ()
        return self._once(type_, pieces) if pieces else None

    def _once(self, type_: str, pieces: tuple[Span, ...]) -> str:
        if (type_, pieces) not in self._shared:
            self._shared[type_, pieces] = self._entity(type_, pieces)
        return self._shared[type_, pieces]

    def _entity(self, type_: str, pieces: tuple[Span, ...]) -> str:
        id_ = f"T{next(self._numbers)}"
        self._made.entities[id_] = Entity(type_, pieces, "", "")
        return id_

    def _pieces(self, spans: list[list[int]]) -> tuple[Span, ...]:
        """Return the spans without line breaks, as brat parts them when it saves."""
        pieces = []
        for start, end in spans:
            at = start
            for gap in BREAKS.finditer(self._text, start, end):
                pieces.append(Span(at, gap.start()))
                at = gap.end()
            pieces.append(Span(at, end))
        return tuple(piece for piece in pieces if piece.start < piece.end)
