"""Which mentions stand for election as the source of a passage."""

from bisect import bisect_left

from core.model.reading import Mention, Passage
from core.rank.situation import Situation

MOST = 24
_BACK, _AHEAD = 3, 1
"""Paragraphs before and after the passage from which candidates come."""


def candidates(situation: Situation) -> list[Mention]:
    """Return the mentions near the passage; the cue's subject and the last winner stand wherever they are named."""
    atlas, passage = situation.atlas, situation.passage
    paragraphs = atlas.analysis.paragraphs
    chosen: dict[int, Mention] = {}
    for mention in (situation.subject, situation.previous.mention if situation.previous else None):
        if mention is not None:
            chosen.setdefault(mention.head, mention)
    near = [
        mention
        for mention in _around(situation)
        if -_BACK <= paragraphs[mention.head] - situation.paragraph <= _AHEAD and not _within(mention, passage)
    ]
    near.sort(key=lambda mention: (token_distance(mention, passage), mention.head))
    for mention in near[:MOST]:
        chosen.setdefault(mention.head, mention)
    return list(chosen.values())


def _around(situation: Situation) -> tuple[Mention, ...]:
    """The mentions that can be among the nearest ones; a long text has many more."""
    atlas, passage = situation.atlas, situation.passage
    first = bisect_left(atlas.heads, passage.first)
    last = bisect_left(atlas.heads, passage.last)
    return atlas.reading.mentions[max(0, first - MOST) : last + MOST]


def _within(mention: Mention, passage: Passage) -> bool:
    start = mention.span.start
    return any(fragment.start <= start < fragment.end for fragment in passage.fragments)


def token_distance(mention: Mention, passage: Passage) -> int:
    """Return how many tokens lie between a mention and the nearer end of a passage."""
    if mention.head < passage.first:
        return passage.first - mention.head
    return max(0, mention.head - passage.last)
