"""The records of a tool's file, one after another: good ones become lines, others are noted, what was left out told."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from core.errors import BadInput
from core.formats.line.decoding import decode_object
from core.formats.line.lines import lines
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.formats.spans_and_links.finding import sentence
from core.formats.spans_and_links.objects import parsed
from core.formats.whole_json.elements import elements
from core.model.records import AnnotatedDocument
from core.model.saying import plural

Raw = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where a record stands, by which rule it is read, and counts of what is to be told.

    `left_out` counts labels, `passed_over` whole parts of records, and `told` the records of which something is true.
    """

    where: str
    reading: Reading
    left_out: Counter[str]
    told: Counter[str] = field(default_factory=Counter)
    passed_over: Counter[str] = field(default_factory=Counter)

    def line(self, raw: Raw) -> AnnotatedDocument:
        """Return the line that this record has become, in the shape of the dataset format."""
        return decode_object(raw, where=self.where, reading=self.reading)


class Cut(NamedTuple):
    """How a file falls into records: what people call one, and the numbers and bytes of them all."""

    noun: str
    pieces: Callable[[Source, Problems], Iterator[tuple[int, bytes]]]


LINES = Cut("line", lines)
ELEMENTS = Cut("record", elements)

Record = Callable[[Raw, str, Place], Iterable[AnnotatedDocument]]
"""Gives the lines of a record; the text is an id for one that brings none."""


def read_records(
    source: Path | BinaryIO | Source, cut: Cut, lines_of: Record, problems: Problems, reading: Reading | None
) -> Iterator[AnnotatedDocument]:
    """Yield the lines of the good records and note the others; at the end what was left out is told."""
    reading = reading or Reading.at_this_moment()
    left_out, told, passed_over = Counter[str](), Counter[str](), Counter[str]()
    with opened(source) as file:
        for number, data in cut.pieces(file, problems):
            where = f"{file.name}, {cut.noun} {number}"
            try:
                place = Place(where, reading, left_out, told, passed_over)
                yield from lines_of(parsed(data, where), f"{file.id}-{number}", place)
            except BadInput as error:
                problems.note(str(error))
        if left_out:
            problems.remark(sentence(file.name, left_out))
        if passed_over:
            each = ", ".join(f"{what} ({count:,})" for what, count in passed_over.items())
            problems.remark(f"{file.name}: left out whole: {each}.")
        for what, count in told.items():
            problems.remark(f"{file.name}: {what} ({plural(count, cut.noun)}).")
