"""Joins the pieces of one quotation around its attribution ("I agree," he said. "We go.")."""

from collections.abc import Sequence

import msgspec

from core.model.analysis import Analysis
from core.model.reading import Passage

_FINAL = frozenset({".", "!", "?"})
_LONGEST_GAP = 40
"""Tokens between two pieces."""


def join(analysis: Analysis, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, each quotation interrupted by its own attribution made one."""
    joined: list[Passage] = []
    for passage in passages:
        before = joined[-1] if joined else None
        if before and _belong_together(analysis, before, passage):
            joined[-1] = _merged(before, passage)
        else:
            joined.append(passage)
    return joined


def _belong_together(analysis: Analysis, one: Passage, other: Passage) -> bool:
    if not (one.quoted and other.quoted) or analysis.paragraphs[one.last] != analysis.paragraphs[other.first]:
        return False
    if one.how in ("turn", "within") or one.kind != "direct" or other.kind != "direct" or one.cue is None:
        return False
    between = range(one.last + 1, other.first)
    if not one.last < one.cue.token < other.first or len(between) > _LONGEST_GAP:
        return False
    if other.cue is not None and other.cue.token != one.cue.token:
        return False
    finals = [token for token in between if analysis.words[token] in _FINAL]
    if not finals:
        return other.cue is not None or one.how == "after"
    return all(token > one.cue.token for token in finals[:1]) and not _words_after(analysis, finals[0], other.first)


def _words_after(analysis: Analysis, token: int, end: int) -> bool:
    return any(analysis.words[other][:1].isalnum() for other in range(token + 1, end))


def _merged(one: Passage, other: Passage) -> Passage:
    return msgspec.structs.replace(
        one,
        fragments=one.fragments + other.fragments,
        quoted=one.quoted + other.quoted,
        last=other.last,
    )
