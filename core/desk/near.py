"""Articles that are nearly the same, such as two prints of one wire story: found by MinHash over runs of words.

Two texts count as near-duplicates if they share an estimated four tenths of their runs of five words (Jaccard index):
the method of Broder, "On the resemblance and containment of documents" (1997), banded by datasketch's MinHashLSH.
"""

import re
from functools import cached_property
from typing import Any

RUN = 5
ALIKE = 0.4
SAME = 0.9
"""From here on an earlier text stands for the new one, so that a thousand prints of a story cost no more than ten."""
PERMUTATIONS = 64

_WORD = re.compile(r"\w+")


class NearDuplicates:
    """Remembers texts by key and finds earlier ones that are nearly the same as a new one.

    One that is the same but for a few words is not remembered: whatever is near it is near the earlier one.
    """

    def __init__(self) -> None:
        self._kept: dict[str, tuple[int, Any]] = {}

    def add(self, key: str, text: str) -> list[str]:
        """Remember a text; returns the keys of earlier texts that it is nearly the same as, in the order they came."""
        made = self._signature(text)
        if made is None:
            return []
        alike = {each: made.jaccard(self._kept[each][1]) for each in self._index.query(made)}
        near = sorted((each for each in alike if alike[each] >= ALIKE), key=lambda each: self._kept[each][0])
        if all(alike[each] < SAME for each in near):
            self._index.insert(key, made)
            self._kept[key] = (len(self._kept), made)
        return near

    @cached_property
    def _index(self) -> Any:
        from datasketch import MinHashLSH

        return MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)

    def _signature(self, text: str) -> Any:
        from datasketch import MinHash

        words = _WORD.findall(text.casefold())
        if not words:
            return None
        runs = {" ".join(words[at : at + RUN]).encode() for at in range(max(1, len(words) - RUN + 1))}
        made = MinHash(num_perm=PERMUTATIONS, seed=1)
        made.update_batch(sorted(runs))
        return made
