"""Markdown: one file, one article, its text exactly as it stands there. Read only."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from core.errors import BadInput
from core.formats.line.decoding import decode_object
from core.formats.plain_text import text_of
from core.formats.problems import Problems
from core.formats.prose.about import day_of, language_of
from core.formats.prose.front_matter import FrontMatter, front_matter
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.model.records import AnnotatedDocument
from core.model.terms import ZoneType

_KEYS = {
    "title": ("title", "headline"),
    "source": ("source", "publication", "publisher", "site", "site_name", "sitename"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url"),
    "date": ("date", "published", "pubdate", "publish_date", "date_published", "created"),
    "language": ("language", "lang", "locale"),
    "author": ("author", "authors", "byline", "by"),
}
"""Under which keys of the front matter a field is found, the first that has a value."""

_LINE_END = re.compile(r"\r\n?|\n")
_UNDERLINE = re.compile(r"[ \t]*=+[ \t]*")
_FAR = 64 * 1024
"""Characters from the start within which a headline is looked for, since hostile Markdown takes long to take apart."""


class Headline(NamedTuple):
    """Where the words of the first heading stand, and these words without marks."""

    start: int
    end: int
    title: str


class Markdown:
    """Reads a file without rendering it: marks for links, emphasis and so on stay in the text.

    The first heading of the first level is the headline. What stands above the text between two lines of --- or +++
    tells title, source, address, date, language and author; it is no part of the text and is kept as `front_matter`.
    """

    name = "markdown"
    suffixes = (".md", ".markdown")
    title = "Markdown"
    one_article = True

    def recognises(self, head: bytes) -> bool:
        """Whether a file of another name is Markdown: never, since any text could be."""
        return False

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the one article; its id is the file's stem. Raises `BadInput` if it is no text."""
        with opened(source) as file:
            written = text_of(file, problems)
            above = front_matter(written)
            text = written[above.end :] if above else written
            if above:
                problems.remark(f"{file.name}: the front matter is no part of the text.")
                if not text.strip():
                    raise BadInput(f"{file.name}: is empty below its front matter")
            raw = {"id": file.id, "text": text, **_fields(text, above)}
            yield decode_object(raw, where=file.name, reading=reading or Reading.at_this_moment())


def _fields(text: str, above: FrontMatter | None) -> dict[str, Any]:
    said = above.values if above else {}
    known = {field: next((said[key] for key in keys if said.get(key)), None) for field, keys in _KEYS.items()}
    headline = headline_of(text)
    fields: dict[str, Any] = {
        **known,
        "title": known["title"] or (headline.title if headline else None) or None,
        "date": day_of(known["date"]),
        "language": language_of(known["language"]),
        "front_matter": above.written if above else None,
    }
    if headline:
        fields["zones"] = [{"start": headline.start, "end": headline.end, "type": ZoneType.HEADLINE.value}]
    return {field: value for field, value in fields.items() if value is not None}


def headline_of(text: str) -> Headline | None:
    """Return the first heading of the first level that has words and stands in no list or block quote."""
    from markdown_it import MarkdownIt

    blocks = MarkdownIt("commonmark").disable(["inline", "text_join"]).parse(text[:_FAR])
    starts = [0, *(found.end() for found in _LINE_END.finditer(text, 0, _FAR)), len(text)]
    for heading, inline in pairwise(blocks):
        if heading.type == "heading_open" and heading.tag == "h1" and not heading.level and heading.map:
            start, end = starts[heading.map[0]], starts[min(heading.map[1], len(starts) - 1)]
            if inline.content.strip():
                return Headline(*_words(text, start, end, inline.content), _unmarked(inline.content))
    return None


def _words(text: str, start: int, end: int, content: str) -> tuple[int, int]:
    """Return where the words of a heading stand in its lines, without the marks that make it one."""
    found = text.find(content, start, end)
    if found >= 0:
        return found, found + len(content)
    lines = [line for line in _LINE_END.split(text[start:end]) if not _UNDERLINE.fullmatch(line)]
    while lines and not lines[-1].strip():
        lines.pop()
    whole = text[start:end]
    first = len(whole) - len(whole.lstrip())
    last = whole.rfind(lines[-1].strip()) + len(lines[-1].strip()) if lines else len(whole)
    return start + first, start + max(last, first + 1)


def _unmarked(content: str) -> str:
    """Return a heading's words as they would show."""
    from markdown_it import MarkdownIt

    (whole,) = MarkdownIt("commonmark").parseInline(content[:1000])
    shown = [
        " " if part.type in ("softbreak", "hardbreak") else part.content
        for part in whole.children or []
        if part.type in ("text", "code_inline", "softbreak", "hardbreak")
    ]
    return " ".join("".join(shown).split())
