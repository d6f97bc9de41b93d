"""A saved page of the web: its main text as one article. Read only.

The page itself is kept in the field `original_html`, so that nothing is lost of what was saved.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from core.errors import BadInput
from core.formats.line.decoding import decode_object
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.formats.web.decoding import decoded, lost_letters
from core.formats.web.extraction import extracted
from core.formats.web.tree import parsed
from core.model.records import AnnotatedDocument
from core.model.saying import plural

_SHOWN = 60


class HtmlPage:
    """Reads a page: headline and paragraphs, joined by blank lines; menus and the like are left out and told."""

    name = "webpage"
    suffixes = (".html", ".htm")
    title = "Web page (HTML)"
    one_article = True

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins so is a page."""
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
        return start.startswith((b"<!doctype html", b"<html"))

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the one article; raises `BadInput` if there is no text on the page."""
        reading = reading or Reading.at_this_moment()
        with opened(source) as file:
            page, encoding = decoded(file.whole())
            tree = parsed(page)
            if tree.too_much:
                raise BadInput(f"{file.name}: {tree.too_much}, so it is no article")
            found = extracted(tree)
            if found is None:
                raise BadInput(f"{file.name}: has no text of an article")
            if encoding != "utf-8":
                problems.remark(f"{file.name}: was read as {encoding}")
            if lost := lost_letters(found.fields["text"]):
                problems.remark(f"{file.name}: {lost}")
            if found.left_out:
                problems.remark(f"{file.name}: left out {found.left_out}")
            if found.missed:
                problems.remark(f"{file.name}: {_missed(found.missed)}")
            raw = {"id": file.id, **found.fields, "original_html": page}
            yield decode_object(raw, where=file.name, reading=reading)


def _missed(paragraphs: list[str]) -> str:
    first = " ".join(paragraphs[0].split())
    shown = first if len(first) <= _SHOWN else f"{first[: _SHOWN - 1]}…"
    begins, belong = ("it begins", "it belongs") if len(paragraphs) == 1 else ("the first begins", "they belong")
    said = f"{plural(len(paragraphs), 'long paragraph')} of the page stayed out of the text, {begins} “{shown}”."
    return f"{said} See whether {belong} to the article; if so, import the article as plain text."
