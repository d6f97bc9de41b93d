"""Plain text: one file, one article, its text exactly as the bytes decode. Read only."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from core.errors import BadInput
from core.formats.decoding import UTF8, decoded
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.model.identity import sha256_of
from core.model.records import AnnotatedDocument, Document, Layer

# Tab, line breaks of every kind and the form feed belong to texts; other control characters mean a wrong
# encoding or no text at all.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


class PlainText:
    """Reads a .txt file in UTF-8, in UTF-16 or in an older encoding that can be told; which one it was is told, too."""

    name = "text"
    suffixes = (".txt",)
    title = "Plain text"
    one_article = True

    def recognises(self, head: bytes) -> bool:
        """Whether a file of another name is plain text: never, since nearly everything could be."""
        return False

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the one article; its id is the file's stem. Raises `BadInput` if it is no text."""
        with opened(source) as file:
            text = text_of(file, problems)
            document = Document(id=file.id, text=text, sha256=sha256_of(text))
        yield AnnotatedDocument(document=document, layer=Layer())


def text_of(file: Source, problems: Problems) -> str:
    """Return all of a file that is nothing but text; raises `BadInput` if it is none, and tells of another encoding."""
    text, encoding = decoded(file.whole(), file.name)
    if found := _CONTROL.search(text):
        raise BadInput(
            f"{file.name}: is no plain text, it holds the control character "
            f"U+{ord(found[0]):04X} (character {found.start() + 1})"
        )
    if not text.strip():
        raise BadInput(f"{file.name}: is empty")
    if encoding != UTF8:
        problems.remark(f"{file.name}: read as {encoding}")
    return text
