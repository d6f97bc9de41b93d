"""What an article is called on lists: its title, or else how its text begins."""

import re
from typing import Any
from unicodedata import category

OPENING = 80
"""Characters of a text's beginning that may stand for a title."""
_LINES = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def title_of(row: Any) -> str:
    """Return what the article of a row with id, title and opening is called."""
    return row.title or row.opening or row.id  # type: ignore[no-any-return]


def opening_of(text: str, longest: int = OPENING) -> str:
    """Return the first line of a text that has words, or just the first one; cut after a word if it is long."""
    first = ""
    for line in _LINES.finditer(text):
        words = " ".join(line[0].split(maxsplit=longest)[:longest])  # more words are too many characters anyway
        first = first or words
        if any(each.isalnum() for each in words):
            return shortened(words, longest)
    return shortened(first, longest)


def shortened(words: str, longest: int) -> str:
    """Return words cut after one of them if they are long, with a sign that they go on."""
    if len(words) <= longest:
        return words
    # Scripts without spaces are cut between letters, and so is an address that would leave next to nothing.
    space = words.rfind(" ", longest // 2, longest + 1)
    end = space if space >= 0 else letter_edge(words, longest, reach=longest)
    return words[:end] + ("…" if end < len(words) else "")


def letter_edge(text: str, place: int, *, reach: int) -> int:
    """Return the first place from there on at which a text can be cut without taking a letter's marks away.

    `reach`: how far it may be; who heaps more marks than that on a letter sees it cut.
    """
    latest = min(len(text), place + reach)
    while place < latest and (category(text[place])[0] == "M" or "\u200d" in text[place - 1 : place + 1]):
        place += 1
    return place
