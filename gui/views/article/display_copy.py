"""The copy of a text that Qt draws: as long as the original in code points and in UTF-16, so no offset ever moves."""

import re

# What Qt would read as something else: a break, an object, a mark of byte order, half a pair. Each gives
# way to one character of the same UTF-16 length, so that no offset ever moves.
_UNREADABLE = (*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFC, 0xFFFE, 0xFFFF)
_BREAKS = (*range(0x00, 0x20), 0x7F, 0x85, 0x2028, 0x2029)
_STAND_INS = dict.fromkeys(_UNREADABLE, "\ufffd") | dict.fromkeys(_BREAKS, " ") | {0x09: "\u2003", 0xFEFF: "\u2060"}
_ODD = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffc\ufffe\uffff]")


def display_copy(text: str) -> str:
    """Return what Qt is given to draw: the same length, nothing in it that Qt would change or drop.

    Only Qt sees this. Copying, searching and spans all read the original.
    """
    copy = text.translate(_STAND_INS) if _ODD.search(text) else text
    assert len(copy) == len(text), "a shifted offset would put every quote in the wrong place"
    return copy
