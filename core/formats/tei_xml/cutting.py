"""Stretches that overlap as they like, cut so that they nest: what a tree of elements asks for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.model.spans import Span


class Stretch(NamedTuple):
    """One span of an element; `key` says of which one, `rank` who stands outside of equals (0 is never cut)."""

    span: Span
    rank: int
    key: int


class Opened(NamedTuple):
    """Here a piece of an element begins: the how-manieth, from 0."""

    key: int
    piece: int


class Closed(NamedTuple):
    """Here a piece ends."""

    key: int


class Words(NamedTuple):
    """A run of the text that no edge divides."""

    span: Span


Event = Opened | Closed | Words


def cut(length: int, stretches: Iterable[Stretch]) -> Iterator[Event]:
    """Yield what begins and ends in a text of this length, in order and properly nested.

    A stretch that would end outside of the one it began in is closed there and opened again as its next piece.
    """
    starting: defaultdict[int, list[Stretch]] = defaultdict(list)
    edges = {0, length}
    for each in stretches:
        starting[each.span.start].append(each)
        edges |= set(each.span)
    stack: list[Stretch] = []
    pieces: Counter[int] = Counter()
    last = 0
    for place in sorted(edges):
        if last < place:
            yield Words(Span(last, place))
        last = place
        again = []
        lowest = next((depth for depth, each in enumerate(stack) if each.span.end == place), len(stack))
        for each in reversed(stack[lowest:]):
            yield Closed(each.key)
            if each.span.end > place:
                again.append(each)
        del stack[lowest:]
        for each in sorted([*again, *starting.get(place, ())], key=_outermost_first):
            yield Opened(each.key, pieces[each.key])
            pieces[each.key] += 1
            stack.append(each)


def _outermost_first(stretch: Stretch) -> tuple[bool, int, int, int]:
    return stretch.rank > 0, -stretch.span.end, stretch.rank, stretch.key
