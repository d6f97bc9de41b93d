"""Workbooks that can be opened without harm, and the signs that XML can't hold, in the way of workbooks."""

import re
import zipfile
from collections.abc import Iterator
from typing import IO, BinaryIO

from core.errors import BadInput
from core.formats.source import LONGEST

MOST_BYTES = 256 * 1024 * 1024
"""Of all parts of a workbook together, unpacked."""

_MOST_TAGS = 200_000
"""Of one row: with its three or four tags for a cell a row has 16,384 cells at most."""

_BLOCK = 1024 * 1024
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^<>]*?ref="(?P<place>[A-Z]+(?P<first>\d+):[A-Z]+(?P<last>\d+))"')
_ROW_ENDS = re.compile(rb"</(?:\w+:)?row\s*>")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def escaped(cell: str) -> str:
    """Return the text with each sign that XML can't hold as _x0001_, which is how workbooks write it."""
    return _FORBIDDEN.sub(lambda sign: f"_x{ord(sign[0]):04X}_", cell)


def unescaped(cell: str) -> str:
    """Return the text with the signs themselves; half a character stays as it is written."""
    return _ESCAPE.sub(lambda sign: sign[0] if 0xD800 <= (code := int(sign[1], 16)) <= 0xDFFF else chr(code), cell)


def check(stream: BinaryIO, name: str) -> None:
    """Raise `BadInput` if the parts are too large, or made to grow while they are read."""
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > MOST_BYTES:
                raise BadInput(
                    f"{name}: has more than {MOST_BYTES // 1024 // 1024} MB when unpacked. Save it as CSV, which may "
                    "be of any length."
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _check_part(archive, part, name)
    except BadInput:
        raise
    except Exception as error:  # A damaged archive makes several libraries raise what they stumble over.
        raise BadInput(f"{name}: is no Excel workbook (.xlsx) that can be read") from error


def merged_over_rows(stream: BinaryIO) -> list[str]:
    """Return the places of cells that are merged over several rows, as "B2:B4"; the first row alone has their words."""
    found: list[str] = []
    with zipfile.ZipFile(stream) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                with archive.open(name) as data:
                    found += _merged(data)
    return found


def _merged(data: IO[bytes]) -> Iterator[str]:
    before = b""
    while block := data.read(_BLOCK):
        whole = before + block
        end = whole.rfind(b"<")
        for found in _MERGED.finditer(whole, 0, end):
            if found["first"] != found["last"]:
                yield found["place"].decode()
        before = whole[max(0, end) :]


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """A document type could define words that stand for millions; a row is read at once, so it must be bounded."""
    tags, length, before = 0, 0, b""
    with archive.open(part) as data:
        while block := data.read(_BLOCK):
            if (not before and b"\x00" in block[:64]) or b"<!DOCTYPE" in before + block:
                raise BadInput(f"{name}: holds definitions that no workbook needs, so it is not read")
            before = block[-16:]
            length = len(block) - block.rindex(b"<") if b"<" in block else length + len(block)
            if length > LONGEST:
                raise BadInput(f"{name}: has a cell of more than {LONGEST // 1024 // 1024} MB")
            for number, row in enumerate(_ROW_ENDS.split(block)):
                tags = row.count(b"<") + (0 if number else tags)
                if tags > _MOST_TAGS and "sheets/" in part.filename:
                    raise BadInput(f"{name}: has a row of more cells than a workbook may have")
