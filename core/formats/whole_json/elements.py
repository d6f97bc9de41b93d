"""The elements of a JSON list of any length, one at a time; also one object, or several in a row."""

import codecs
import re
from collections.abc import Iterator

from core.errors import BadInput
from core.formats.line.lines import check_head
from core.formats.problems import Problems
from core.formats.source import LONGEST, Source
from core.formats.whole_json.passing import BETWEEN, WITHIN

_BLOCK = 1024 * 1024
_DEEPEST = 10_000
"""Levels that nobody's data has, and at which it could not be decoded."""
_INSIDE = re.compile(rb'["\\]')


def elements(file: Source, problems: Problems) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of each element of the file's list; a file of objects without a list gives these.

    Raises `BadInput` if the file is neither, or is nested without end. What is too long or cut off is noted.
    """
    check_head(file)
    first = _first(file)
    if first not in b"[{":
        raise BadInput(f"{file.name}: is neither a JSON list nor a JSON object")
    before, found = problems.count, 0
    cutter = _Cutter(file.name, problems, base=int(first == b"["))
    while block := file.stream.read(_BLOCK):
        for element in cutter.cut(block):
            found += 1
            yield element
    cutter.finish()
    if not found and problems.count == before:
        problems.note(f"{file.name}: is empty")


def _first(file: Source) -> bytes:
    """Return the first byte that counts; what stands before it is taken from the stream."""
    if file.head().startswith(codecs.BOM_UTF8):
        file.stream.read(len(codecs.BOM_UTF8))
    while head := file.head():
        kept = head.lstrip()
        file.stream.read(len(head) - len(kept))
        if kept:
            if kept[:1] == b"[":
                file.stream.read(1)
            return kept[:1]
    return b""


class _Cutter:
    """Cuts a stream of blocks where an element ends: at a comma of the list, or where an object closes."""

    def __init__(self, name: str, problems: Problems, base: int) -> None:
        self._name = name
        self._problems = problems
        self._base = base
        self._depth = base
        self._in_string = self._escaped = self._long = self._over = False
        self._number = 1
        self._held = bytearray()

    def cut(self, block: bytes) -> Iterator[tuple[int, bytes]]:
        """Yield what ends in this block."""
        begin = place = 0
        while not self._over:
            place = self._passed(block, place)
            if place == len(block):
                break
            sign, place = block[place : place + 1], place + 1
            if self._ends(sign):
                self._hold(block[begin : place - (1 if self._base else 0)])
                begin = place
                yield from self._released()
        if not self._over or len(self._held) < _BLOCK:
            self._hold(block[begin:])

    def _passed(self, block: bytes, place: int) -> int:
        """Return where the next sign stands that counts, or the end of the block."""
        if not self._in_string:
            within = WITHIN if self._depth > self._base else BETWEEN
            passed = within.match(block, place)
            return passed.end() if passed else place
        if self._escaped and place < len(block):  # the string goes on from the block before
            self._escaped = False
            place += 1
        found = _INSIDE.search(block, place)
        return found.start() if found else len(block)

    def finish(self) -> None:
        """Note what was cut off, or goes on where the list has ended."""
        rest = bytes(self._held).strip()
        if self._over and rest:
            self._problems.note(f"{self._name}: goes on after the end of its list, which was left out")
        elif not self._over and (self._base or rest or self._long):
            self._problems.note(f"{self._name}, record {self._number}: the file ends in the middle of it")

    def _ends(self, sign: bytes) -> bool:
        """Whether an element ends at this sign."""
        if self._in_string:
            self._escaped = sign == b"\\"
            self._in_string = self._escaped
        elif sign == b'"':
            self._in_string = True
        elif sign in b"[{":
            self._depth += 1
            if self._depth > _DEEPEST:
                raise BadInput(f"{self._name}, record {self._number}: is nested more than {_DEEPEST:,} levels deep")
        elif sign in b"]}":
            self._depth -= 1
            self._over = self._base == 1 and self._depth <= 0
            return self._over or (self._base == 0 and self._depth <= 0)
        else:
            return self._base == 1 and self._depth == 1
        return False

    def _hold(self, piece: bytes) -> None:
        if self._long:
            return
        self._held += piece
        if len(self._held) > LONGEST:
            self._long = True
            self._held.clear()

    def _released(self) -> Iterator[tuple[int, bytes]]:
        element, number = bytes(self._held).strip(), self._number
        self._held.clear()
        self._depth = max(self._depth, self._base)
        if self._long:
            self._problems.note(f"{self._name}, record {number}: is longer than {LONGEST // _BLOCK} MB")
        elif element or not self._over:
            yield number, element
        self._long = False
        self._number += 1
