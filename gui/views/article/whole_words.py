"""Whole words: a drag that begins or ends amid a word means all of it, as nobody hits its edge to the pixel."""

from bisect import bisect_left, bisect_right

from core.model.spans import Span
from gui.views.article.page import Page
from gui.views.article.text_steps import Unit, places


class WholeWords:
    """Finds where words begin and end; keeps what it found of the last paragraph, as a drag asks many times."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._text = ""
        self._block = -1
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._edges: list[int] = []

    def around(self, anchor: int, end: int) -> Span:
        """Return what lies between two places of the text, words that were begun taken whole.

        What lies within one word is returned as it is: part of a word is meant, then.
        """
        first, last = min(anchor, end), max(anchor, end)
        if first == last or (self._after(first + 1) >= last and self._before(last - 1) <= first):
            return Span(first, last)
        return Span(self._before(first), self._after(last))

    def nearest(self, position: int, *, to_end: bool) -> int:
        """Return where the word begins, or ends, that is nearest to a place in the text; of two the earlier one."""
        self._look(position)
        return min(self._ends if to_end else self._starts, key=lambda place: abs(place - position), default=position)

    def _before(self, position: int) -> int:
        """The last edge of a word that is not behind a place; the place itself where there is none."""
        self._look(position)
        place = bisect_right(self._edges, position)
        return self._edges[place - 1] if place else position

    def _after(self, position: int) -> int:
        self._look(position)
        place = bisect_left(self._edges, position)
        return self._edges[place] if place < len(self._edges) else position

    def _look(self, position: int) -> None:
        index = self._page.block_of(position)
        if index == self._block and self._text is self._page.text:
            return
        self._block, self._text = index, self._page.text
        self._starts, self._ends = (places(self._page, index, Unit.WORD, to_end=to_end) for to_end in (False, True))
        self._edges = sorted({*self._starts, *self._ends})
