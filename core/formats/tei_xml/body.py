"""The text with its quotes as elements in it, and beside it what has no place in the text: comments and relations."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.formats.paragraphs import paragraphs
from core.formats.tei_xml.cutting import Closed, Event, Opened, Stretch, cut
from core.formats.tei_xml.people import People
from core.formats.tei_xml.writing import element, escaped, opening
from core.model.records import AnnotatedDocument, Quote
from core.model.spans import Span
from core.model.terms import Kind, Relation

_PARAGRAPH, _ZONE, _SAID, _QUOTED, _MENTION, _CUE = range(6)

Attributes = dict[str, str | None]


class _Element(NamedTuple):
    """One element to be, whole or in pieces; `named` says that it has an id even if it is whole."""

    name: str
    id: str
    named: bool
    attributes: Attributes


class Body:
    """One article's text and quotes; `first` is the number of its first quote in the file."""

    def __init__(self, line: AnnotatedDocument, people: People, first: int) -> None:
        self._line = line
        self._people = people
        self._ids = {quote.id: f"q{number}" for number, quote in enumerate(line.layer.quotes, first)}
        self._parents = {quote.id: quote.parent for quote in line.layer.quotes}
        self._prefix = f"e{first}"
        self._elements: list[_Element] = []
        self._stretches: list[Stretch] = []

    def written(self) -> Iterator[str]:
        """Yield the body; its characters are those of the text, none more and none less."""
        text, quotes = self._line.document.text, self._line.layer.quotes
        for span in paragraphs(text):
            self._add("p", _PARAGRAPH, [span], {})
        for zone in self._line.document.zones:
            self._add("seg", _ZONE, [Span(zone.start, zone.end)], {"type": zone.type.value})
        # An outer quote comes before those inside it, also where both begin and end together.
        for quote in sorted(quotes, key=self._depth):
            self._add("said", _SAID, quote.fragments, self._said(quote), id_=self._ids[quote.id])
        for quote in quotes:
            if quote.quoted and not (quote.kind is Kind.DIRECT and quote.quoted == quote.fragments):
                self._add("q", _QUOTED, quote.quoted, {"corresp": f"#{self._ids[quote.id]}"})
        self._evidence(quotes)
        events = list(cut(len(text), self._stretches))
        pieces = Counter(event.key for event in events if isinstance(event, Opened))
        yield '<text><body xml:space="preserve">'
        yield from (self._event(event, pieces) for event in events)
        yield "</body></text>\n"

    def beside(self) -> Iterator[str]:
        """Yield comments, further attributes and second speakers, or nothing if there are none."""
        quotes = self._line.layer.quotes
        notes = [note for quote in quotes for note in self._notes(quote)]
        relations = [relation for quote in quotes for relation in self._relations(quote)]
        if notes or relations:
            yield "<standOff>"
            if notes:
                yield f"<listAnnotation>{''.join(notes)}</listAnnotation>"
            if relations:
                yield f"<listRelation>{''.join(relations)}</listRelation>"
            yield "</standOff>\n"

    def _add(
        self, name: str, rank: int, spans: Iterable[Span], attributes: Attributes, *, id_: str | None = None
    ) -> None:
        key = len(self._elements)
        self._elements.append(_Element(name, id_ or f"{self._prefix}.{key}", id_ is not None, attributes))
        self._stretches += [Stretch(span, rank, key) for span in spans]

    def _said(self, quote: Quote) -> Attributes:
        signs = [f"kind.{quote.kind}", f"type.{quote.speaker_type}", f"status.{quote.status}"]
        signs += ["flagged"] * quote.flagged + ["unsure"] * (not quote.sure)
        joint = [each for each in quote.more_speakers if each.relation is Relation.JOINT]
        pointers = [self._people.pointer(quote), *(self._people.pointer(each) for each in joint)]
        who = [pointer for pointer in pointers if pointer]
        parent = self._ids.get(quote.parent or "")
        return {
            "n": quote.id,
            "who": " ".join(dict.fromkeys(who)) or None,
            "direct": "true" if quote.kind is Kind.DIRECT else "false",
            "aloud": "true",
            "ana": " ".join(f"#{sign}" for sign in signs),
            "cert": None if quote.confidence is None else f"{quote.confidence:.6f}".rstrip("0").rstrip("."),
            "rend": "unmarked" if quote.kind is Kind.DIRECT and not quote.quoted else None,
            "corresp": f"#{parent}" if parent else None,
        }

    def _evidence(self, quotes: Iterable[Quote]) -> None:
        """Mentions and cues; words that serve several quotes make one element that points to all of them."""
        mentions: defaultdict[tuple[Span, str | None, str | None], list[str]] = defaultdict(list)
        cues: defaultdict[Span, list[str]] = defaultdict(list)
        for quote in quotes:
            id_ = f"#{self._ids[quote.id]}"
            if quote.mention:
                mentions[quote.mention, self._people.pointer(quote), None].append(id_)
            for second in quote.more_speakers:
                if second.mention:
                    mentions[second.mention, self._people.pointer(second), second.relation.value].append(id_)
            if quote.cue:
                cues[quote.cue].append(id_)
        for (span, who, relation), of in mentions.items():
            attributes = {"type": relation, "ref": who, "corresp": " ".join(dict.fromkeys(of))}
            self._add("rs", _MENTION, [span], attributes)
        for span, of in cues.items():
            self._add("seg", _CUE, [span], {"type": "cue", "corresp": " ".join(of)})

    def _event(self, event: Event, pieces: Counter[int]) -> str:
        if isinstance(event, Closed):
            return f"</{self._elements[event.key].name}>"
        if not isinstance(event, Opened):
            start, end = event.span
            return escaped(self._line.document.text[start:end])
        found = self._elements[event.key]
        number, last = event.piece, pieces[event.key] - 1
        attributes: Attributes = {"xml:id": _piece(found.id, number)} if found.named or last else {}
        attributes |= found.attributes
        if last:
            attributes["next"] = f"#{_piece(found.id, number + 1)}" if number < last else None
            attributes["prev"] = f"#{_piece(found.id, number - 1)}" if number else None
            if found.name == "seg":
                # TEI has @part for segments, not for said, rs and q.
                attributes["part"] = "M" if 0 < number < last else "F" if number else "I"
        return opening(found.name, attributes)

    def _depth(self, quote: Quote) -> int:
        seen: set[str] = set()
        above = quote.parent
        while above in self._parents and above not in seen:
            seen.add(above)
            above = self._parents[above]
        return len(seen)

    def _notes(self, quote: Quote) -> Iterator[str]:
        target = f"#{self._ids[quote.id]}"
        if quote.comment:
            yield element("note", quote.comment, type="comment", target=target)
        for name, value in quote.attributes.items():
            yield element("note", value, type="attribute", n=name, target=target)

    def _relations(self, quote: Quote) -> Iterator[str]:
        for second in quote.more_speakers:
            if pointer := self._people.pointer(second):
                attributes = {"name": second.relation.value, "active": pointer, "passive": f"#{self._ids[quote.id]}"}
                yield opening("relation", attributes, empty=True)


def _piece(id_: str, number: int) -> str:
    return f"{id_}.{number + 1}" if number else id_
