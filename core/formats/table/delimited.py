"""CSV and TSV as they come: encoding and signs are found out, lines and rows bounded."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.source import LONGEST, Source
from core.formats.table.encoding import encoding_of
from core.formats.table.marks import checked_rows

_SAMPLE = 1024 * 1024
_HEADING = 1024 * 1024
_MOST_SIGNS = 4_000_000
_SIGNS = ",;\t|"
_NO_SIGN = "\x1f"
"""What parts no cells: a table of one column may hold all the others in its texts."""

_DECLARED = re.compile(r'"?sep=([^\w\s"]|\t)"?(?:\r\n|\r|\n)', re.IGNORECASE)
_QUOTED = re.compile(r'"(?:[^"]++|"")*+"')
_QUOTED_FIELD = re.compile(r'(?:^|(?<=\t))"(?:[^"]++|"")*+"(?=\t|\r?\n|\r|\Z)', re.MULTILINE)


def delimited_rows(file: Source, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """Yield number and cells of each row; raises `BadInput` in one sentence where a file can't be read on."""
    sample = file.stream.read(_SAMPLE)
    encoding = encoding_of(sample, file.name)
    if not encoding.startswith("utf"):
        problems.remark(f"{file.name}: was read as {encoding}.")
    start = sample.decode(encoding, "ignore")
    text = io.TextIOWrapper(io.BufferedReader(_Again(sample, file.stream)), encoding, newline="")
    declared, start = without_declaration(start)
    if declared:
        text.readline()
    lines = _Lines(text, file.name, sign := declared or sign_of(start))
    csv.field_size_limit(LONGEST)
    try:
        yield from checked_rows(lines, _quoting(start, sign), problems)
    except UnicodeDecodeError:
        raise BadInput(f"{file.name}, row {lines.number}: is not {encoding}, as the file begins") from None


def without_declaration(start: str) -> tuple[str | None, str]:
    """Return the sign that a first line "sep=;" declares, as Excel understands it, and what follows that line."""
    found = _DECLARED.match(start)
    return (found[1], start[found.end() :]) if found else (None, start)


def sign_of(start: str) -> str:
    """Return the sign between the cells: the one that is most frequent in the heading, outside of quotation marks."""
    bare = _QUOTED.sub("", start[:_HEADING])
    heading = next((line for line in bare.splitlines() if line.strip()), "")
    sign = max(_SIGNS, key=heading.count)
    return sign if sign in heading else _NO_SIGN


def _quoting(start: str, sign: str) -> Any:
    """Tables with tabs often quote nothing; a cell that begins with a mark is then the words of a person."""
    if sign != "\t":
        return csv.QUOTE_MINIMAL
    whole = start if len(start) < _SAMPLE // 4 else start[: start.rfind("\n") + 1]
    bare = _QUOTED_FIELD.sub("", whole)
    return csv.QUOTE_NONE if re.search(r'(?:^|\t)"', bare, re.MULTILINE) else csv.QUOTE_MINIMAL


class _Lines:
    """The lines of a file, counted, so that no row is longer than a line of a data set may be.

    `taken` are those of the present row.
    """

    def __init__(self, text: io.TextIOWrapper, name: str, sign: str) -> None:
        self._text = text
        self.name = name
        self.sign = sign
        self.number = 1
        self.taken: list[str] = []
        self._again: list[str] = []
        self._size = self._signs = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        longest = _HEADING if self.number == 1 else LONGEST
        line = self._again.pop() if self._again else self._text.readline(longest + 1)
        if not line:
            raise StopIteration
        self.taken.append(line)
        self._size += len(line)
        self._signs += line.count(self.sign)
        if self._size > longest or self._signs > _MOST_SIGNS:
            what = f"more than {longest // 1024 // 1024} MB" if self._size > longest else "too many cells"
            raise BadInput(f"{self.name}, row {self.number}: is no row of a table, it has {what}")
        return line

    def next_row(self, number: int, again: Sequence[str] = ()) -> None:
        """Begin to count anew; the lines in `again` come once more before the others."""
        self.number = number
        self.taken = []
        self._again += reversed(again)
        self._size = self._signs = 0


class _Again(io.RawIOBase):
    """A stream that begins with bytes which were read from it already."""

    def __init__(self, sample: bytes, stream: io.BufferedReader) -> None:
        self._sample = memoryview(sample)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        view = memoryview(into)
        if self._sample:
            taken = self._sample[: len(view)]
            view[: len(taken)] = taken
            self._sample = self._sample[len(taken) :]
            return len(taken)
        return self._stream.readinto(view)
