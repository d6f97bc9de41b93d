"""Python counts code points, Qt counts UTF-16 units: the one place that turns one into the other."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# What Qt would read as something else: a break, an object, a mark of byte order, half a pair. Each gives
# way to one character of the same UTF-16 length, so that no offset ever moves.
_UNREADABLE = (*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFC, 0xFFFE, 0xFFFF)
_BREAKS = (*range(0x00, 0x20), 0x7F, 0x85, 0x2028, 0x2029)
_STAND_INS = dict.fromkeys(_UNREADABLE, "\ufffd") | dict.fromkeys(_BREAKS, " ") | {0x09: "\u2003", 0xFEFF: "\u2060"}
_ODD = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff]")


def display_copy(text: str) -> str:
    """Return what Qt is given to draw: the same length, nothing in it that Qt would change or drop.

    Only Qt sees this. Copying, searching and spans all read the original.
    """
    copy = text.translate(_STAND_INS) if _ODD.search(text) else text
    assert len(copy) == len(text), "a shifted offset would put every quote in the wrong place"
    return copy


class Offsets:
    """Both counts for one string; a position inside a surrogate pair reads as the pair's start."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self._astral = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._astral16 = [position + rank for rank, position in enumerate(self._astral)]
        self.length16 = self.length + len(self._astral)

    def to16(self, position: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return position + bisect_left(self._astral, position)

    def from16(self, position: int) -> int:
        """Return the code point offset of a UTF-16 offset."""
        return position - bisect_left(self._astral16, position)
