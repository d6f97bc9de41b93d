"""Where the paragraphs of a text are, for formats that write them as such."""

import re
from collections.abc import Iterator

from core.model.spans import Span

_BLANK_LINES = re.compile(r"(?>\r\n|\r|\n)[^\S\r\n]*(?:(?>\r\n|\r|\n)[^\S\r\n]*)+")
_LINE_ENDS = re.compile(r"[\r\n]+")


def paragraphs(text: str) -> Iterator[Span]:
    """Yield paragraphs that together are the whole text: up to the blank lines or, where there are none, each line."""
    breaks = _BLANK_LINES if _BLANK_LINES.search(text.strip()) else _LINE_ENDS
    start = 0
    for found in breaks.finditer(text):
        yield Span(start, found.end())
        start = found.end()
    if start < len(text):
        yield Span(start, len(text))
