"""JSON Lines as they stand in a file: numbered, bounded in length, refused as a whole if they are no text; written."""

import codecs
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.source import HEAD, LONGEST, Source

_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r")
_BLOCK = 1024 * 1024


def check_head(file: Source) -> None:
    """Refuse as a whole what is no text at all, rather than line by line."""
    head = file.head()[:HEAD]
    if not _CONTROLS.isdisjoint(head):
        try:
            codecs.getincrementaldecoder("utf-8")().decode(head)
        except UnicodeDecodeError:
            raise BadInput(f"{file.name}: is not a text file in UTF-8") from None


def lines(file: Source, problems: Problems) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of each line that is neither blank nor too long; an empty file is told."""
    check_head(file)
    number, found, before = 0, 0, problems.count
    while line := file.stream.readline(LONGEST + 2):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if len(line) > LONGEST and not line.endswith(b"\n"):
            problems.note(f"{file.name}, line {number}: is longer than {LONGEST // _BLOCK} MB")
            _skip_line(file.stream)
        elif line and not line.isspace():
            found += 1
            yield number, line
    if not found and problems.count == before:
        problems.note(f"{file.name}: is empty")


def write_lines(some: Iterable[bytes], out: BinaryIO) -> int:
    """Write each with the end of a line behind it; returns how many."""
    count = 0
    for count, line in enumerate(some, 1):  # noqa: B007
        out.write(line + b"\n")
    return count


def _skip_line(stream: io.BufferedReader) -> None:
    while (rest := stream.readline(_BLOCK)) and not rest.endswith(b"\n"):
        pass
