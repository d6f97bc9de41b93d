"""Marked words inside somebody else's sentence: "describes the guards as “tired” and “afraid”" is one mixed quote."""

from collections.abc import Sequence

import msgspec

from core.model.analysis import Analysis
from core.model.reading import Passage
from core.model.spans import Span
from core.model.terms import Kind

_FAR = 10
"""Tokens between two marked parts of one clause, and between the cue and its clause."""
_ENDS = frozenset({".", "!", "?", ";", ":"})


def mix(analysis: Analysis, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, marked parts under one cue made one mixed quote that begins behind the cue."""
    mixed: list[Passage] = []
    for passage in passages:
        before = mixed[-1] if mixed else None
        if before and _share_a_clause(analysis, before, passage):
            mixed[-1] = msgspec.structs.replace(
                before,
                fragments=(*before.fragments[:-1], Span(before.fragments[-1].start, passage.end)),
                quoted=before.quoted + passage.quoted,
                last=passage.last,
            )
        else:
            mixed.append(_from_object(analysis, passage))
    return mixed


def _share_a_clause(analysis: Analysis, one: Passage, other: Passage) -> bool:
    if one.kind != Kind.MIXED or other.kind != Kind.MIXED or one.cue is None or other.cue is None:
        return False
    if one.cue.token != other.cue.token or one.cue.token > one.first:
        return False
    return _is_near(analysis, one.last, other.first)


def _is_near(analysis: Analysis, left: int, right: int) -> bool:
    return 0 < right - left <= _FAR and not any(analysis.words[t] in _ENDS for t in range(left + 1, right))


def _from_object(analysis: Analysis, passage: Passage) -> Passage:
    """Let it begin with the object of the verb: "called ‹the plan “a disaster”›"."""
    cue = passage.cue
    if passage.kind != Kind.MIXED or passage.how != "loose" or cue is None or cue.sort != "verb":
        return passage
    if not 0 <= cue.token < passage.first or not _is_near(analysis, cue.token, passage.first):
        return passage
    inner = range(cue.token + 1, passage.first)
    objects = [c for c in analysis.children[cue.token] if c in inner and analysis.deps[c] in ("dobj", "ccomp", "oprd")]
    tree = [c for c in analysis.children[cue.token] if c > cue.token and analysis.lefts[c] in inner]
    starts = [analysis.lefts[c] for c in (*objects, *tree) if analysis.lefts[c] > cue.token]
    if not starts:
        return passage
    first = min(starts)
    fragments = (Span(analysis.starts[first], passage.end),)
    return msgspec.structs.replace(passage, fragments=fragments, first=first)
