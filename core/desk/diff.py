"""What changed between two datasets: of articles, of speakers, and quote by quote."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

import msgspec

from core.model.identity import is_drawn
from core.model.pairing import Forms, forms, paired
from core.model.records import AnnotatedDocument, Layer, Quote, Record, Rejection
from core.model.saying import by_whom
from core.model.spans import surfaces

What = Literal["added", "removed", "changed"]
_Lines = dict[str | None, AnnotatedDocument]
"""The lines about one article, by annotator."""

_FIELDS = (
    *("fragments", "kind", "quoted", "speaker_name", "speaker_type", "mention", "cue", "more_speakers", "parent"),
    *("status", "flagged", "sure", "comment", "attributes"),
)
"""What a reader of a dataset sees of a quote; how it was decided and what else was offered is no difference."""


_ARTICLE = ("title", "source", "url", "date", "language", "zones", "text")
_SPEAKER = ("name", "aliases", "external_id", "kind")

Fields = dict[str, tuple[Any, Any]]
"""(before, after) by the name of the field, of those that differ."""


class QuoteChange(Record, frozen=True, kw_only=True):
    """One quote that is in one dataset only, or differs.

    `rejected`: it is a suggestion that a person said is no quote, in each of the datasets that have it.
    """

    document_id: str
    annotator: str | None
    quote_id: str
    what: What
    words: str
    rejected: bool = False
    fields: Fields = {}


class ArticleChange(Record, frozen=True, kw_only=True):
    """What changed of an article itself or, with an `annotator`, of how far they have come with it."""

    document_id: str
    annotator: str | None = None
    fields: Fields


class SpeakerChange(Record, frozen=True, kw_only=True):
    """What changed of a speaker, told once for all articles."""

    speaker_id: str
    name: str
    fields: Fields


class Difference(Record, frozen=True, kw_only=True):
    """All that changed. `articles_added` and `articles_removed` are ids; their quotes are not listed one by one.

    `uncompared` is how many articles differ only in what is not looked at: ids, order, confidences, candidates, how
    quotes were decided, and what came from elsewhere. `doubles` are sentences about lines that were left out.
    """

    articles_added: tuple[str, ...] = ()
    articles_removed: tuple[str, ...] = ()
    articles: tuple[ArticleChange, ...] = ()
    speakers: tuple[SpeakerChange, ...] = ()
    changes: tuple[QuoteChange, ...] = ()
    uncompared: int = 0
    doubles: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return any((self.articles_added, self.articles_removed, self.articles, self.speakers, self.changes))


class _Entry(NamedTuple):
    quote: Quote
    rejection: Rejection | None


def difference(before: Iterable[AnnotatedDocument], after: Iterable[AnnotatedDocument]) -> Difference:
    """Compare two datasets. Quotes are the same by id or, where ids say nothing, by the words they share."""
    doubles: list[str] = []
    old, new = _by_article(before, doubles), _by_article(after, doubles)
    quotes: list[QuoteChange] = []
    articles: list[ArticleChange] = []
    speakers: dict[tuple[str, bytes], SpeakerChange] = {}
    uncompared = 0
    for document_id in [each for each in old if each in new]:
        told = len(quotes), len(articles)
        articles += _of_article(document_id, old[document_id], new[document_id])
        other = False
        for annotator in dict.fromkeys([*old[document_id], *new[document_id]]):
            one, two = (side[document_id].get(annotator) for side in (old, new))
            quotes += _of_layers(document_id, annotator, one, two)
            changed = list(_of_speakers(one, two))
            speakers |= {(each.speaker_id, msgspec.json.encode(each.fields)): each for each in changed}
            other |= one != two and not changed
        uncompared += other and told == (len(quotes), len(articles))
    return Difference(
        articles_added=tuple(each for each in new if each not in old),
        articles_removed=tuple(each for each in old if each not in new),
        articles=tuple(articles),
        speakers=tuple(speakers.values()),
        changes=tuple(quotes),
        uncompared=uncompared,
        doubles=tuple(doubles),
    )


def _by_article(lines: Iterable[AnnotatedDocument], doubles: list[str]) -> dict[str, _Lines]:
    """Of two lines of one article and annotator the first counts, as in an import; the other is told."""
    found: dict[str, _Lines] = {}
    for line in lines:
        document_id, annotator = line.document.id, line.layer.annotator
        if found.setdefault(document_id, {}).setdefault(annotator, line) is not line:
            doubles.append(
                f"{line.where}: {document_id}: the same article {by_whom(annotator)} is in this dataset already. "
                "What this line says of it was not compared."
            )
    return found


def _of_article(document_id: str, old: _Lines, new: _Lines) -> Iterator[ArticleChange]:
    before, after = (next(iter(lines.values())).document for lines in (old, new))
    if fields := _fields(_ARTICLE, before, after):
        yield ArticleChange(document_id=document_id, fields=fields)
    for annotator in dict.fromkeys([*old, *new]):
        one, two = (lines[annotator].layer if annotator in lines else Layer() for lines in (old, new))
        if fields := _fields(("state",), one, two):
            yield ArticleChange(document_id=document_id, annotator=annotator, fields=fields)


def _of_speakers(one: AnnotatedDocument | None, two: AnnotatedDocument | None) -> Iterator[SpeakerChange]:
    """Those who are in both, by name or, since only such an id means the same in two files, by a drawn id.

    Who came and who went, the quotes tell.
    """
    if one is None or two is None:
        return
    by_id, by_name = ({getattr(each, key): each for each in one.layer.speakers} for key in ("id", "name"))
    for speaker in two.layer.speakers:
        known = (is_drawn(speaker.id) and by_id.get(speaker.id)) or by_name.get(speaker.name)
        if known and (fields := _fields(_SPEAKER, known, speaker)):
            yield SpeakerChange(speaker_id=speaker.id, name=speaker.name, fields=fields)


def _of_layers(
    document_id: str, annotator: str | None, one: AnnotatedDocument | None, two: AnnotatedDocument | None
) -> Iterator[QuoteChange]:
    old, new = (_entries(side.layer if side else Layer()) for side in (one, two))
    text_before, text_after = (side.document.text if side else "" for side in (one, two))
    pairs = _pairs(old, new)

    def change(entry: _Entry, what: What, text: str, rejected: bool, fields: Fields | None = None) -> QuoteChange:
        return QuoteChange(
            document_id=document_id,
            annotator=annotator,
            quote_id=entry.quote.id,
            what=what,
            words=" […] ".join(surfaces(text, entry.quote.fragments)),
            rejected=rejected,
            fields=fields or {},
        )

    taken = set(pairs.values())
    for place, entry in enumerate(old):
        partner = pairs.get(place)
        rejected = entry.rejection is not None
        if partner is None:
            yield change(entry, "removed", text_before, rejected)
        elif fields := _differing(entry, new[partner], text_before, text_after):
            rejected = rejected and new[partner].rejection is not None
            yield change(new[partner], "changed", text_after, rejected, fields)
    for place, entry in enumerate(new):
        if place not in taken:
            yield change(entry, "added", text_after, entry.rejection is not None)


def _entries(layer: Layer) -> list[_Entry]:
    return [_Entry(quote, None) for quote in layer.quotes] + [_Entry(each.quote, each) for each in layer.rejected]


def _pairs(old: list[_Entry], new: list[_Entry]) -> dict[int, int]:
    """By id, also where a quote was rejected meanwhile; else by words, quotes with quotes."""
    places = {entry.quote.id: place for place, entry in enumerate(new)}
    pairs = {place: places[entry.quote.id] for place, entry in enumerate(old) if entry.quote.id in places}
    taken = set(pairs.values())
    for rejected in (False, True):
        left = [place for place, each in enumerate(old) if (each.rejection is not None) is rejected]
        left = [place for place in left if place not in pairs]
        free = [place for place, each in enumerate(new) if (each.rejection is not None) is rejected]
        free = [place for place in free if place not in taken]
        if left and free:
            found = paired([_forms(old[place].quote) for place in left], [_forms(new[place].quote) for place in free])
            pairs |= {left[i]: free[j] for i, j in found}
    return pairs


def _forms(quote: Quote) -> Forms:
    return forms(quote.fragments, quote.quoted, quote.kind)


def _differing(one: _Entry, two: _Entry, text_before: str, text_after: str) -> Fields:
    old, new = one.quote, two.quote
    found = _fields(_FIELDS, old, new)
    if "fragments" not in found and surfaces(text_before, old.fragments) != surfaces(text_after, new.fragments):
        found["surface"] = surfaces(text_before, old.fragments), surfaces(text_after, new.fragments)
    if (one.rejection is None) != (two.rejection is None):
        found["rejected"] = one.rejection is not None, two.rejection is not None
    before, after = (each.rejection.reason if each.rejection else None for each in (one, two))
    if before != after:
        found["reason"] = before, after
    return found


def _fields(names: Iterable[str], old: Record, new: Record) -> Fields:
    return {
        name: (getattr(old, name), getattr(new, name)) for name in names if getattr(old, name) != getattr(new, name)
    }
