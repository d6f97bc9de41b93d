"""Which marked stretches count as speech marks, and which tokens stand inside them."""

from bisect import bisect_left
from collections.abc import Sequence

from core.model.analysis import Analysis
from core.model.reading import Marked

CLOSING = frozenset("\"”’'»«“›‹")
"""Signs that may close marked words."""
EDGES = ('"', "“", "”", "„", "«", "»", "‘", "`", "''")
"""What a token begins with that opens or closes marked words; an apostrophe does not."""
_WORDS_OF_A_SPEECH = 4


def speech_marks(text: str, marked: Sequence[Marked]) -> list[Marked]:
    """Return the outermost marked stretches; single marks count only if long, or if the text has no others."""
    outer = [mark for mark in marked if mark.depth == 0]
    singles_only = all(mark.family == "single" for mark in outer)
    return [
        mark
        for mark in outer
        if any(character.isalnum() for character in text[mark.start : mark.end])
        and (singles_only or mark.family != "single" or _is_long(text, mark))
    ]


def _is_long(text: str, mark: Marked) -> bool:
    words = text[mark.start : mark.end].split()
    return len(words) >= _WORDS_OF_A_SPEECH and text[mark.end - 2] in ".,!?…"


def tokens_inside(analysis: Analysis, marks: Sequence[Marked]) -> list[int]:
    """Return for each token the number of the mark that holds it, marks included, or -1."""
    inside = [-1] * len(analysis)
    for number, mark in enumerate(marks):
        first = bisect_left(analysis.ends, mark.start + 1)
        for token in range(first, len(inside)):
            if analysis.starts[token] >= mark.end:
                break
            inside[token] = number
    return inside


def token_range(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    """Return the first token that ends after `start` and the last one that begins before `end`."""
    return bisect_left(analysis.ends, start + 1), bisect_left(analysis.starts, end) - 1
