"""Offsets as browsers count them: in UTF-16, where a character beyond U+FFFF, such as an emoji, counts twice."""

from bisect import bisect_left, bisect_right


class Utf16:
    """The offsets of one text in UTF-16."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.differs = not text.isascii() and max(text) > "\uffff"
        """Whether they are others than those in code points."""
        self._twice = [place for place, sign in enumerate(text) if sign > "\uffff"] if self.differs else []
        self._ends = [place + number for number, place in enumerate(self._twice, 2)]

    def of(self, point: int) -> int:
        """Return the offset of a code point."""
        return point + bisect_left(self._twice, point)

    def point(self, offset: int) -> int:
        """Return the code point at an offset; in the middle of a character, the one behind it."""
        return offset - bisect_right(self._ends, offset)
