"""UIMA CAS XMI, the XML in which INCEpTION and DKPro keep a text and its annotations: one article a file."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from core.formats.cas.files import TYPE_SYSTEM, article_of, type_system_beside, write_folder
from core.formats.cas.graph import from_xmi
from core.formats.losses import EVERYTHING, Trait, xml_text
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.model.records import AnnotatedDocument

_NAMESPACE = b"http://www.omg.org/XMI"


class Xmi:
    """Reads and writes files that INCEpTION opens, with the type system from which it makes the layers."""

    name = "xmi"
    suffixes = (".xmi",)
    title = "INCEpTION (UIMA CAS XMI)"
    keeps = EVERYTHING - {Trait.CONTROLS, Trait.CONTROLS_ABOUT}

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins so is an XMI file."""
        return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and _NAMESPACE in head

    def companions(self, name: str) -> tuple[str, ...]:
        """Return the type system beside an XMI file, which is no article."""
        return type_system_beside(name, ".xmi")

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the article; raises `BadInput` if the file is no XMI."""
        with opened(source) as file:
            graph = from_xmi(file.whole(), file.name, file.beside(TYPE_SYSTEM))
            yield from article_of(graph, file, problems, reading)

    def write_folder(self, lines: Iterable[AnnotatedDocument], folder: Path) -> int:
        """Write a file for each line, and the type system; returns the number of lines."""
        return write_folder(lines, folder, ".xmi", xml_text, _packed)


def _packed(cas: Any) -> bytes:
    return str(cas.to_xmi()).encode()
