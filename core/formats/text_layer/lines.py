"""The lines of a PDF with their places, read within bounds of pages, memory and time."""

import io
import time
from collections.abc import Iterator, Sequence
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

from core.errors import BadInput
from core.formats.hushed import hushed
from core.formats.source import LONGEST
from core.formats.text_layer.columns import Read, Start, in_columns, may_have_columns
from core.formats.text_layer.letters import cleaned, unreadable_share

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 1_000
MOST_SECONDS, MORE_SECONDS = 5.0, 0.5
"""For the first page, and for each further one; a page of a newspaper takes a tenth of a second."""

_MOST_BYTES = 8 * 1024 * 1024
_MOST_STEPS = 500_000
"""Of a page: bytes when unpacked, and things that it sets or draws. Pictures are not unpacked."""

_MOST_UNREADABLE = 0.3
_BLANKS = frozenset(" \t\n")

_SHOWS = frozenset({b"Tj", b"TJ"})

Matrix = Sequence[float]


class Line(NamedTuple):
    """One line: where it begins, in points from the lower left corner of its page, and how large its letters are.

    Where the place is not known, `size` is 0.
    """

    text: str
    page: int
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0


class Layer(NamedTuple):
    """The lines of all pages, and what the file says about itself.

    `unsure` are the pages, from 0 on, on which lines stand side by side whose order may be wrong.
    """

    lines: list[Line]
    title: str | None
    author: str | None
    language: str | None
    unsure: tuple[int, ...] = ()


def layer_of(data: bytes, name: str) -> Layer:
    """Return all text of a PDF; raises `BadInput` if it is none, is locked, has no text or asks for too much.

    Whatever the library stumbles over is told as damage: half an article would be taken for a whole one.
    """
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    with hushed("pypdf"):
        try:
            return _read(data, name)
        except BadInput:
            raise
        except FileNotDecryptedError:
            raise BadInput(f"{name}: is locked with a password; save it without one and import it again") from None
        except DependencyError:
            said = "is encrypted in a way that can't be read here; save it without encryption and import it again"
            raise BadInput(f"{name}: {said}") from None
        except LimitReachedError:
            raise BadInput(f"{name}: holds more than any article, or is made to fill a memory") from None
        except Exception as error:  # A damaged or hostile file makes the library raise whatever it stumbles over.
            raise BadInput(f"{name}: is no PDF that can be read, or it is damaged") from error


def _read(data: bytes, name: str) -> Layer:
    from pypdf import PdfReader, apply_configuration

    with apply_configuration(
        zlib_maximum_output_length=_MOST_BYTES,
        lzw_maximum_output_length=_MOST_BYTES,
        run_length_maximum_output_length=_MOST_BYTES,
        brotli_maximum_output_length=_MOST_BYTES,
        array_based_stream_maximum_output_length=_MOST_BYTES,
        stream_decoding_work_maximum_length=4 * _MOST_BYTES,
        stream_parsing_work_maximum_count=_MOST_STEPS,
    ):
        reader = PdfReader(io.BytesIO(data))
        pages = list(_bounded(reader, name))
        lines = [line for page in pages for line in page.lines]
        letters = "".join(line.text for line in lines)
        if not letters.strip():
            raise BadInput(f"{name}: has no text, it seems to be scanned; let a program recognise its text (OCR) first")
        if unreadable_share(letters) > _MOST_UNREADABLE:
            raise BadInput(f"{name}: doesn't say which letters its signs are, so its text can't be read")
        clean = [line._replace(text=cleaned(line.text)) for line in lines]
        unsure = tuple(number for number, page in enumerate(pages) if page.unsure)
        return Layer([line for line in clean if line.text.strip()], *_about(reader), unsure)


def _bounded(reader: "PdfReader", name: str) -> Iterator[Read]:
    began, characters = time.monotonic(), 0
    for number, page in enumerate(reader.pages):
        if number == MOST_PAGES:
            raise BadInput(f"{name}: has more than {MOST_PAGES:,} pages; save those of the article as a file")
        found = _page(page, number, name, began + MOST_SECONDS + number * MORE_SECONDS)
        characters += sum(len(line.text) for line in found.lines)
        if characters > LONGEST:
            raise BadInput(f"{name}: has more than {LONGEST // 1024 // 1024} MB of text")
        yield found


def _page(page: "PageObject", number: int, name: str, end: float) -> Read:
    """Return the lines of a page, without their places if these were not told for all of it."""
    pieces: list[tuple[str, Matrix, Matrix, float]] = []
    starts: list[Start] = []

    def take(text: str, page_matrix: Matrix, text_matrix: Matrix, font: Any, size: float) -> None:
        if text:
            pieces.append((text, [*page_matrix], [*text_matrix], float(size)))

    def check(operator: bytes = b"", _: Any = None, page_matrix: Matrix = (), text_matrix: Matrix = ()) -> None:
        if time.monotonic() > end:
            raise BadInput(f"{name}: takes too long to read (page {number + 1}), so it is no article")
        if operator in _SHOWS:
            starts.append(_place(page_matrix, text_matrix, 1)[:2])

    check()
    whole = page.extract_text(visitor_text=take, visitor_operand_before=check)
    check()
    if "".join(text for text, *_ in pieces).split() != whole.split():
        return Read([Line(text, number) for text in whole.split("\n") if text.strip()])
    lines = list(_placed(pieces, number))
    if not may_have_columns(starts):
        return Read(lines)
    found = in_columns(lines, _laid_out(page), starts)
    check()
    return found


def _laid_out(page: "PageObject") -> str:
    """Return the page as text in which blanks stand for room; nothing if that fails, since its words are known."""
    try:
        return page.extract_text(extraction_mode="layout")
    except Exception:
        return ""


def _placed(pieces: list[tuple[str, Matrix, Matrix, float]], number: int) -> Iterator[Line]:
    """Yield lines, each at the place of the first piece of it that shows."""
    parts: list[str] = []
    place: tuple[float, float, float] | None = None
    for text, page_matrix, text_matrix, size in pieces:
        for turn, part in enumerate(text.split("\n")):
            if turn and place:
                yield Line("".join(parts), number, *place)
            if turn:
                parts, place = [], None
            parts.append(part)
            if place is None and not _BLANKS.issuperset(part):
                place = _place(page_matrix, text_matrix, size)
    if place:
        yield Line("".join(parts), number, *place)


def _place(page: Matrix, text: Matrix, size: float) -> tuple[float, float, float]:
    """Return x, y and the size of letters on the page: the text's matrix within that of the page."""
    x, y = text[4] * page[0] + text[5] * page[2] + page[4], text[4] * page[1] + text[5] * page[3] + page[5]
    height = hypot(text[2] * page[0] + text[3] * page[2], text[2] * page[1] + text[3] * page[3])
    return x, y, abs(size) * height


def _about(reader: "PdfReader") -> tuple[str | None, str | None, str | None]:
    """Return title, author and language, as far as the file says them."""
    said = reader.metadata
    found = (said.title, said.author) if said else (None, None)
    title, author, language = (
        " ".join(cleaned(str(words)).split()) or None if words else None
        for words in (*found, reader.root_object.get("/Lang"))
    )
    return title, author, language
