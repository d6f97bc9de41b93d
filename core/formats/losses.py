"""What a format can't hold: found in the lines that go out, counted by quote, and told in words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache

from core.formats.training.marks import without_place
from core.model.records import AnnotatedDocument, Document, Extra, Layer, Quote
from core.model.saying import plural
from core.model.terms import Kind, SpeakerKind, SpeakerType


@cache
def _illegal() -> re.Pattern[str]:
    """What XML 1.0 forbids; made when it is asked for, since a window that only opens needs it not."""
    return re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Trait(StrEnum):
    """Something that a line may have and a format may not hold; the value is what a manifest calls it."""

    SPLIT = "pieces of split quotes"
    OVERLAP = "quotes, cues and mentions that share words with another of their kind"
    NESTED = "which quote another one stands in"
    QUOTED = "which words stand in quotation marks"
    KIND = "kinds"
    MENTION = "mentions of speakers"
    CUE = "cues"
    NAME = "names of speakers"
    SPEAKER_TYPE = "types of speakers"
    SECOND = "second speakers"
    STATUS = "statuses"
    DECISION = "how quotes were decided"
    CONFIDENCE = "confidences"
    CANDIDATES = "candidates"
    FLAG = "flags and doubts of the annotator"
    COMMENT = "comments"
    ATTRIBUTES = "attributes such as denied"
    EXTRA = "fields that came from elsewhere"
    EXTRA_ABOUT = "fields of articles, speakers and zones that came from elsewhere"
    REJECTED = "rejected suggestions"
    ROSTER = "aliases, identifiers and kinds of speakers"
    UNQUOTED = "speakers whom no quote names"
    ZONES = "headlines, captions and other zones"
    ABOUT = "title, source, address, date or language"
    STATE = "how far the article was worked through"
    ANNOTATOR = "who annotated"
    MODEL = "which model made suggestions"
    CONTROLS = "characters that XML can't hold"
    CONTROLS_ABOUT = "characters of titles, names and comments that XML can't hold"
    LINE_ENDS = "line ends other than LF"


EVERYTHING = frozenset(Trait)

_OF_ARTICLES = frozenset(
    {
        Trait.EXTRA_ABOUT,
        Trait.ROSTER,
        Trait.UNQUOTED,
        Trait.ZONES,
        Trait.ABOUT,
        Trait.STATE,
        Trait.ANNOTATOR,
        Trait.MODEL,
        Trait.CONTROLS,
        Trait.CONTROLS_ABOUT,
        Trait.LINE_ENDS,
    }
)


def traits_of(quote: Quote) -> Iterator[Trait]:
    """Yield what one quote has beyond its span."""
    held = {
        Trait.SPLIT: len(quote.fragments) > 1,
        Trait.NESTED: quote.parent is not None,
        Trait.QUOTED: quote.kind is Kind.MIXED or (quote.kind is Kind.DIRECT and quote.quoted != quote.fragments),
        Trait.KIND: True,
        Trait.MENTION: quote.mention is not None,
        Trait.CUE: quote.cue is not None,
        Trait.NAME: quote.speaker_name is not None,
        Trait.SPEAKER_TYPE: quote.speaker_type is not SpeakerType.NAMED,
        Trait.SECOND: bool(quote.more_speakers),
        Trait.STATUS: True,
        Trait.DECISION: quote.decided is not None,
        Trait.CONFIDENCE: quote.confidence is not None,
        Trait.CANDIDATES: bool(quote.candidates),
        Trait.FLAG: quote.flagged or not quote.sure,
        Trait.COMMENT: bool(quote.comment),
        Trait.ATTRIBUTES: bool(quote.attributes),
        Trait.EXTRA: bool(quote.extra),
    }
    return (trait for trait, has in held.items() if has)


def traits_of_article(line: AnnotatedDocument) -> Iterator[Trait]:
    """Yield what an article has beyond its text and quotes."""
    document, layer = line.document, line.layer
    held = {
        Trait.EXTRA_ABOUT: any(_extras_about(line)),
        Trait.ROSTER: any(
            each.aliases or each.external_id or each.kind is not SpeakerKind.UNKNOWN for each in layer.speakers
        ),
        Trait.UNQUOTED: not {speaker.id for speaker in layer.speakers} <= _meant(layer),
        Trait.ZONES: bool(document.zones),
        Trait.ABOUT: any(_about(document)),
        Trait.STATE: True,
        Trait.ANNOTATOR: layer.annotator is not None,
        Trait.MODEL: layer.model is not None,
        Trait.CONTROLS: _illegal().search(document.text) is not None,
        Trait.CONTROLS_ABOUT: any(map(_illegal().search, _words(line))),
        Trait.LINE_ENDS: "\r" in document.text,
    }
    return (trait for trait, has in held.items() if has)


class Losses:
    """Counts what the lines that pass have and a format that keeps `kept` hasn't."""

    def __init__(self, kept: frozenset[Trait]) -> None:
        self._missing = EVERYTHING - kept
        self.counts: Counter[Trait] = Counter()

    def watch(self, lines: Iterable[AnnotatedDocument]) -> Iterator[AnnotatedDocument]:
        """Pass the lines on, counted."""
        for line in lines:
            self._count(line)
            yield line

    @property
    def found(self) -> list[Trait]:
        """What was lost so far, in the order of the traits."""
        return [trait for trait in Trait if self.counts[trait]]

    def sentences(self) -> list[str]:
        """Return a sentence for each loss, in the order of the traits."""
        return [_sentence(trait, self.counts[trait]) for trait in self.found]

    def _count(self, line: AnnotatedDocument) -> None:
        if not self._missing:
            return
        self.counts.update(self._missing.intersection(traits_of_article(line)))
        for quote in line.layer.quotes:
            self.counts.update(self._missing.intersection(traits_of(quote)))
        if Trait.OVERLAP in self._missing:
            self.counts[Trait.OVERLAP] += len(without_place(line.layer.quotes))
        if Trait.REJECTED in self._missing:
            self.counts[Trait.REJECTED] += len(line.layer.rejected)


def xml_text(text: str) -> str:
    """Return the text with U+FFFD for what XML 1.0 can't hold; it is as long as before."""
    return _illegal().sub("\ufffd", text)


def _sentence(trait: Trait, count: int) -> str:
    noun = "article" if trait in _OF_ARTICLES else "suggestion" if trait is Trait.REJECTED else "quote"
    return f"Left out: {trait.value} ({plural(count, noun)})."


def _about(document: Document) -> tuple[str | None, ...]:
    return document.title, document.source, document.url, document.date, document.language


def _extras_about(line: AnnotatedDocument) -> Iterator[Extra]:
    """Yield what came from elsewhere with an article, its speakers and its zones."""
    document, layer = line.document, line.layer
    yield from (document.extra, layer.extra)
    yield from (speaker.extra for speaker in layer.speakers)
    yield from (zone.extra for zone in document.zones)


def _meant(layer: Layer) -> set[str | None]:
    """Return the ids of the speakers whom a quote, a candidate or a rejected suggestion names."""
    quotes = [*layer.quotes, *(each.quote for each in layer.rejected)]
    seconds = {each.speaker_id for quote in quotes for each in quote.more_speakers}
    candidates = {each.speaker_id for quote in quotes for each in quote.candidates}
    return {quote.speaker_id for quote in quotes} | seconds | candidates


def _words(line: AnnotatedDocument) -> Iterator[str]:
    """Yield what is said in words of an article, its speakers and its quotes."""
    document, layer = line.document, line.layer
    yield from (document.id, *filter(None, (*_about(document), layer.annotator)))
    for speaker in layer.speakers:
        yield from (speaker.name, *speaker.aliases, speaker.external_id or "")
    for quote in layer.quotes:
        yield from (quote.comment, quote.speaker_name or "", *quote.attributes, *quote.attributes.values())
        yield from (second.speaker_name or "" for second in quote.more_speakers)
