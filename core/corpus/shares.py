"""The table of shares: what sort of quotes a corpus holds, beside what real news holds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from core.corpus.mentions import MentionSort, sort_of
from core.model.records import AnnotatedDocument, Quote
from core.model.terms import Kind

_SHORT = 2
_SAID = frozenset({"said", "says", "say", "saying"})


class Place(StrEnum):
    """Where the mention of a direct quote stands."""

    AFTER = "after"
    BETWEEN = "between"
    BEFORE = "before"


class Share(msgspec.Struct, frozen=True):
    """A row of the table: `count` of `of`; `real` is what real US news has, None where it isn't known.

    It is a percentage, or a mean where `each` is true (quotes an article).
    """

    name: str
    count: int
    of: int
    real: float | None = None
    each: bool = False

    @property
    def figure(self) -> float:
        """The share in percent, or the mean; 0 of nothing."""
        return (1 if self.each else 100) * self.count / self.of if self.of else 0.0


def shares(lines: Iterable[AnnotatedDocument]) -> list[Share]:
    """Return the table; the figures of real news are those of PolNeAR, speech only."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts["articles"] += 1
        counts["words"] += len(line.document.text.split())
        counts.update(_of_rejected(line))
        for quote in line.layer.quotes:
            counts.update(_of_quote(line, quote))
    return list(_table(counts))


def _of_rejected(line: AnnotatedDocument) -> Iterator[str]:
    for each in line.layer.rejected:
        yield "marked"
        yield "no quote"
        if len(line.document.text[slice(*each.quote.span)].split()) <= _SHORT:
            yield "no quote, short"


def _of_quote(line: AnnotatedDocument, quote: Quote) -> Iterator[str]:
    yield "quotes"
    yield quote.kind
    yield from ("marked" for _ in quote.quoted)
    sort = sort_of(line, quote)
    yield sort
    if sort is not MentionSort.NONE:
        yield "mentioned"
    if len(quote.fragments) > 1:
        yield "split"
    if quote.parent:
        yield "nested"
    yield f"type {quote.speaker_type}"
    yield from (f"factuality {value}" for value in quote.attributes.values())
    if quote.kind is Kind.DIRECT:
        yield from _of_direct(line, quote)


def _of_direct(line: AnnotatedDocument, quote: Quote) -> Iterator[str]:
    if quote.cue and line.document.text[slice(*quote.cue)].lower() in _SAID:
        yield "said"
    # A transcript's labels and a post's author say who speaks without an attribution in words.
    if quote.mention and quote.cue:
        yield "placed"
        yield place_of(quote)


def place_of(quote: Quote) -> Place:
    """Return where the mention of a quote stands; it has one."""
    assert quote.mention is not None
    if quote.mention.start >= quote.span.end:
        return Place.AFTER
    return Place.BEFORE if quote.mention.start < quote.span.start else Place.BETWEEN


def _table(counts: Counter[str]) -> Iterator[Share]:
    quotes, direct, articles = counts["quotes"], counts[Kind.DIRECT], counts["articles"]
    yield Share("words an article", counts["words"], articles, each=True)
    yield Share("quotes an article", quotes, articles, 10, each=True)
    real = {Kind.DIRECT: 30, Kind.MIXED: 20, Kind.INDIRECT: 50}
    yield from (Share(kind, counts[kind], quotes, percent) for kind, percent in real.items())
    sorts = {MentionSort.NAME: 47, MentionSort.ROLE: 28, MentionSort.PRONOUN: 25}
    yield from (Share(f"mention: {sort}", counts[sort], counts["mentioned"], real) for sort, real in sorts.items())
    yield Share("no mention", counts[MentionSort.NONE], quotes)
    yield Share("split", counts["split"], quotes, 15)
    yield Share("nested", counts["nested"], quotes)
    yield Share("direct: cue “said”", counts["said"], direct, 58)
    places = {Place.AFTER: 39, Place.BETWEEN: 39, Place.BEFORE: 22}
    yield from (Share(f"direct: speaker {at}", counts[at], counts["placed"], real) for at, real in places.items())
    yield Share("marked, no quote", counts["no quote"], counts["marked"], 8)
    yield Share("… of one or two words", counts["no quote, short"], counts["no quote"], 30)
    for name in sorted(name for name in counts if name.startswith(("type ", "factuality "))):
        yield Share(name, counts[name], quotes)
