"""From labelled spans and links back to quotes, in the words of any tool that has them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.formats.spans_and_links.graph import NOTHING, About, Graph, Link, Mark
from core.formats.spans_and_links.labels import (
    Role,
    is_continuation,
    is_inside,
    kind_of,
    relation_of,
    role_of,
)
from core.model.spans import Span
from core.model.terms import Kind, Relation


@dataclass
class Found:
    """A quote as the spans and links tell it; `inside` is the place of the quote around it in the list."""

    fragments: list[Span]
    kind: Kind | None
    about: About
    score: float | None
    mention: Span | None = None
    cue: Span | None = None
    seconds: list[tuple[Relation, Span]] = field(default_factory=list)
    inside: int | None = None


def found(graph: Graph, left_out: Counter[str]) -> list[Found]:
    """Return the quotes in the order of their marks; counts labels that say nothing of quotes in `left_out`."""
    return _Finding(graph, left_out).quotes()


class _Finding:
    """Groups pieces first, then hangs mentions, cues and outer quotes on them; a link counts in either direction."""

    def __init__(self, graph: Graph, left_out: Counter[str]) -> None:
        self._marks = graph.marks
        self._links = graph.links
        self._left_out = left_out
        self._roles = [role_of(mark.label) for mark in graph.marks]
        self._group = list(range(len(graph.marks)))
        self._used: set[int] = set()

    def quotes(self) -> list[Found]:
        for link in self._links:
            if self._are(link, Role.QUOTE, Role.QUOTE) and is_continuation(link.label):
                self._join(link.source, link.target)
        pieces: dict[int, list[int]] = {}
        for place, role in enumerate(self._roles):
            if role is Role.QUOTE:
                pieces.setdefault(self._root(place), []).append(place)
        places = {root: number for number, root in enumerate(pieces)}
        quotes = [self._quote([self._marks[place] for place in some]) for some in pieces.values()]
        for link in self._links:
            self._hang(link, places, quotes)
        self._over_cues(places, quotes)
        self._count_others()
        return quotes

    def _quote(self, pieces: list[Mark]) -> Found:
        first = min(pieces, key=lambda mark: mark[:3])
        about = next((piece.about for piece in pieces if piece.about != NOTHING), NOTHING)
        return Found(_apart(pieces), kind_of(first.label), about, first.score)

    def _hang(self, link: Link, places: dict[int, int], quotes: list[Found]) -> None:
        if self._are(link, Role.QUOTE, Role.QUOTE):
            inner, outer = places[self._root(link.source)], places[self._root(link.target)]
            if is_inside(link.label) and inner != outer:
                quotes[inner].inside = outer
            elif not is_continuation(link.label):
                self._left_out[f"{link.label} (link)"] += 1
            return
        one, other = self._sorted(link)
        if self._roles[one] is not Role.QUOTE or self._roles[other] is Role.OTHER:
            return
        quote, span = quotes[places[self._root(one)]], self._span(other)
        self._used.add(other)
        if self._roles[other] is Role.CUE:
            if quote.cue not in (None, span):
                self._left_out[f"second {self._marks[other].label} of a quote"] += 1
            quote.cue = quote.cue or span
        elif relation := relation_of(link.label):
            quote.seconds.append((relation, span))
        elif quote.mention is None:
            quote.mention = span
        elif quote.mention != span:
            quote.seconds.append((Relation.JOINT, span))

    def _over_cues(self, places: dict[int, int], quotes: list[Found]) -> None:
        """Some corpora link the speaker to the cue only, and the cue to the words."""
        of_cues: dict[int, int] = {}
        for link in self._links:
            if {self._roles[link.source], self._roles[link.target]} == {Role.SPEAKER, Role.CUE}:
                one, other = self._sorted(link)
                of_cues[other] = one
        for link in self._links:
            one, other = self._sorted(link)
            if self._roles[one] is Role.QUOTE and other in of_cues:
                quote = quotes[places[self._root(one)]]
                quote.mention = quote.mention or self._span(of_cues[other])
                self._used.add(of_cues[other])

    def _count_others(self) -> None:
        for place, (mark, role) in enumerate(zip(self._marks, self._roles, strict=True)):
            if role is not Role.QUOTE and place not in self._used:
                self._left_out[mark.label if role is Role.OTHER else f"{mark.label} without a quote"] += 1

    def _are(self, link: Link, one: Role, other: Role) -> bool:
        return self._roles[link.source] is one and self._roles[link.target] is other

    def _sorted(self, link: Link) -> tuple[int, int]:
        """Return the two marks of a link, the quote first, then speaker, then cue."""
        one, other = sorted((link.source, link.target), key=lambda place: self._roles[place].value)
        return one, other

    def _span(self, place: int) -> Span:
        return Span(self._marks[place].start, self._marks[place].end)

    def _root(self, place: int) -> int:
        while self._group[place] != place:
            self._group[place] = self._group[self._group[place]]
            place = self._group[place]
        return place

    def _join(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._group[second] = first


def _apart(pieces: Iterable[Mark]) -> list[Span]:
    """Return the pieces in order; those that share words become one."""
    spans: list[Span] = []
    for start, end in sorted((piece.start, piece.end) for piece in pieces):
        if spans and start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return spans


def sentence(name: str, left_out: Counter[str]) -> str:
    """Say which labels were left out, the most frequent ones by name."""
    shown = ", ".join(f"{label} ({count})" for label, count in left_out.most_common(10))
    more = "" if len(left_out) <= 10 else f" and {len(left_out) - 10} more labels"
    return f"{name}: left out what is no quote, speaker or cue: {shown}{more}."
