"""Offsets in UTF-16, as Qt, browsers and UIMA count them: a character beyond U+FFFF, such as an emoji, counts twice."""

import re
from bisect import bisect_left

_TWICE = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Both counts for one text. An offset in the middle of a character is its start, or what is `behind` it."""

    def __init__(self, text: str) -> None:
        self._twice = [] if text.isascii() else [found.start() for found in _TWICE.finditer(text)]
        self._twice16 = [place + rank for rank, place in enumerate(self._twice)]

    @property
    def differs(self) -> bool:
        """Whether the offsets are others than those in code points."""
        return bool(self._twice)

    def to16(self, position: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return position + bisect_left(self._twice, position)

    def from16(self, offset: int) -> int:
        """Return the code point offset of a UTF-16 offset."""
        return offset - bisect_left(self._twice16, offset)

    def behind(self, offset: int) -> int:
        """Return the code point offset of a UTF-16 offset, in the middle of a character that of the next one."""
        return offset - bisect_left(self._twice16, offset - 1)
