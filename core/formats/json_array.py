"""JSON files of articles that are no lines: a list of objects, or one object over several lines. Read only."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from core.errors import BadInput
from core.formats.line.decoding import decode
from core.formats.line.unkept import UnkeptKeys
from core.formats.line.unread_marks import UnreadMarks
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.formats.whole_json.elements import elements
from core.formats.whole_json.head import is_list
from core.model.records import AnnotatedDocument


class JsonArray:
    """Reads the objects of a list of any length, each as a line of JSON Lines would be read.

    An object without an id gets the file's name and its number; a file of one object, the file's name.
    """

    name = "json"
    suffixes = (".json",)
    title = "Articles in a JSON list"
    general = True

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins so is a list, or an object that goes on after the first line."""
        if is_list(head):
            return True
        first, newline, _ = head.removeprefix(codecs.BOM_UTF8).lstrip().partition(b"\n")
        return first.startswith(b"{") and bool(newline) and not _complete(first)

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the good objects and note the others; raises `BadInput` if nothing at all can be read."""
        reading = reading or Reading.at_this_moment()
        with opened(source) as file:
            listed = is_list(file.head())
            marks, unkept = UnreadMarks(file.name, problems), UnkeptKeys(file.name, problems)
            for number, element in elements(file, problems):
                where = f"{file.name}, record {number}"
                id_ = file.id if number == 1 and not listed else f"{file.id}-{number}"
                try:
                    yield marks.watched(decode(element, where=where, reading=reading, id=id_, unkept=unkept))
                except BadInput as error:
                    problems.note(str(error))
            marks.tell()
            unkept.tell()


def _complete(line: bytes) -> bool:
    """Whether a line is an object by itself, or is broken in another way than by going on."""
    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return "truncated" not in str(error)
    except RecursionError:
        return True
    return True
