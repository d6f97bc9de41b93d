"""W3C Web Annotations (JSON-LD): each quote an annotation that points into the article, without its text. Write only.

Positions count Unicode code points, as the Web Annotation Data Model says (4.2.5) and as everywhere in Quotedesk.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from uuid import UUID, uuid5

import msgspec

from core.formats.losses import EVERYTHING, Trait
from core.model.records import AnnotatedDocument, Quote, SecondSpeaker
from core.model.spans import Span
from core.model.terms import Status

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"quotedesk": "urn:quotedesk:"}]
AROUND = 32
"""Characters of prefix and suffix, by which the words are found again in a text that has changed."""

_NAMESPACE = UUID("c2a8d6f4-52a7-5d0e-8a3e-5d6a1e0f9b27")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")

Node = dict[str, Any]


class WebAnnotations:
    """Writes one AnnotationCollection: an annotation for each article and each quote, mention and cue of it.

    What the model of the W3C has no word for (status, confidence, nesting, …) stands under `quotedesk:`.
    """

    name = "w3c"
    suffixes = (".jsonld",)
    title = "Web Annotations of the W3C (JSON-LD), without the texts"
    keeps = EVERYTHING - {
        Trait.DECISION,
        Trait.CANDIDATES,
        Trait.EXTRA,
        Trait.EXTRA_ABOUT,
        Trait.REJECTED,
        Trait.ROSTER,
        Trait.UNQUOTED,
        Trait.ZONES,
    }

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write all as one page of one collection; returns the number of articles.

        Id and total come last, since they follow from the annotations.
        """
        encode = msgspec.json.Encoder().encode
        digest = hashlib.sha256()
        out.write(b'{"@context":' + encode(CONTEXT) + b',"type":"AnnotationCollection","label":"Quotations",')
        out.write(b'"first":{"type":"AnnotationPage","startIndex":0,"items":[')
        count = total = 0
        for count, line in enumerate(lines, 1):  # noqa: B007
            for annotation in _Article(line).annotations():
                written = encode(annotation)
                digest.update(written)
                out.write((b",\n" if total else b"\n") + written)
                total += 1
        page, collection = (encode(_urn(f"{what}\n{digest.hexdigest()}")) for what in ("page", "collection"))
        out.write(b'\n],"id":' + page + b',"partOf":' + collection + b'},"id":' + collection)
        out.write(b',"total":' + encode(total) + b"}\n")
        return count


class _Article:
    """One article and annotator as annotations; the same line always gives the same ids."""

    def __init__(self, line: AnnotatedDocument) -> None:
        self._document = line.document
        self._layer = line.layer
        url = line.document.url or ""
        self._source = url if _IRI.fullmatch(url) else f"urn:sha256:{line.document.sha256}"
        self._seed = f"{line.document.id}\n{line.document.sha256}\n{line.layer.annotator}"
        self._external = {each.id: each.external_id for each in line.layer.speakers}

    def annotations(self) -> Iterator[Node]:
        """Yield that of the article itself, then those of its quotes, each followed by its evidence."""
        yield self._about()
        for quote in self._layer.quotes:
            yield self._quote(quote)
            if quote.mention:
                yield self._evidence(quote, "mention", quote.mention, quote)
            for number, second in enumerate(quote.more_speakers):
                if second.mention:
                    yield self._evidence(quote, f"mention {number}", second.mention, second)
            if quote.cue:
                yield self._evidence(quote, "cue", quote.cue, None)

    def _about(self) -> Node:
        document, model = self._document, self._layer.model
        known = {
            "id": document.id,
            "sha256": document.sha256,
            "title": document.title,
            "source": document.source,
            "url": document.url,
            "date": document.date,
            "language": document.language,
            "state": self._layer.state,
            "model": {"name": model.name, "version": model.version, "weights": model.weights} if model else None,
        }
        return {
            "id": self._id("article"),
            "type": "Annotation",
            "motivation": "describing",
            **self._creator(None),
            "body": [_text("describing", document.title or document.id)],
            "target": self._source,
            **_own(known),
        }

    def _quote(self, quote: Quote) -> Node:
        bodies = [_text("tagging", quote.kind), *self._who(quote)]
        for second in quote.more_speakers:
            bodies += self._who(second)
        bodies += [_text("tagging", "flagged")] * quote.flagged + [_text("tagging", "unsure")] * (not quote.sure)
        bodies += [_text("commenting", quote.comment)] * bool(quote.comment)
        moment = quote.decided.at if quote.decided else ""
        targets = [self._target(span) for span in quote.fragments]
        known = {
            "id": quote.id,
            "status": quote.status,
            "speakerType": quote.speaker_type,
            "confidence": quote.confidence,
            "parent": self._id(f"quote\n{quote.parent}") if quote.parent else None,
            "quoted": [self._target(span) for span in quote.quoted],
            "attributes": quote.attributes or None,
        }
        return {
            "id": self._id(f"quote\n{quote.id}"),
            "type": "Annotation",
            "motivation": list(dict.fromkeys(body["purpose"] for body in bodies)),
            **self._creator(quote),
            **({"created": moment} if _MOMENT.fullmatch(moment) else {}),
            "body": bodies,
            "target": targets[0] if len(targets) == 1 else targets,
            **_own(known),
        }

    def _evidence(self, quote: Quote, what: str, span: Span, source: Quote | SecondSpeaker | None) -> Node:
        linked = {"type": "SpecificResource", "purpose": "linking", "source": self._id(f"quote\n{quote.id}")}
        bodies = [_text("tagging", what.partition(" ")[0]), linked, *(self._who(source) if source else ())]
        return {
            "id": self._id(f"{what}\n{quote.id}"),
            "type": "Annotation",
            "motivation": "linking",
            **self._creator(quote),
            "body": bodies,
            "target": self._target(span),
        }

    def _who(self, source: Quote | SecondSpeaker) -> list[Node]:
        """A source by its name and, if the roster knows one, by its address in the web of data."""
        relation = {"quotedesk:relation": source.relation} if isinstance(source, SecondSpeaker) else {}
        bodies = []
        if source.speaker_name is not None:
            bodies.append(_text("identifying", source.speaker_name) | relation)
        if iri := _iri(self._external.get(source.speaker_id or "")):
            bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": iri} | relation)
        if not bodies and relation:
            bodies.append(_text("identifying", "") | relation)
        return bodies

    def _creator(self, quote: Quote | None) -> Node:
        model = self._layer.model
        if model and quote and quote.status is Status.SUGGESTED:
            return {"creator": {"type": "Software", "name": f"{model.name} {model.version}"}}
        if self._layer.annotator is None:
            return {}
        return {"creator": {"type": "Person", "name": self._layer.annotator}}

    def _target(self, span: Span) -> Node:
        text, (start, end) = self._document.text, span
        quoted = {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start],
            "suffix": text[end : end + AROUND],
        }
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        return {"source": self._source, "selector": [position, quoted]}

    def _id(self, what: str) -> str:
        return _urn(f"{self._seed}\n{what}")


def _text(purpose: str, value: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _own(known: Node) -> Node:
    """Return what is known under keys for which the model of the W3C has no word."""
    return {f"quotedesk:{key}": value for key, value in known.items() if value is not None}


def _urn(seed: str) -> str:
    return f"urn:uuid:{uuid5(_NAMESPACE, seed)}"


def _iri(external_id: str | None) -> str | None:
    """Return an identifier as an IRI, if it is one or the number of a Wikidata item."""
    if not external_id:
        return None
    if _WIKIDATA.fullmatch(external_id):
        return f"http://www.wikidata.org/entity/{external_id}"
    return external_id if _IRI.fullmatch(external_id) else None
