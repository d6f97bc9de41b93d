"""Which blocks of a page an extracted text has taken, and where in the text each of them is."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_WORD = re.compile(r"\w+")
_LONG = 20
"""Signs of what is looked for inside of other blocks; shorter words are found anywhere."""
_MOST_SIGNS = 200_000_000
"""Signs that are looked through in all."""
_ENOUGH = 0.5
"""Of the pairs of words of a block: an extraction may drop a note's number or a button from the midst of it."""


class Matching:
    """Tells which blocks of a page are in a text.

    `anchors` are those that surely are: the number of a block of the page, and that of the text's block. Both grow.
    """

    def __init__(self, page: Sequence[str], made: Sequence[str]) -> None:
        self._page, self._made = [[*_words(text)] for text in page], [[*_words(text)] for text in made]
        ours, theirs = ["".join(words) for words in self._page], ["".join(words) for words in self._made]
        self.anchors = _anchors(ours, theirs)
        self.after = [-1] * len(page)
        """For each block of the page the last block of the text that stands at or before it; -1 if there is none."""
        self.taken = self._exact(ours, theirs)
        self._bring_together()

    def _exact(self, ours: list[str], theirs: list[str]) -> list[bool]:
        """Return which blocks are in the text as a whole, alone or within another one; a row of stars always is."""
        known, whole = {"", *theirs}, "\n".join(theirs)
        open_ones = sum(1 for key in ours if key not in known)
        may_search = len(whole) * open_ones <= _MOST_SIGNS
        return [key in known or (may_search and len(key) >= _LONG and key in whole) for key in ours]

    def _bring_together(self) -> None:
        """Go from one anchor to the next: what stands between them on the page is compared with what does in the text.

        The texts may differ by a few words. They are compared between anchors only, since pages repeat themselves.
        """
        ends = [(-1, -1), *self.anchors, (len(self._page), len(self._made))]
        for (first, from_made), (last, to_made) in pairwise(ends):
            holders: dict[tuple[str, str], int] = {}
            for number in range(from_made + 1, to_made):
                for pair in _pairs(self._made[number]):
                    holders.setdefault(pair, number)
            at = from_made
            for place in range(first + 1, last):
                pairs = _pairs(self._page[place])
                found = Counter(holders[pair] for pair in pairs if pair in holders)
                if pairs and found.total() >= _ENOUGH * len(pairs):
                    self.taken[place] = True
                    at = max(at, *found)
                self.after[place] = at
            if last < len(self._page):
                self.after[last] = to_made


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    return list(pairwise(words)) if len(words) > 1 else [(word, "") for word in words]


def _anchors(ours: list[str], theirs: list[str]) -> list[tuple[int, int]]:
    """Return the longest row of blocks that both have, each only once, in the same order."""
    times, made_times = Counter(ours), Counter(theirs)
    there = {key: number for number, key in enumerate(theirs) if key and made_times[key] == 1}
    both = [(number, there[key]) for number, key in enumerate(ours) if times[key] == 1 and key in there]
    tails: list[int] = []
    ranks: list[int] = []
    for _, made in both:
        rank = bisect_left(tails, made)
        tails[rank : rank + 1] = [made]
        ranks.append(rank)
    row: list[tuple[int, int]] = []
    wanted = len(tails) - 1
    for pair, rank in zip(reversed(both), reversed(ranks), strict=True):
        if rank == wanted and (not row or pair[1] < row[-1][1]):
            row.append(pair)
            wanted -= 1
    return row[::-1]
