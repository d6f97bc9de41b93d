"""Word documents: the paragraphs of one article. Read only."""

import io
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from core.errors import BadInput
from core.formats.hushed import hushed
from core.formats.line.decoding import decode_object
from core.formats.problems import Problems
from core.formats.prose.about import language_of
from core.formats.prose.joining import Prose
from core.formats.prose.word import holds_text, paragraphs_of
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.formats.zipped import opened_zip
from core.model.records import AnnotatedDocument
from core.model.saying import counted
from core.model.terms import ZoneType

_MOST_BYTES = 256 * 1024 * 1024
_MOST_TAGS = 2_000_000
"""Of all parts together; a thick novel has a tenth of it."""

_OLD_KIND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADLINES = frozenset({"title", "heading 1"})
_CAPTION = "caption"


class Docx:
    """Reads the paragraphs outside of tables; what else a document holds is counted and told.

    A first paragraph in the style Title or Heading 1 is the headline, one in the style Caption a caption. Tracked
    insertions are text, tracked deletions are not, be it of words or of the end of a paragraph.
    """

    name = "docx"
    suffixes = (".docx",)
    title = "Word document (.docx)"
    one_article = True

    def recognises(self, head: bytes) -> bool:
        """Whether a file begins as a zip archive that has the parts of a Word document."""
        return head.startswith(b"PK\x03\x04") and b"word/" in head

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the one article; raises `BadInput` if it is no Word document or has no text outside of tables."""
        with opened(source) as file:
            raw = _article(_document(file), file.name, problems) | {"id": file.id}
            yield decode_object(raw, where=file.name, reading=reading or Reading.at_this_moment())


def _document(file: Source) -> Any:
    """Open the document, its parts checked before any is taken apart."""
    data = file.whole()
    if data.startswith(_OLD_KIND):
        said = "is a Word document of the old kind (.doc) or one with a password; save it as .docx without a password"
        raise BadInput(f"{file.name}: {said}")
    _check(data, file.name)
    with hushed("docx"):
        from docx import Document

        try:
            document = Document(io.BytesIO(data))
            document.element.body.tag  # noqa: B018  # A document without a body is none.
        except Exception as error:  # A damaged document makes the library raise whatever it stumbles over.
            raise BadInput(f"{file.name}: is no Word document (.docx) that can be read") from error
        return document


def _check(data: bytes, name: str) -> None:
    """Raise `BadInput` if the parts are too large, or made to grow while they are read."""
    tags = 0
    with opened_zip(data, name, most_bytes=_MOST_BYTES) as archive:
        for member in archive.names:
            if member.endswith((".xml", ".rels")):
                part = archive.bytes_of(member)
                tags += part.count(b"<")
                if b"<!DOCTYPE" in part or b"\0" in part[:64]:
                    raise BadInput(f"{name}: holds definitions that no Word document needs, so it is not read")
                if tags > _MOST_TAGS:
                    raise BadInput(f"{name}: has more than {_MOST_TAGS:,} elements, so it is no article")


def _article(document: Any, name: str, problems: Problems) -> dict[str, Any]:
    """Return the document in the shape of a line."""
    left_out: Counter[str] = Counter()
    styles = _styles(document)
    prose = Prose()
    for words, style in paragraphs_of(document.element.body, left_out):
        prose.add(words, _zone(styles.get(style or ""), first=not prose))
    left_out += _running(document)
    if not prose:
        raise BadInput(f"{name}: has no text{' outside of tables and boxes' if left_out.total() else ''}")
    if left_out.total():
        problems.remark(f"{name}: left out {counted(left_out)}.")
    fields = {"text": prose.text, "zones": prose.zones, **_about(document)}
    fields["title"] = fields.get("title") or prose.headline
    return {key: value for key, value in fields.items() if value is not None}


def _zone(style: str | None, *, first: bool) -> ZoneType | None:
    if first and style in _HEADLINES:
        return ZoneType.HEADLINE
    return ZoneType.CAPTION if style == _CAPTION else None


def _styles(document: Any) -> dict[str, str]:
    """Return the names of styles by their identifiers; names are English whatever language Word speaks."""
    from docx.oxml.ns import qn

    part = document.part
    try:
        elements = part.styles.element.iterfind(qn("w:style"))
    except Exception:  # Without styles all paragraphs are alike.
        return {}
    names = {}
    for element in elements:
        named = element.find(qn("w:name"))
        if named is not None:
            names[element.get(qn("w:styleId")) or ""] = (named.get(qn("w:val")) or "").lower()
    return names


def _running(document: Any) -> Counter[str]:
    """Return how many headers and footers have words."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    kinds = {RELATIONSHIP_TYPE.HEADER: "header", RELATIONSHIP_TYPE.FOOTER: "footer"}
    found: Counter[str] = Counter()
    for one in document.part.rels.values():
        if one.reltype in kinds and not one.is_external:
            element = getattr(one.target_part, "element", None)
            found[kinds[one.reltype]] += element is not None and holds_text(element)
    return found


def _about(document: Any) -> dict[str, str | None]:
    """Return what the properties say; a document without any has none, not those that the library makes up."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        properties = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).core_properties
        title, author, language = properties.title, properties.author, properties.language
        created: datetime | None = properties.created
    except Exception:  # Properties are seldom of use, so that damaged ones are as good as none.
        return {}
    return {
        "title": " ".join(title.split()) or None,
        "date": created.date().isoformat() if created else None,
        "language": language_of(language),
        "author": " ".join(author.split()) or None,
    }
