"""Quotes as a graph: a span for each piece, mention and cue, and links that say what belongs to what."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from core.formats.spans_and_links.labels import CONTINUES, CUE, CUED_BY, INSIDE, KINDS, SAID_BY, SECONDS, SPEAKER
from core.model.records import Quote
from core.model.spans import Span


class About(NamedTuple):
    """What a tool with fields beside its spans can hold of a quote, at its first piece."""

    name: str | None = None
    type: str | None = None
    comment: str | None = None


NOTHING = About()


class Mark(NamedTuple):
    """A labelled span."""

    start: int
    end: int
    label: str
    about: About = NOTHING
    score: float | None = None


class Link(NamedTuple):
    """A labelled link from one mark to another, both by their place in the list of marks."""

    source: int
    target: int
    label: str


class Graph(NamedTuple):
    """All that a tool shows of the quotes of one text."""

    marks: list[Mark]
    links: list[Link]

    def same_as(self, other: "Graph") -> bool:
        """Whether both show the same, whatever the order; scores don't count, since tools drop them."""
        return self._counted() == other._counted()

    def _counted(self) -> tuple[Counter[Mark], Counter[tuple[Mark, Mark, str]]]:
        bare = [mark._replace(score=None) for mark in self.marks]
        return Counter(bare), Counter((bare[link.source], bare[link.target], link.label) for link in self.links)


def drawn(quotes: Sequence[Quote], *, about: bool = False) -> Graph:
    """Return the graph of these quotes; a mention or cue that several of them share is one mark.

    `about` says whether the tool has fields for names, types and comments.
    """
    return _Drawing(about).of(quotes)


class _Drawing:
    def __init__(self, about: bool) -> None:
        self._about = about
        self._graph = Graph([], [])
        self._shared: dict[tuple[Span, str], int] = {}
        self._linked: set[Link] = set()

    def of(self, quotes: Sequence[Quote]) -> Graph:
        firsts = {quote.id: self._pieces(quote) for quote in quotes}
        for quote in quotes:
            first = firsts[quote.id]
            self._point(first, quote.mention, SPEAKER, SAID_BY)
            self._point(first, quote.cue, CUE, CUED_BY)
            for second in quote.more_speakers:
                self._point(first, second.mention, SPEAKER, SECONDS[second.relation])
            if quote.parent in firsts:
                self._link(first, firsts[quote.parent], INSIDE)
        return self._graph

    def _pieces(self, quote: Quote) -> int:
        marks = self._graph.marks
        first = len(marks)
        for number, (start, end) in enumerate(quote.fragments):
            about = _about(quote) if self._about and not number else NOTHING
            marks.append(Mark(start, end, KINDS[quote.kind], about, quote.confidence))
            if number:
                self._link(len(marks) - 2, len(marks) - 1, CONTINUES)
        return first

    def _point(self, first: int, span: Span | None, label: str, how: str) -> None:
        if span is None:
            return
        if (span, label) not in self._shared:
            self._shared[span, label] = len(self._graph.marks)
            self._graph.marks.append(Mark(span.start, span.end, label))
        self._link(first, self._shared[span, label], how)

    def _link(self, source: int, target: int, label: str) -> None:
        link = Link(source, target, label)
        if link not in self._linked:
            self._linked.add(link)
            self._graph.links.append(link)


def _about(quote: Quote) -> About:
    return About(quote.speaker_name or None, quote.speaker_type, quote.comment or None)
