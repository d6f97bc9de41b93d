"""Where the tags go: level with their quotes, in text order, never one over another."""

from collections.abc import Sequence
from dataclasses import dataclass, field

PITCH = 24
DRIFT_LINES = 4


@dataclass
class Place:
    """A tag: which rows it stands for (several when folded), where it would like to be and where it is.

    Heights are the tops of tags. `firmness` says how readily it folds: 0 checked, 1 suggested, 2 doubtful,
    3 never (the current quote).
    """

    rows: list[int]
    wish: float
    firmness: int
    top: float = field(default=0.0)


def arrange(places: Sequence[Place], *, first: float, last: float, drift: float) -> list[Place]:
    """Give every tag a place between `first` and `last`, the heights of the highest and the lowest one.

    A pass downwards moves a tag to clear the one above; where one would stand further than `drift` from its
    quote, checked neighbours before it fold; a pass upwards moves back what would fall off. If there are
    more tags than room, others fold too, doubtful ones last.
    """
    room = max(1, int((last - first) // PITCH) + 1)
    placed = _fold_to_fit(list(places), room)
    _downwards(placed, first)
    _fold_drifted(placed, first, drift)
    _upwards(placed, last)
    return placed


def _downwards(placed: list[Place], first: float, start: int = 0) -> None:
    edge = placed[start - 1].top + PITCH if start else first
    for place in placed[start:]:
        place.top = max(place.wish, edge)
        edge = place.top + PITCH


def _upwards(placed: list[Place], last: float) -> None:
    edge = last
    for place in reversed(placed):
        if place.top <= edge:
            break
        place.top = edge
        edge -= PITCH


def _fold_drifted(placed: list[Place], first: float, drift: float) -> None:
    index = 0
    while index < len(placed):
        if placed[index].top - placed[index].wish > drift:
            pair = _pair_before(placed, index)
            if pair >= 0:
                _merge(placed, pair)
                _downwards(placed, first, max(0, pair))
                index = pair
                continue
        index += 1


def _pair_before(placed: list[Place], index: int) -> int:
    """Return the nearest two checked neighbours in the crowd that pushes a tag down, -1 if there are none."""
    while index > 0 and placed[index].top - placed[index - 1].top <= PITCH:
        if placed[index].firmness == placed[index - 1].firmness == 0:
            return index - 1
        index -= 1
    return -1


def _fold_to_fit(placed: list[Place], room: int) -> list[Place]:
    """Fold neighbours until the rest has room, the least firm first."""
    for firmness in (0, 1, 2):
        index = len(placed) - 2
        while len(placed) > room and index >= 0:
            if max(placed[index].firmness, placed[index + 1].firmness) <= firmness:
                _merge(placed, index)
            index -= 1
    return placed


def _merge(placed: list[Place], index: int) -> None:
    one, other = placed[index], placed[index + 1]
    firmness = max(one.firmness, other.firmness)
    placed[index : index + 2] = [Place(one.rows + other.rows, one.wish, firmness, one.top)]
