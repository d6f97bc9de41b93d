"""Simple tokens and sentences, which INCEpTION needs under every annotation."""

import re
from collections.abc import Iterable, Iterator

from core.model.spans import Span

# Combining marks and joiners stay with the letter or sign before them.
_TOKEN = re.compile(r"\w(?:[\w'’\u0300-\u036f\u200d\ufe0f-]*\w)?[\u0300-\u036f]*|\S[\u0300-\u036f\u200d\ufe0f]*")
_ENDS = frozenset(".!?…。！？")
_CLOSING = frozenset("\"'”’»›)]」』")


def tokens(text: str, edges: Iterable[int]) -> list[Span]:
    """Return words and signs; none reaches over an edge, so that every span begins and ends with a token."""
    found: list[Span] = []
    at = 0
    for edge in sorted({*edges, len(text)}):
        found += [Span(*match.span()) for match in _TOKEN.finditer(text, at, edge)]
        at = edge
    return found


def sentences(text: str, words: list[Span]) -> Iterator[Span]:
    """Yield sentences from the first of their tokens to the last; they end with their line at the latest."""
    first: int | None = None
    ended = False
    for number, word in enumerate(words):
        first = word.start if first is None else first
        sign = text[word.start : word.end]
        ended = sign in _ENDS or (ended and sign in _CLOSING)
        gap = text[word.end : words[number + 1].start] if number + 1 < len(words) else "\n"
        if (ended and gap) or len(gap.splitlines()) > 1 or gap.endswith(("\n", "\r", "\u2028", "\u2029")):
            yield Span(first, word.end)
            first, ended = None, False
