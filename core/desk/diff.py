"""What changed between two datasets, quote by quote."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from core.model.pairing import Forms, forms, paired
from core.model.records import AnnotatedDocument, Layer, Quote, Record
from core.model.spans import surfaces

What = Literal["added", "removed", "changed"]

_FIELDS = (
    *("fragments", "kind", "quoted", "speaker_name", "speaker_type", "mention", "cue", "more_speakers", "parent"),
    *("status", "flagged", "sure", "comment", "attributes"),
)
"""What a reader of a dataset sees of a quote; how it was decided and what else was offered is no difference."""


class QuoteChange(Record, frozen=True, kw_only=True):
    """One quote that is in one dataset only, or differs: `fields` has (before, after) by the name of the field."""

    document_id: str
    annotator: str | None
    quote_id: str
    what: What
    words: str
    fields: dict[str, tuple[Any, Any]] = {}


class Difference(Record, frozen=True, kw_only=True):
    """All that changed. `articles_added` and `articles_removed` are ids; their quotes are not listed one by one."""

    articles_added: tuple[str, ...]
    articles_removed: tuple[str, ...]
    changes: tuple[QuoteChange, ...]

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.articles_added or self.articles_removed or self.changes)


def difference(before: Iterable[AnnotatedDocument], after: Iterable[AnnotatedDocument]) -> Difference:
    """Compare two datasets. Quotes are the same by id or, where ids say nothing, by the words they share."""
    old, new = _by_article(before), _by_article(after)
    changes: list[QuoteChange] = []
    for document_id in [each for each in old if each in new]:
        for annotator in dict.fromkeys([*old[document_id], *new[document_id]]):
            one, two = (side[document_id].get(annotator) for side in (old, new))
            changes += _of_layers(document_id, annotator, one, two)
    return Difference(
        articles_added=tuple(each for each in new if each not in old),
        articles_removed=tuple(each for each in old if each not in new),
        changes=tuple(changes),
    )


def _by_article(lines: Iterable[AnnotatedDocument]) -> dict[str, dict[str | None, AnnotatedDocument]]:
    found: dict[str, dict[str | None, AnnotatedDocument]] = {}
    for line in lines:
        found.setdefault(line.document.id, {})[line.layer.annotator] = line
    return found


def _of_layers(
    document_id: str, annotator: str | None, one: AnnotatedDocument | None, two: AnnotatedDocument | None
) -> Iterator[QuoteChange]:
    old, new = (side.layer if side else Layer() for side in (one, two))
    text_before, text_after = (side.document.text if side else "" for side in (one, two))
    pairs = _pairs(old.quotes, new.quotes)

    def change(quote: Quote, what: What, text: str, fields: dict[str, tuple[Any, Any]] | None = None) -> QuoteChange:
        words = " […] ".join(surfaces(text, quote.fragments))
        return QuoteChange(
            document_id=document_id, annotator=annotator, quote_id=quote.id, what=what, words=words, fields=fields or {}
        )

    taken = set(pairs.values())
    for place, quote in enumerate(old.quotes):
        partner = pairs.get(place)
        if partner is None:
            yield change(quote, "removed", text_before)
        elif fields := _differing(quote, new.quotes[partner], text_before, text_after):
            yield change(new.quotes[partner], "changed", text_after, fields)
    for place, quote in enumerate(new.quotes):
        if place not in taken:
            yield change(quote, "added", text_after)


def _pairs(old: tuple[Quote, ...], new: tuple[Quote, ...]) -> dict[int, int]:
    places = {quote.id: place for place, quote in enumerate(new)}
    pairs = {place: places[quote.id] for place, quote in enumerate(old) if quote.id in places}
    left = [place for place in range(len(old)) if place not in pairs]
    free = [place for place in range(len(new)) if place not in set(pairs.values())]
    if left and free:
        found = paired([_forms(old[place]) for place in left], [_forms(new[place]) for place in free])
        pairs |= {left[i]: free[j] for i, j in found}
    return pairs


def _forms(quote: Quote) -> Forms:
    return forms(quote.fragments, quote.quoted, quote.kind)


def _differing(old: Quote, new: Quote, text_before: str, text_after: str) -> dict[str, tuple[Any, Any]]:
    found = {}
    for name in _FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            found[name] = before, after
    if "fragments" not in found and surfaces(text_before, old.fragments) != surfaces(text_after, new.fragments):
        found["surface"] = surfaces(text_before, old.fragments), surfaces(text_after, new.fragments)
    return found
