"""The dataset format, quotedesk/1: UTF-8 JSON Lines, one article and one annotator a line (docs/format.md)."""

import codecs
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from core.errors import BadInput
from core.formats.line.decoding import decode
from core.formats.line.encoding import encode
from core.formats.line.lines import lines as lines_of
from core.formats.line.lines import write_lines
from core.formats.line.stand_off import encode_stand_off
from core.formats.line.unkept import UnkeptKeys
from core.formats.line.unread_marks import UnreadMarks
from core.formats.losses import EVERYTHING
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.model.records import AnnotatedDocument

__all__ = ["Jsonl", "decode", "encode"]


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
            marks, unkept = UnreadMarks(file.name, problems), UnkeptKeys(file.name, problems)
            for number, line in lines_of(file, problems):
                where, id_ = f"{file.name}, line {number}", f"{file.id}-{number}"
                try:
                    yield marks.watched(decode(line, where=where, reading=reading, id=id_, unkept=unkept))
                except BadInput as error:
                    problems.note(str(error))
            marks.tell()
            unkept.tell()

    def write_stand_off(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write each as one line without its text; returns how many."""
        return write_lines(map(encode_stand_off, lines), out)

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write each as one line; returns how many."""
        return write_lines(map(encode, lines), out)
