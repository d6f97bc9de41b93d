"""Headers and footers: what stands on page after page at the same place, its page number apart."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from core.formats.text_layer.lines import Line
from core.formats.text_layer.setting import GAP, Usual, usual_of

FEWEST_PAGES = 3
"""Of a file with more than two."""

_NUMBER = re.compile(r"\d{1,9}")
_LETTER = re.compile(r"[^\W\d_]")
_SMALLER, _LARGER = 0.95, 1.05
"""Of the usual size of letters."""
_EDGE = 3
"""Lines at the top and at the bottom of a page among which they are looked for."""
_NEAR = 3.0
"""Points by which the place may differ."""


def without_running(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Return the lines without those that surely are headers and footers, and one of each of these, by first page.

    Surely means: on at least three pages, or on both of two, outermost at the upper or lower edge, at the same height,
    apart from what follows by a gap or by smaller letters, and with the same words and numbers, but for a number that
    grows from page to page as page numbers do. Of two pages the places must be known, and large letters are a heading.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    pages = pages_of(lines)
    edges = [edge for page in pages for edge in (page[:_EDGE], page[::-1][:_EDGE])]
    for place in sorted({place for edge in edges for place in edge}):
        groups[template(lines[place])].append(place)
    usual, fewest = usual_of(lines), FEWEST_PAGES
    if len(pages) == 2:
        fewest = 2
        groups = {words: group for words, group in groups.items() if all(_is_plain(lines[n], usual) for n in group)}
    same = {place for group in groups.values() for place in _same(lines, group, fewest)}
    gone = {place for page in pages for way in (page, page[::-1]) for place in _outer(lines, way, same, usual)}
    times = Counter(template for _, template in {(lines[place].page, template(lines[place])) for place in gone})
    gone = {place for place in gone if times[template(lines[place])] >= fewest}
    said = dict.fromkeys(template(lines[place]) for place in sorted(gone))
    return [line for place, line in enumerate(lines) if place not in gone], list(said)


def template(line: Line) -> str:
    """Return the words of a line with a sign in the place of each number."""
    return _NUMBER.sub("#", line.text.strip())


def pages_of(lines: Sequence[Line]) -> list[list[int]]:
    """Return the places of each page's lines from top to bottom; those whose height is not known keep their order."""
    pages: dict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        pages[line.page].append(place)
    return [sorted(page, key=lambda place: -lines[place].y) for page in pages.values()]


def _outer(lines: Sequence[Line], way: Sequence[int], same: set[int], usual: Usual) -> Sequence[int]:
    """Return the lines from the edge inwards that are the same as on other pages, as far as they stand apart."""
    run = next((n for n, place in enumerate(way[:_EDGE]) if place not in same), min(_EDGE, len(way)))
    while run and run < len(way) and not is_apart(lines[way[run - 1]], lines[way[run]], usual):
        run -= 1
    return way[:run]


def is_apart(line: Line, following: Line, usual: Usual) -> bool:
    """Whether a line at the edge is apart from the next one inwards: by a gap, or by smaller letters."""
    if not line.size:
        # Without places "Part 1", "Part 2" can't be told from headers with page numbers.
        return not (_NUMBER.search(line.text) and _LETTER.search(line.text))
    return abs(line.y - following.y) > GAP * usual.leading or line.size < _SMALLER * usual.size


def _is_plain(line: Line, usual: Usual) -> bool:
    return 0 < line.size <= _LARGER * usual.size


def _same(lines: Sequence[Line], group: list[int], fewest: int) -> set[int]:
    """Return those of lines with the same words that stand at one height and whose numbers are the same or grow."""
    found: set[int] = set()
    heights: dict[tuple[int, tuple[int, ...], tuple[bool, ...]], set[int]] = defaultdict(set)
    for place in group:
        line = lines[place]
        numbers = [int(number) for number in _NUMBER.findall(line.text)]
        for height in (int(line.y // (2 * _NEAR)), int((line.y + _NEAR) // (2 * _NEAR)) + 1_000_000):
            for growing in _ways(len(numbers)):
                offsets = tuple(number - line.page * grows for number, grows in zip(numbers, growing, strict=True))
                heights[height, offsets, growing].add(place)
    for places in heights.values():
        if len({lines[place].page for place in places}) >= fewest:
            found |= places
    return found


def _ways(numbers: int) -> list[tuple[bool, ...]]:
    """Return which of the numbers might be that of the page: none, or any one."""
    none = (False,) * numbers
    return [none, *((False,) * n + (True,) + (False,) * (numbers - n - 1) for n in range(min(numbers, 4)))]
