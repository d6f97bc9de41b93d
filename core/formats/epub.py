"""E-books (EPUB): each document in the order of reading an article. Read only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from core.errors import BadInput
from core.formats.book.package import package_of
from core.formats.line.decoding import decode_object
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.saying import plural
from core.formats.source import Source, opened
from core.formats.web.blocks import Block, blocks
from core.formats.web.decoding import decoded
from core.formats.web.extraction import too_much
from core.formats.zipped import opened_zip
from core.model.records import AnnotatedDocument
from core.model.terms import ZoneType

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
    page = decoded(data)[0].replace("\x00", "\ufffd")
    if reason := too_much(page):
        raise BadInput(f"{where}: {reason}, so it is not read")
    made = _blocks(page)
    if not made:
        return None
    fields: dict[str, Any] = {"text": "\n\n".join(block.text for block in made)}
    first = made[0]
    if 0 < first.heading <= _HIGHEST:
        fields["title"] = " ".join(first.text.split())
        fields["zones"] = [{"start": 0, "end": len(first.text), "type": ZoneType.HEADLINE.value}]
    return fields


def _blocks(page: str) -> list[Block]:
    from lxml import etree

    # Chapters are XHTML, but names such as &nbsp; and small faults are common, and a reader of HTML knows both.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return []
    if root is None:
        return []
    etree.strip_elements(root, *_SILENT, with_tail=False)
    return list(blocks(root))
