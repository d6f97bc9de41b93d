"""Pairs quotation marks: a state machine over the signs of each paragraph."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from core.model.reading import Marked
from core.model.spans import Span
from core.nlp.mark_signs import Sign, elisions, signs

_DEEPEST = 6


@dataclass(slots=True)
class _Open:
    sign: Sign
    turns: int = 1


def pair_marks(text: str, paragraphs: Sequence[Span]) -> tuple[Marked, ...]:
    """Return the marked stretches in text order; two of them are apart or one lies inside the other."""
    pairing = _Pairing(text)
    for paragraph in paragraphs:
        pairing.read(paragraph)
    pairing.finish()
    return _with_depths(pairing.found)


class _Pairing:
    """The state: which marks are open, and which way guillemets point in this text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Marked] = []
        self._open: list[_Open] = []
        self._paragraph = Span(0, 0)
        self._reversed: dict[str, bool] = {}
        self._apostrophes: list[int] = []
        self._doubles: list[int] = []

    def read(self, paragraph: Span) -> None:
        """Take one paragraph; an open mark goes on only if this one repeats it at its beginning."""
        row = signs(self.text, paragraph)
        if self._open and not self._continues(row):
            self._abandon()
        self._paragraph = paragraph
        self._apostrophes = [sign.start for sign in row if sign.family == "single" and sign.closes]
        self._doubles = [number for number, sign in enumerate(row) if sign.family == "double"]
        skipped = 0
        if self._open:
            self._open = self._open[:1]
            self._open[0].turns += 1
            skipped = 1
        for number, sign in enumerate(row[skipped:], skipped):
            self._take(sign, row, number)

    def finish(self) -> None:
        """Close what the end of the text leaves open."""
        self._abandon()

    def _continues(self, row: list[Sign]) -> bool:
        first = self._open[0].sign
        if first.family == "single" or not row:
            return False
        sign = row[0]
        return sign.leads and sign.family == first.family and sign.opens and sign.role != "closing"

    def _take(self, sign: Sign, row: list[Sign], number: int) -> None:
        if sign.family == "single":
            self._take_single(sign)
        elif sign.family == "double":
            self._take_double(sign, row, number)
        else:
            self._take_guillemet(sign)

    def _take_double(self, sign: Sign, row: list[Sign], number: int) -> None:
        current = self._innermost("double")
        if current is None:
            if self._may_open(sign, number):
                self._push(sign)
        elif self._opens_inner(current.sign, sign, row, number):
            self._push(sign)
        elif not (sign.role == "either" and self._inside_word(sign)):
            self._close(sign, "double")

    def _may_open(self, sign: Sign, number: int) -> bool:
        if sign.role == "opening" or (sign.opens and sign.role == "either"):
            return True
        if sign.role == "closing" and sign.opens_only:
            return True
        last_one = self._doubles[-1] <= number
        return not sign.closes and not last_one and not self._inside_word(sign)

    def _opens_inner(self, outer: Sign, sign: Sign, row: list[Sign], number: int) -> bool:
        if sign.role == "opening":
            return sign.low or not outer.low
        return sign.role == "either" and sign.opens_only and self._another_closes(row, number)

    def _another_closes(self, row: list[Sign], number: int) -> bool:
        place = bisect_right(self._doubles, number)
        following = row[self._doubles[place]] if place < len(self._doubles) else None
        return following is not None and following.closes and not following.opens

    def _inside_word(self, sign: Sign) -> bool:
        before, after = self.text[sign.start - 1 : sign.start], self.text[sign.end : sign.end + 1]
        return before.isalnum() and after.isalnum()

    def _take_guillemet(self, sign: Sign) -> None:
        pointing_left = self.text[sign.start] in "«‹"
        backwards = self._reversed.setdefault(sign.family, not pointing_left)
        current = self._innermost(sign.family)
        if current is not None and (pointing_left == backwards or self._same_form(current.sign, sign)):
            self._close(sign, sign.family)
        elif pointing_left != backwards:
            self._push(sign)

    def _same_form(self, one: Sign, other: Sign) -> bool:
        return self.text[one.start] == self.text[other.start] and other.closes and not other.opens

    def _take_single(self, sign: Sign) -> None:
        if self._innermost("single") is not None and sign.role != "opening":
            if sign.closes and not self._is_possessive(sign):
                self._close(sign, "single")
        elif sign.opens and sign.role != "closing" and not self._is_elision(sign) and self._closers_after(sign):
            self._push(sign)

    def _closers_after(self, sign: Sign) -> int:
        return len(self._apostrophes) - bisect_right(self._apostrophes, sign.start)

    def _is_possessive(self, sign: Sign) -> bool:
        """An apostrophe after an s ("the Joneses' farm") closes only if no other one can."""
        return self.text[sign.start - 1 : sign.start] in ("s", "S") and self._closers_after(sign) > 0

    def _is_elision(self, sign: Sign) -> bool:
        """Whether it stands for left-out letters or digits: 'em, '90s."""
        end = sign.end
        while end < self._paragraph.end and self.text[end].isalnum() and end - sign.end < 8:
            end += 1
        word = self.text[sign.end : end].lower()
        return word in elisions() or (word[:2].isdigit() and len(word) <= 3)

    def _innermost(self, family: str) -> _Open | None:
        return next((mark for mark in reversed(self._open) if mark.sign.family == family), None)

    def _push(self, sign: Sign) -> None:
        if len(self._open) < _DEEPEST:
            self._open.append(_Open(sign))

    def _close(self, sign: Sign, family: str) -> None:
        while self._open:
            mark = self._open.pop()
            if mark.sign.family == family:
                self._keep(mark, sign.end, closed=True)
                return

    def _abandon(self) -> None:
        """A mark that is never closed ends with its paragraph, or where a closed one of its family begins."""
        bottom = next((mark for mark in self._open if mark.sign.family != "single"), None)
        self._open = []
        if bottom is None:
            return
        end = self._paragraph.end
        place = len(self.found)
        while place and self.found[place - 1].end > bottom.sign.start:
            place -= 1
            if self.found[place].family == bottom.sign.family:
                end = min(end, self.found[place].start)
        end = bottom.sign.start + len(self.text[bottom.sign.start : end].rstrip())
        if end > bottom.sign.end:
            self._keep(bottom, end, closed=False)

    def _keep(self, mark: _Open, end: int, *, closed: bool) -> None:
        sign = mark.sign
        self.found.append(Marked(start=sign.start, end=end, family=sign.family, closed=closed, turns=mark.turns))


def _with_depths(found: list[Marked]) -> tuple[Marked, ...]:
    around: list[int] = []
    placed = []
    for marked in sorted(found, key=lambda marked: (marked.start, -marked.end)):
        while around and around[-1] <= marked.start:
            around.pop()
        if around and marked.end > around[-1]:
            continue
        placed.append(msgspec.structs.replace(marked, depth=len(around)))
        around.append(marked.end)
    return tuple(placed)
