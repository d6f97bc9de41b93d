"""The dataset format, quotedesk/1: UTF-8 JSON Lines, one article and one annotator a line (docs/format.md)."""

import codecs
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from core.errors import BadInput
from core.formats.line.decoding import decode
from core.formats.line.encoding import encode
from core.formats.losses import EVERYTHING
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import LONGEST, Source, opened
from core.model.records import AnnotatedDocument

__all__ = ["Jsonl", "decode", "encode"]

_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r")
_BLOCK = 1024 * 1024


class Jsonl:
    """Reads and writes the lossless interchange format, one line at a time."""

    name = "jsonl"
    suffixes = (".jsonl", ".ndjson", ".json")
    title = "Quotedesk dataset (JSON Lines)"
    general = True
    keeps = EVERYTHING

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins so looks like JSON objects in lines."""
        return head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the good lines and note the others; raises `BadInput` if nothing at all can be read."""
        reading = reading or Reading.at_this_moment()
        with opened(source) as file:
            _check_head(file)
            lines, before = 0, problems.count
            for number, line in _lines(file, problems):
                lines += 1
                try:
                    yield decode(line, where=f"{file.name}, line {number}", reading=reading)
                except BadInput as error:
                    problems.note(str(error))
            if not lines and problems.count == before:
                problems.note(f"{file.name}: is empty")

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write each as one line; returns how many."""
        count = 0
        for count, line in enumerate(lines, 1):  # noqa: B007
            out.write(encode(line) + b"\n")
        return count


def _check_head(file: Source) -> None:
    """Refuse as a whole what is no text at all, rather than line by line."""
    head = file.head()
    if not _CONTROLS.isdisjoint(head):
        try:
            codecs.getincrementaldecoder("utf-8")().decode(head)
        except UnicodeDecodeError:
            raise BadInput(f"{file.name}: is not a text file in UTF-8") from None


def _lines(file: Source, problems: Problems) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of each line that is neither blank nor too long."""
    number = 0
    while line := file.stream.readline(LONGEST + 2):
        number += 1
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if len(line) > LONGEST and not line.endswith(b"\n"):
            problems.note(f"{file.name}, line {number}: is longer than {LONGEST // _BLOCK} MB")
            _skip_line(file.stream)
        elif line and not line.isspace():
            yield number, line


def _skip_line(stream: io.BufferedReader) -> None:
    while (rest := stream.readline(_BLOCK)) and not rest.endswith(b"\n"):
        pass
