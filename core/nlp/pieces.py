"""Cuts long texts into pieces that a parser can take, at paragraph ends where there are any."""

from core.model.spans import Span

LONGEST = 30_000
"""Characters; keeps the memory of a parse small, far under spaCy's own limit."""


def pieces(text: str, paragraphs: list[Span], *, longest: int = LONGEST) -> list[Span]:
    """Return spans which together are the whole text; a text that is short enough is one piece."""
    if len(text) <= longest:
        return [Span(0, len(text))] if text else []
    cuts = [0]
    for paragraph in paragraphs:
        _cut_before(text, cuts, paragraph, longest)
    while len(text) - cuts[-1] > longest:
        cuts.append(_inner_cut(text, cuts[-1], cuts[-1] + longest))
    return [Span(start, end) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True) if start < end]


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
