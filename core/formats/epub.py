"""E-books (EPUB): each document in the order of reading an article. Read only."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from core.errors import BadInput
from core.formats.book.package import package_of
from core.formats.line.decoding import decode_object
from core.formats.problems import Problems
from core.formats.prose.joining import Prose
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.formats.web.blocks import Block, blocks
from core.formats.web.decoding import decoded, lost_letters
from core.formats.web.tree import parsed
from core.formats.zipped import opened_zip
from core.model.records import AnnotatedDocument
from core.model.saying import plural
from core.model.terms import ZoneType

if TYPE_CHECKING:
    from lxml.etree import _Element

_MIMETYPE = b"mimetypeapplication/epub+zip"
_HIGHEST = 2
_SILENT = ("script", "style", "head", "template", "svg")


class Epub:
    """Reads a book; its chapters get the ids stem-1, stem-2, … by their place, and the book's title as source.

    Blocks of text are joined by blank lines; a heading at the start is title and headline of a chapter.
    """

    name = "epub"
    suffixes = (".epub",)
    title = "E-book (EPUB)"

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins so is an EPUB, rather than another archive."""
        return head.startswith(b"PK\x03\x04") and (_MIMETYPE in head[:120] or b"META-INF/container.xml" in head)

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the chapters that have text; raises `BadInput` if it is no EPUB, locked or without any text."""
        reading = reading or Reading.at_this_moment()
        with opened(source) as file, opened_zip(file.stream, file.name) as book:
            package = package_of(book, file.name)
            empty, found, before = 0, 0, problems.count
            for number, chapter in enumerate(package.chapters, 1):
                where = f"{file.name}, {chapter}"
                try:
                    fields = _fields(book.bytes_of(chapter), where)
                    if fields is None:
                        empty += 1
                        continue
                    if lost := lost_letters(fields["text"]):
                        problems.remark(f"{where}: {lost}")
                    raw = {"id": f"{file.id}-{number}", **package.fields, **fields}
                    yield decode_object(raw, where=where, reading=reading)
                    found += 1
                except BadInput as error:
                    problems.note(str(error))
            if not found and problems.count == before:
                raise BadInput(f"{file.name}: has no text")
            if empty:
                problems.remark(f"{file.name}: left out {plural(empty, 'document')} without text")


def _fields(data: bytes, where: str) -> dict[str, Any] | None:
    """Return text, title and zones of a chapter, or None if there is no text in it."""
    # Chapters are XHTML, but names such as &nbsp; and small faults are common, and a reader of HTML knows both.
    tree = parsed(decoded(data)[0])
    if tree.too_much:
        raise BadInput(f"{where}: {tree.too_much}, so it is not read")
    prose = Prose()
    for block in _blocks(tree.root):
        is_headline = not prose and 0 < block.heading <= _HIGHEST
        prose.add(block.text, ZoneType.HEADLINE if is_headline else None)
    return {"text": prose.text, "title": prose.headline, "zones": prose.zones} if prose else None


def _blocks(root: "_Element | None") -> Iterator[Block]:
    from lxml import etree

    if root is not None:
        etree.strip_elements(root, *_SILENT, with_tail=False)
        yield from blocks(root)
