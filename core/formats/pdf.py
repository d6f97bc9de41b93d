"""PDF: the text layer of one article. Read only.

A PDF holds lines, not paragraphs. Lines of a paragraph are joined with a blank, paragraphs with an empty line; a
hyphen at the end of a line is taken out unless the rest of the text, or the word itself, speaks for it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from core.formats.line.decoding import decode_object
from core.formats.problems import Problems
from core.formats.prose.about import language_of
from core.formats.prose.joining import Prose
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.formats.text_layer.letters import has_right_to_left
from core.formats.text_layer.lines import Layer, layer_of
from core.formats.text_layer.printed import without_printed
from core.formats.text_layer.running import without_running
from core.formats.text_layer.setting import Set, paragraphs_of, usual_size
from core.model.records import AnnotatedDocument
from core.model.saying import listed
from core.model.terms import ZoneType

_LARGE = 1.3
_LONGEST_HEADLINE = 300
_FIRST = 3
"""Paragraphs among which the headline is looked for; a kicker or a byline may stand above it."""
_SHOWN = 5
_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint) - .*|.*\.(?:docx?|odt|rtf|indd|qxd|pdf|pages|tmp|html?)|untitled", re.I
)
"""What programs put in the place of a title."""
_BACKWARDS = (
    "has words that are written from right to left, and a PDF may hold these back to front. "
    "Check them against the page, or import the article as HTML or DOCX."
)
_SIDE_BY_SIDE = "has lines that stand side by side, and their order may be wrong. Check them against the page"


class Pdf:
    """Reads the text that can be marked in a PDF; headers and footers that repeat, or that a browser printed, are left
    out and told.

    The day on which a PDF was made is seldom that of the article, so it is not taken for its date.
    """

    name = "pdf"
    suffixes = (".pdf",)
    title = "PDF with text"
    one_article = True

    def recognises(self, head: bytes) -> bool:
        """Whether a file begins as a PDF does, some of them after a few other bytes."""
        return b"%PDF-" in head[:1024]

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the one article; raises `BadInput` if there is no text that can be read."""
        with opened(source) as file:
            raw = _fields(layer_of(file.whole(), file.name), file.name, problems) | {"id": file.id}
            yield decode_object(raw, where=file.name, reading=reading or Reading.at_this_moment())


def _fields(layer: Layer, name: str, problems: Problems) -> dict[str, Any]:
    lines, printed = without_printed(layer.lines)
    lines, running = without_running(lines)
    running = list(dict.fromkeys([*printed, *running]))
    if not lines:
        lines, running = layer.lines, []
    if running:
        problems.remark(f"{name}: left out headers and footers: {_list(running)}.")
    if any(has_right_to_left(line.text) for line in lines):
        problems.remark(f"{name}: {_BACKWARDS}")
    if layer.unsure:
        pages = listed([str(number + 1) for number in layer.unsure])
        problems.remark(f"{name}: {_SIDE_BY_SIDE} ({'page' if len(layer.unsure) == 1 else 'pages'} {pages}).")
    size = usual_size(lines)
    paragraphs = list(paragraphs_of(lines))
    headline = _headline(paragraphs, size)
    prose = Prose()
    for number, paragraph in enumerate(paragraphs):
        prose.add(paragraph.words, ZoneType.HEADLINE if number == headline else None)
    title = None if layer.title is None or _NO_TITLE.fullmatch(layer.title) else layer.title
    fields = {
        "title": prose.headline or title,
        "language": language_of(layer.language),
        "text": prose.text,
        "zones": prose.zones,
        "author": layer.author,
    }
    return {key: value for key, value in fields.items() if value is not None}


def _headline(paragraphs: list[Set], size: float) -> int | None:
    """Return which of the first paragraphs has the largest letters, if these are clearly larger than usual ones."""
    first = range(min(_FIRST, len(paragraphs)))
    largest = max(first, key=lambda number: paragraphs[number].size, default=None)
    if largest is None or not size or len(paragraphs[largest].words) > _LONGEST_HEADLINE:
        return None
    return largest if paragraphs[largest].size >= _LARGE * size else None


def _list(running: list[str]) -> str:
    shown = ", ".join(f"“{words if len(words) <= 60 else words[:59] + '…'}”" for words in running[:_SHOWN])
    return shown if len(running) <= _SHOWN else f"{shown} and {len(running) - _SHOWN:,} more"
