"""From set lines back to paragraphs: which line goes on with the one before, and what its hyphen meant."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from core.formats.text_layer.lines import Line

_OTHER_SIZE = 1.15
GAP = 1.35
"""Of a usual leading: what is more begins something new."""
_INDENT = 0.7
"""Of the size of letters."""
_SHORT = 0.75
"""Of a usual line."""
_ENDS = re.compile(r"[.!?…:。！？؟][\"'“”’»«)\]]*\s*$")
_ITEM = re.compile(r"\s*(?:[•‣◦▪·*–—-]|\d{1,3}[.)])\s")
_HYPHEN = re.compile(r"(\w[\w’']*(?:-\w+)*)([-‐\u00ad])\s*$")
_NEXT = re.compile(r"\w[\w’']*")
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")
_SPACES = re.compile("  +")
"""In a PDF a blank is a place, and two pieces that meet often bring one each."""
_WORD = re.compile(r"\w+")
_NO_BLANKS = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""Signs of Chinese and Japanese, between which there is no blank."""


class Set(NamedTuple):
    """A paragraph: its words and the size of its letters, 0 if that is not known."""

    words: str
    size: float


class Usual(NamedTuple):
    """What lines of running text are like in a file; `leading` is from one line to the next, `length` in signs."""

    size: float
    leading: float
    length: float


def usual_size(lines: Sequence[Line]) -> float:
    """Return the size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def usual_of(lines: Sequence[Line]) -> Usual:
    """Return what most lines are like."""
    size = usual_size(lines)
    running = [line for line in lines if round(line.size, 1) == size] or [*lines]
    lengths = sorted(len(line.text) for line in running)
    steps = [
        step
        for one, other in pairwise(lines)
        if one.page == other.page and round(other.size, 1) == size and 0 < (step := one.y - other.y) < 3 * size
    ]
    return Usual(size, median(steps) if steps else 1.2 * size, median(lengths[len(lengths) // 2 :] or [0]))


def paragraphs_of(lines: Sequence[Line]) -> Iterator[Set]:
    """Yield the paragraphs of the lines, each as one line.

    A new one begins after a gap, with other letters, with an indent, or after a short line that ends a sentence;
    over the edge of a column or page only with the last. Anything else goes on with the line before.
    """
    usual = usual_of(lines)
    words = _Words(lines)
    paragraph: list[Line] = []
    top = 0.0
    for line in lines:
        turned = not paragraph or line.page != paragraph[-1].page
        # What is drawn above all that came before it is no next column but a header.
        if paragraph and (_begins(paragraph[-1], line, usual) or (not turned and line.y > top + usual.leading)):
            yield Set(words.joined(paragraph), paragraph[0].size)
            paragraph = []
        paragraph.append(line)
        top = line.y if turned else max(top, line.y)
    if paragraph:
        yield Set(words.joined(paragraph), paragraph[0].size)


def _begins(before: Line, line: Line, usual: Usual) -> bool:
    if before.size and line.size:
        small, large = sorted((before.size, line.size))
        if large > _OTHER_SIZE * small:
            return True
        step = before.y - line.y
        if before.page == line.page and step > 0:
            leading = usual.leading * max(1.0, line.size / (usual.size or line.size))
            indent = line.x - before.x
            if step > GAP * leading or _ITEM.match(line.text):
                return True
            if indent > _INDENT * line.size and not _ITEM.match(before.text):
                return True
    return len(before.text) < _SHORT * usual.length and _ENDS.search(before.text) is not None


class _Words:
    """Joins lines; what a hyphen at the end of one means is told by the words of the whole text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        inside = [_HYPHEN.sub("", line.text) for line in lines]
        self._known = {word.lower() for text in inside for word in _WORD.findall(text)}
        self._hyphenated = {word.lower() for text in inside for word in _HYPHENATED.findall(text)}

    def joined(self, lines: Sequence[Line]) -> str:
        """Return the lines as one, with single blanks where they met."""
        parts: list[str] = []
        for line in lines:
            text = _SPACES.sub(" ", line.text.strip())
            if parts:
                parts[-1], between = self._met(parts[-1], text)
                parts.append(between)
            parts.append(text)
        return "".join(parts)

    def _met(self, before: str, text: str) -> tuple[str, str]:
        """Return the end of a line as it is in running text, and what stands between it and the next."""
        hyphen, following = _HYPHEN.search(before), _NEXT.match(text)
        if hyphen and following:
            return before[: hyphen.end(1)] + self._hyphen(hyphen, following[0]), ""
        if before and text and _NO_BLANKS.match(before[-1]) and _NO_BLANKS.match(text[0]):
            return before, ""
        return before, " "

    def _hyphen(self, hyphen: re.Match[str], following: str) -> str:
        """Return the hyphen, or nothing if it only parts a word at the end of its line."""
        first, sign, second = hyphen[1], hyphen[2], following
        if sign == "\u00ad":
            return ""
        if f"{first}-{second}".lower() in self._hyphenated:
            return sign
        if f"{first}{second}".lower() in self._known:
            return ""
        # A part of a compound, a name or a number: "state-of-the-", "Anglo-" and "American", "2019-" and "20".
        compound = "-" in first or not second[0].islower() or not first[-1].isalpha()
        return sign if compound else ""
