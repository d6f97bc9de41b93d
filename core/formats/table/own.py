"""Reads Quotedesk's own table: the rows of an article and annotator become one line again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from core.errors import BadInput
from core.formats.line.decoding import decode_object
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.table.formulas import unguarded
from core.formats.table.own_quote import OwnQuote
from core.formats.table.parts import LONGEST_CELL, Numbered, whole
from core.formats.table.together import together
from core.model.identity import sha256_of
from core.model.records import AnnotatedDocument

Raw = dict[str, Any]
Cells = dict[str, str]

_ABOUT = ("title", "source", "date", "url", "language", "annotator", "state", "sha256")
_PLACE = re.compile(r"quotes\[(\d+)\][.:]? ?")
_LINE_ENDS = ("\n", "\r\n", "\r")


def own_lines(rows: Iterable[Numbered], name: str, problems: Problems, reading: Reading) -> Iterator[AnnotatedDocument]:
    """Yield the good articles and note the others; the rows of an article are found together, however they stand."""
    unlikely: Counter[str] = Counter()
    for group in together(rows, name):
        try:
            yield _OwnLine(group, name, unlikely).line(reading)
        except BadInput as error:
            problems.note(str(error))
    for cell, count in unlikely.items():
        problems.remark(f"{name}: {count:,} times {cell}.")


class _OwnLine:
    """The rows of one article and annotator. `unlikely` counts what a spreadsheet spoilt and can be done without."""

    def __init__(self, group: Sequence[Numbered], name: str, unlikely: Counter[str]) -> None:
        self._name = name
        self._unlikely = unlikely
        self._rows = [(number, {key: unguarded(cell) for key, cell in row.items()}) for number, row in whole(group)]
        self._first = self._rows[0][0] if self._rows else group[0][0]
        self._quotes = [(number, row) for number, row in self._rows if _has_quote(row)]

    def line(self, reading: Reading) -> AnnotatedDocument:
        """Return the line; raises `BadInput` that names the row which is wrong."""
        raw = self._raw()
        try:
            return decode_object(raw, where="", reading=reading)
        except BadInput as error:
            said = str(error).removeprefix(": ")
            found = _PLACE.match(said)
            number = self._quotes[int(found[1])][0] if found else self._first
            raise BadInput(f"{self._where(number)}: {said[found.end() :] if found else said}") from None

    def _where(self, number: int) -> str:
        return f"{self._name}, row {number}"

    def _raw(self) -> Raw:
        said = {key: self._said(key) for key in (*_ABOUT, "document_id", "article")}
        text, sha256 = said.pop("article"), said["sha256"]
        if text is None:
            who = said["document_id"] or "an article without id"
            raise BadInput(
                f"{self._where(self._first)}: no row of {who} holds its text (column article). Export the table anew, "
                "or put that row back."
            )
        text = _as_exported(text, sha256)
        if sha256 and sha256.lower() != sha256_of(text):
            raise BadInput(f"{self._where(self._first)}: {_spoilt(text)}")
        raw: Raw = {"id": said.pop("document_id") or "", "text": text}
        raw |= {key: value for key, value in said.items() if value is not None}
        names = _names(row for _, row in self._rows)
        raw["speakers"] = [{"id": id_, "name": said} for id_, said in names.items()]
        raw["quotes"] = [OwnQuote(row, self._where(number), self._unlikely).raw(names) for number, row in self._quotes]
        return raw

    def _said(self, key: str) -> str | None:
        """What the first row says that says anything."""
        return next((row[key] for _, row in self._rows if row.get(key)), None)


def _as_exported(text: str, sha256: str | None) -> str:
    """Return a text with the line ends that it had before a spreadsheet changed all of them."""
    bare = text.replace("\r\n", "\n").replace("\r", "\n")
    made = (text, *(bare.replace("\n", end) for end in _LINE_ENDS))
    return next((each for each in made if sha256 and sha256_of(each) == sha256.lower()), text)


def _spoilt(text: str) -> str:
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 == LONGEST_CELL:
        return f"the text was cut off at {LONGEST_CELL:,} characters by a spreadsheet. Export as .xlsx, which parts it."
    return (
        "the text (column article) is another one than was exported; sometimes a spreadsheet reads it in another "
        "encoding or changes its line ends. Export anew as .xlsx, or open the CSV as UTF-8."
    )


def _has_quote(row: Cells) -> bool:
    return any(row.get(key) for key in ("quote_id", "fragments", "start"))


def _names(rows: Iterable[Cells]) -> dict[str, str]:
    """Return the name of each speaker's id, as it stands in the first row."""
    names: dict[str, str] = {}
    for row in rows:
        if row.get("speaker_id") and row.get("speaker"):
            names.setdefault(row["speaker_id"], row["speaker"])
    return names
