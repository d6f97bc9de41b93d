"""In which unit Label Studio counted: in code points today, in UTF-16 up to 2021; the words of a region tell."""

import re
from collections.abc import Callable, Sequence

from core.errors import BadInput
from core.formats.line.flaws import short
from core.model.utf16 import Utf16

Claim = tuple[int, int, str]
"""Start, end and the words that a region says it has."""

_LOOSE = re.compile(r"\\n|\s+")


def counted(text: str, claims: Sequence[Claim], where: str) -> Callable[[int], int]:
    """Return what makes a code point of an offset in this text; raises `BadInput` if no unit fits the words."""
    wrong = _misfit(text, claims, _as_it_is)
    if wrong is None:
        return _as_it_is
    unit = Utf16(text).behind
    if _misfit(text, claims, unit) is None:
        return unit
    start, end, words = wrong
    there = text[max(start, 0) : max(end, 0)]
    raise BadInput(f"{where}: {start}-{end} is “{short(words)}”, but the text there is “{short(there)}”")


def _misfit(text: str, claims: Sequence[Claim], unit: Callable[[int], int]) -> Claim | None:
    """Return the first claim whose words do not stand where it says, or None."""
    return next((claim for claim in claims if not _fits(text, claim, unit)), None)


def _fits(text: str, claim: Claim, unit: Callable[[int], int]) -> bool:
    start, end, words = claim
    # The browser shows some white space otherwise than it stands in the text.
    return _LOOSE.sub("", text[unit(start) : unit(end)]) == _LOOSE.sub("", words)


def _as_it_is(offset: int) -> int:
    return offset
