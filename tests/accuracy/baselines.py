"""What anybody can have without this project: marks and the nearest person; the quotations of textacy."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from core.model.records import Quote
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType

MARKED = re.compile(r'“[^“”]+”|"[^"]+"|«[^«»]+»|„[^„“”]+[“”]')


def nearest_person(nlp: Language, texts: list[str]) -> Iterator[tuple[Quote, ...]]:
    """Whatever stands in double marks is a quote of the person who is named nearest to it."""
    for doc in nlp.pipe(texts, batch_size=32):
        people = [entity for entity in doc.ents if entity.label_ == "PERSON"]
        yield tuple(_nearest(Span(*found.span()), people) for found in MARKED.finditer(doc.text))


def _nearest(span: Span, people: list[Tokens]) -> Quote:
    def distance(person: Tokens) -> int:
        return max(person.start_char - span.end, span.start - person.end_char, 0)

    person = min(people, key=distance, default=None)
    return _quote(span, Span(person.start_char, person.end_char) if person is not None else None)


def textacy_quotations(nlp: Language, texts: list[str]) -> Iterator[tuple[Quote, ...]]:
    """The triples of `textacy.extract.triples.direct_quotations`, paragraph by paragraph, where it does best."""
    for doc in nlp.pipe(texts, batch_size=32):
        yield tuple(quote for part in _paragraphs(doc) for quote in _triples(part, part[0].idx))


def _paragraphs(doc: Doc) -> Iterator[Tokens]:
    first = 0
    for token in doc:
        if "\n" in token.text or token.i == len(doc) - 1:
            if token.i + 1 > first:
                yield doc[first : token.i + 1]
            first = token.i + 1


def _triples(paragraph: Tokens, offset: int) -> Iterator[Quote]:
    from textacy.extract.triples import direct_quotations

    try:
        found = list(direct_quotations(paragraph.as_doc()))
    except ValueError:  # It refuses a text with an odd number of marks.
        return
    for triple in found:
        content, speaker = triple.content, triple.speaker
        span = Span(offset + content.start_char, offset + content.end_char)
        last = speaker[-1]
        yield _quote(span, Span(offset + speaker[0].idx, offset + last.idx + len(last)))


def _quote(span: Span, mention: Span | None) -> Quote:
    return Quote(
        id=f"{span.start}-{span.end}",
        fragments=(span,),
        quoted=(span,),
        kind=Kind.DIRECT,
        mention=mention,
        speaker_type=SpeakerType.UNDECIDED,
    )
