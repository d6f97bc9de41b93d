"""Cuts a text into tokens so that every span begins and ends where a token does."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

_PIECE = re.compile(r" |[^\S ]+|[^\W_]+|[\W_]")


class Token(NamedTuple):
    """A word, a sign or white space; `ws` says that one space follows which is no token of its own."""

    start: int
    end: int
    ws: bool


class Tokens:
    """The tokens of a text and the way from an offset to a token."""

    def __init__(self, text: str, spans: Iterable[tuple[int, int]]) -> None:
        spans = list(spans)
        self._edges = sorted({edge for span in spans for edge in span})
        starts, ends = {start for start, _ in spans}, {end for _, end in spans}
        self.all: list[Token] = []
        for found in _PIECE.finditer(text):
            start, end = found.span()
            plain = found[0] == " " and self.all and self.all[-1].end == start and not self.all[-1].ws
            if plain and start not in starts and end not in ends:
                self.all[-1] = self.all[-1]._replace(ws=True)
            else:
                self.all += self._cut(start, end)
        self._starts = [token.start for token in self.all]
        self._ends = [token.end for token in self.all]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the numbers of the first and the last token of a span."""
        return bisect_left(self._starts, start), bisect_left(self._ends, end)

    def _cut(self, start: int, end: int) -> list[Token]:
        inner = self._edges[bisect_left(self._edges, start + 1) : bisect_left(self._edges, end)]
        ends = [*inner, end]
        return [Token(one, other, ws=False) for one, other in zip([start, *inner], ends, strict=True)]
