"""Ticks at the text and the lines that lead from them to the tags, each in a lane of its own."""

from collections.abc import Sequence
from typing import NamedTuple

TICK_WIDTH = 2
TALL = 11.0
SHORT = 4.0
STEP = 5.0
LANE = 3.0
NEAREST = 3.0  # of a lane to tick and tag


class Tick(NamedTuple):
    """A quote's mark beside its first line: the middle of it and how tall it is."""

    row: int
    middle: float
    height: float


def ticks(lines: Sequence[tuple[int, float]]) -> list[Tick]:
    """Return a tick for each (row, middle of its line); those of one line stand `STEP` apart."""
    found: list[Tick] = []
    index = 0
    while index < len(lines):
        stop = index
        while stop < len(lines) and lines[stop][1] == lines[index][1]:
            stop += 1
        count = stop - index
        step = min(STEP, 20 / count)
        height = TALL if count == 1 else min(SHORT, step - 1)
        for rank in range(count):
            row, middle = lines[index + rank]
            found.append(Tick(row, middle + (rank - (count - 1) / 2) * step, height))
        index = stop
    return found


def lanes(ways: Sequence[tuple[float, float]], *, left: float, right: float) -> list[float]:
    """Return for each leader, given as (from, to), at what x it turns.

    Leaders that go down past the start of the next one turn further right than it, those that go up further
    left, so that none crosses or joins another.
    """
    found = [(left + right) / 2] * len(ways)
    for run in _runs(ways):
        down = ways[run[0]][1] > ways[run[0]][0]
        width = right - left - 2 * NEAREST
        step = min(LANE, width / max(1, len(run) - 1))
        first = (left + right) / 2 - step * (len(run) - 1) / 2
        for rank, index in enumerate(reversed(run) if down else run):
            found[index] = first + rank * step
    return found


def _runs(ways: Sequence[tuple[float, float]]) -> list[list[int]]:
    """Group neighbours that bend the same way and whose upright parts stand beside each other."""
    runs: list[list[int]] = []
    for index, (start, end) in enumerate(ways):
        if abs(end - start) < 1:
            continue
        if runs and runs[-1][-1] == index - 1 and _beside(ways[index - 1], (start, end)):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _beside(one: tuple[float, float], other: tuple[float, float]) -> bool:
    same_way = (one[1] > one[0]) == (other[1] > other[0])
    return same_way and min(max(one), max(other)) + STEP > max(min(one), min(other))
