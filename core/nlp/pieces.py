"""Cuts long texts into pieces that a parser can take, at paragraph ends where there are any."""

import re
from collections.abc import Iterator

from core.model.spans import Span

LONGEST = 30_000
"""Characters; keeps the memory of a parse small, far under spaCy's own limit."""

_KNOT = re.compile(r"\S{1000,}")
_STITCH = 400
"""Characters; tokenizers take quadratic time for a long run of signs without white space, so it is cut so often."""


def pieces(text: str, paragraphs: list[Span], *, longest: int = LONGEST) -> list[Span]:
    """Return spans which together are the whole text; a text that is short enough is one piece."""
    if not text:
        return []
    cuts = [0]
    if len(text) > longest:
        for paragraph in paragraphs:
            _cut_before(text, cuts, paragraph, longest)
        while len(text) - cuts[-1] > longest:
            cuts.append(_inner_cut(text, cuts[-1], cuts[-1] + longest))
    cuts = sorted({*cuts, *_in_knots(text)})
    return [Span(start, end) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True) if start < end]


def _in_knots(text: str) -> Iterator[int]:
    """Places inside long runs that are signs more than letters."""
    for run in _KNOT.finditer(text):
        if 2 * sum(character.isalnum() for character in run[0]) < len(run[0]):
            yield from range(run.start() + _STITCH, run.end(), _STITCH)


def _cut_before(text: str, cuts: list[int], paragraph: Span, longest: int) -> None:
    if paragraph.end - cuts[-1] <= longest:
        return
    if paragraph.start > cuts[-1]:
        cuts.append(paragraph.start)
    while paragraph.end - cuts[-1] > longest:
        cuts.append(_inner_cut(text, cuts[-1], cuts[-1] + longest))


def _inner_cut(text: str, start: int, end: int) -> int:
    """Return the last place up to `end` where a sentence ends, else a word, else `end` itself."""
    middle = start + (end - start) // 2
    for mark in (". ", "\n", " "):
        place = text.rfind(mark, middle, end)
        if place > start:
            return place + len(mark)
    return end
