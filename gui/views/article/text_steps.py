"""From one place in the text to the next: by character, word or sentence, as the script at hand has them."""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QTextBoundaryFinder

from gui.views.article.display_copy import display_copy
from gui.views.article.page import Page

Kind = QTextBoundaryFinder.BoundaryType
Reason = QTextBoundaryFinder.BoundaryReason


class Unit(Enum):
    """How far one step goes."""

    CHARACTER = Kind.Grapheme
    WORD = Kind.Word
    SENTENCE = Kind.Sentence


def stepped(page: Page, position: int, unit: Unit, *, forward: bool, to_end: bool = False) -> int:
    """Return the next place in the text in code points, the same one where there is none.

    `to_end` asks for ends of words and sentences instead of their beginnings. Never stops inside a letter with its
    marks, nor in the white space between paragraphs.
    """
    index = page.block_of(position)
    while True:
        found_here = places(page, index, unit, to_end=to_end)
        ahead = (place for place in found_here if place > position)
        behind = [place for place in found_here if place < position]
        found = next(ahead, None) if forward else (behind[-1] if behind else None)
        if found is not None:
            return found
        index += 1 if forward else -1
        if not 0 <= index < len(page.blocks):
            return position


def places(page: Page, index: int, unit: Unit, *, to_end: bool) -> list[int]:
    """Return every place of a block where a unit begins or, with `to_end`, ends, in code points of the text."""
    block = page.blocks[index]
    text = page.text[block.start : block.end]
    offsets = page.laid(index).offsets
    return [block.start + offsets.from16(place) for place in _known(display_copy(text), unit, to_end)]


@lru_cache(maxsize=32)
def _known(text: str, unit: Unit, to_end: bool) -> tuple[int, ...]:
    # From word to word one stays in a paragraph or two, and to look through one takes as long as to paint it.
    return tuple(_found(text, unit, to_end=to_end))


def _found(text: str, unit: Unit, *, to_end: bool) -> Iterator[int]:
    """Yield UTF-16 offsets in order."""
    finder = QTextBoundaryFinder(unit.value, text)
    finder.toStart()
    wanted = Reason.EndOfItem if to_end else Reason.StartOfItem
    units = memoryview(text.encode("utf-16-le")).cast("H")
    at = 0
    while at >= 0:
        is_word = bool(finder.boundaryReasons() & wanted) or _at_letter(units, at, to_end=to_end)
        if unit is Unit.CHARACTER or (unit is Unit.WORD and (is_word or _beside_space(units, at, to_end=to_end))):
            yield at
        elif unit is Unit.SENTENCE:
            place = _before_space(units, at) if to_end else at
            if place > 0 if to_end else place < len(units):
                yield place
        at = finder.toNextBoundary()


def _at_letter(units: memoryview, at: int, *, to_end: bool) -> bool:
    """Whether a letter begins or ends there: Qt names no words in scripts that part them by nothing."""
    place = at - 1 if to_end else at
    return 0 <= place < len(units) and chr(units[place]).isalnum()


def _beside_space(units: memoryview, at: int, *, to_end: bool) -> bool:
    """Whether signs begin or end there, so that a quotation mark belongs to the word beside it."""
    before = at == 0 or chr(units[at - 1]).isspace()
    after = at == len(units) or chr(units[at]).isspace()
    return (after and not before) if to_end else (before and not after)


def _before_space(units: memoryview, at: int) -> int:
    """The boundary stands before the next sentence; the one before it ends where its white space begins."""
    while at > 0 and chr(units[at - 1]).isspace():
        at -= 1
    return at
