"""The article cut into the blocks that are laid out one by one: paragraphs, and pieces of very long ones."""

import re
from typing import NamedTuple

# One by one: of a set behind a pair the expression can't tell how a break begins, and looks at every character.
_BREAK = re.compile("|".join(["\r\n", *"\n\r\x0b\x0c\x85\u2028\u2029"]))
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|[。！？][」』”]*\s*")
_SPACE = re.compile(r"\s+")
LONG = 14_000
PIECE = 7_000


class Block(NamedTuple):
    """A stretch of the text with no break in it; `gap` says whether paragraph space goes before it."""

    start: int
    end: int
    gap: bool


def blocks_of(text: str) -> list[Block]:
    """Cut a text at its line breaks, blank lines left out.

    Where blank lines part the paragraphs, a single break is a line of its own without space before it.
    Paragraphs of some 2,000 words and more (`LONG` characters) are cut at ends of sentences.
    """
    lines = list(_lines(text))
    spaced = any(blank for _, _, blank in lines)
    blocks: list[Block] = []
    for start, end, blank in lines:
        gap = bool(blocks) and (blank or not spaced)
        for begin, stop in _pieces(text, start, end):
            blocks.append(Block(begin, stop, gap and begin == start))
    return blocks or [Block(0, len(text), False)]


def _lines(text: str) -> list[tuple[int, int, bool]]:
    """Return (start, end, whether a blank line stands before it) of each line with something in it."""
    found: list[tuple[int, int, bool]] = []
    start, blank = 0, False
    for end, after in [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]:
        if text[start:end].strip():
            found.append((start, end, blank and bool(found)))
            blank = False
        else:
            blank = True
        start = after
    return found


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a long paragraph into pieces of about `PIECE` characters; a short one stays whole."""
    pieces = []
    while end - start > LONG:
        cut = _cut(text, start + PIECE, start + LONG)
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _cut(text: str, first: int, last: int) -> int:
    for pattern in (_SENTENCE_END, _SPACE):
        match = pattern.search(text, first, last)
        if match:
            return match.end()
    return last
