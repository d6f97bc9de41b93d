"""Joins the pieces of one quotation around its attribution ("I agree," he said. "We go.")."""

from collections.abc import Sequence

import msgspec

from core.model.analysis import Analysis
from core.model.reading import Passage

_FINAL = frozenset({".", "!", "?"})
_LONGEST_GAP = 40
"""Tokens between two pieces."""
_MOST_BETWEEN = 3
_LEADS_ON = frozenset({",", ":", ";", "-", "–", "—", "and", "but", "or"})


def join(analysis: Analysis, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, each quotation interrupted by its own attribution made one."""
    joined: list[Passage] = []
    for passage in passages:
        place = _first_piece(analysis, joined, passage)
        if place is None:
            joined.append(passage)
        else:
            joined[place] = _merged(joined[place], passage)
    return joined


def _first_piece(analysis: Analysis, joined: Sequence[Passage], other: Passage) -> int | None:
    """Return the place of the quote that goes on; words reported inside its attribution may stand between."""
    for place in range(len(joined) - 1, max(-1, len(joined) - 1 - _MOST_BETWEEN), -1):
        if _belong_together(analysis, joined[place], other):
            return place
        if joined[place].kind == "direct":
            return None
    return None


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
        leads_on = bool(between) and analysis.words[between[-1]] in _LEADS_ON
        return leads_on and (other.cue is not None or one.how == "after")
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
