"""UIMA CAS JSON 0.4, which INCEpTION writes and reads beside XMI: one article a file, its layers described in it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from core.formats.cas.files import article_of, type_system_beside, write_folder
from core.formats.cas.graph import from_json
from core.formats.losses import EVERYTHING
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.model.records import AnnotatedDocument

_SECTIONS = (b'"%TYPES"', b'"%FEATURE_STRUCTURES"', b'"%VIEWS"')


class CasJson:
    """Reads and writes files that INCEpTION opens; unlike XMI they can hold every character."""

    name = "casjson"
    suffixes = (".json",)
    title = "INCEpTION (UIMA CAS JSON)"
    keeps = EVERYTHING

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins so has the sections of a CAS."""
        return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and any(one in head for one in _SECTIONS)

    def companions(self, name: str) -> tuple[str, ...]:
        """Return the type system that may stand beside the file, which is no article."""
        return type_system_beside(name, ".json")

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the article; raises `BadInput` if the file is no CAS."""
        with opened(source) as file:
            yield from article_of(from_json(file.whole(), file.name), file, problems, reading)

    def write_folder(self, lines: Iterable[AnnotatedDocument], folder: Path) -> int:
        """Write a file for each line, and the type system; returns the number of lines."""
        return write_folder(lines, folder, ".json", str, _packed)


def _packed(cas: Any) -> bytes:
    return str(cas.to_json()).encode()
