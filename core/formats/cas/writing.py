"""From a line to a CAS that INCEpTION can open."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from core.formats.cas.graph import Graph, Node
from core.formats.cas.layers import (
    ARTICLE,
    CONTINUES,
    CUE,
    INSIDE,
    MENTION,
    METADATA,
    QUOTE,
    QUOTED,
    SAID_BY,
    SENTENCE,
    TOKEN,
    link_type,
)
from core.formats.cas.reading import Quotes
from core.formats.cas.segments import sentences, tokens
from core.formats.standoff.notes import Wire, article_note, packed, quote_note, wire_of
from core.model.records import AnnotatedDocument
from core.model.spans import Span
from core.model.terms import Kind

Clean = Callable[[str], str]
"""Makes a text fit for the file; it stays as long as it was."""


def cas_of(line: AnnotatedDocument, types: Any, clean: Clean) -> Any:
    """Return the CAS of a line, with cassis' type system `types`."""
    from cassis import Cas

    graph = _Writing(line, clean).graph()
    made = {id_: types.get_type(node.type)() for id_, node in graph.nodes.items()}
    array = types.get_type("uima.cas.FSArray")
    cas = Cas(typesystem=types, sofa_string=graph.text, sofa_mime="text/plain")
    for id_, node in graph.nodes.items():
        for feature, value in node.values.items():
            if isinstance(value, list):
                made[id_][feature] = array(elements=[made[one] for one in value])
            else:
                pointing = isinstance(value, int) and not isinstance(value, bool)
                made[id_][feature] = made[value] if pointing else value
        if node.span is not None:
            made[id_].begin, made[id_].end = node.span
            cas.add(made[id_])
    return cas


class _Writing:
    """One line being turned into feature structures; their values that are numbers point at others."""

    def __init__(self, line: AnnotatedDocument, clean: Clean) -> None:
        self._line = line
        self._wire = wire_of(line)
        self._clean = clean
        self._graph = Graph(clean(line.document.text))
        self._shared: dict[tuple[str, Span], int] = {}
        self._ids: set[str] = set()

    def graph(self) -> Graph:
        """Return the quotes, what joins them, notes on what no layer shows, and the parts of the text."""
        document = self._line.document
        text = document.text
        heads = {quote["id"]: self._quote(quote) for quote in self._wire["quotes"]}
        for quote in self._wire["quotes"]:
            if quote["parent"] in heads:
                self._join(INSIDE, heads[quote["id"]], heads[quote["parent"]])
        self._note(heads)
        words = tokens(text, {edge for node in self._graph.annotations() for edge in node.span or ()})
        told = list(sentences(text, words))
        start = told[0].start
        self._add(ARTICLE, Span(start, start), notes=packed(article_note(self._wire, [])))
        language = self._clean(document.language or "x-unspecified")
        title, id_ = self._clean(document.title or document.id), self._clean(document.id)
        self._add(METADATA, Span(0, len(text)), language=language, documentTitle=title, documentId=id_)
        for type_, spans in ((SENTENCE, told), (TOKEN, words)):
            for span in spans:
                self._add(type_, span)
        return self._graph

    def _quote(self, quote: Wire) -> int:
        """Make the pieces of a quote; the first one has all its features, the others what tells whose they are."""
        texts = {
            "kind": quote["kind"],
            "speakerName": quote["speaker_name"],
            "speakerId": quote["speaker_id"],
            "speakerType": quote["speaker_type"],
            "status": quote["status"],
            "factuality": quote["attributes"].get("factuality"),
            "comment": quote["comment"],
        }
        values: Wire = {"quoteId": self._id(quote["id"])}
        values |= {feature: self._clean(words) for feature, words in texts.items() if words}
        shared = {feature: values[feature] for feature in ("quoteId", "kind")} | {"flagged": False, "unsure": False}
        seconds = [(second["relation"], second["speaker"]) for second in quote["more_speakers"]]
        # The marks of a direct quote whose every piece is in marks would only be drawn twice.
        whole = quote["kind"] == Kind.DIRECT and quote["quoted"] == quote["fragments"]
        parts = [] if whole else quote["quoted"]
        slots = {
            "speakers": self._slot("speakers", MENTION, [(SAID_BY, quote["speaker"]), *seconds]),
            "cues": self._slot("cues", CUE, [("cue", quote["cue"])]),
            "quotedParts": self._slot(
                "quotedParts", QUOTED, [("quoted", {"start": one[0], "end": one[1]}) for one in parts]
            ),
        }
        values |= {"flagged": quote["flagged"], "unsure": not quote["sure"]}
        values |= {slot: links for slot, links in slots.items() if links}
        pieces = [
            self._add(QUOTE, Span(start, end), **(shared if number else values))
            for number, (start, end) in enumerate(quote["fragments"])
        ]
        for one, other in pairwise(pieces):
            self._join(CONTINUES, one, other)
        return pieces[0]

    def _id(self, id_: str) -> str:
        """Return an id that the file can hold; two ids stay two, for pieces of one id are one quote."""
        id_ = self._clean(id_)
        while id_ in self._ids:
            id_ += "_"
        self._ids.add(id_)
        return id_

    def _slot(self, slot: str, type_: str, targets: list[tuple[str, Wire | None]]) -> list[int]:
        """Make the links of a slot, and the spans to which they lead."""
        return [
            self._add(link_type(slot), None, role=str(role), target=self._once(type_, Span(span["start"], span["end"])))
            for role, span in targets
            if span
        ]

    def _once(self, type_: str, span: Span) -> int:
        if (type_, span) not in self._shared:
            self._shared[type_, span] = self._add(type_, span)
        return self._shared[type_, span]

    def _join(self, type_: str, one: int, other: int) -> None:
        """Make a relation; it stands where the annotation stands to which it leads."""
        self._add(type_, self._graph.nodes[other].span, Governor=one, Dependent=other)

    def _add(self, type_: str, span: Span | None, **values: Any) -> int:
        id_ = len(self._graph.nodes) + 1
        self._graph.nodes[id_] = Node(id_, type_, values, span)
        return id_

    def _note(self, heads: dict[str, int]) -> None:
        """Note at each quote what a reader of the layers would not see."""
        ids = {head: id_ for id_, head in heads.items()}
        wires = {quote["id"]: quote for quote in self._wire["quotes"]}
        for head, seen in Quotes(self._graph).shown(ids).items():
            self._graph.nodes[head].values["notes"] = packed(quote_note(wires[ids[head]], seen))
