"""Columns for training taggers (CoNLL, BIO): one token a line, with where it stands and which spans it is part of.

Each article begins with comments ("# id = …"), and names its columns in one of them. A token is a word or a sign;
blanks and control characters are none. Words are cut where a span begins or ends, so that a span is from the start of
its B to the end of its last I, less blanks at its edges. A blank line stands after each sentence and paragraph, but
never inside a span. Where two spans of one column share words, the one that begins first stays, of two that begin
together the longest.

What belongs to a quote stands at each B of its pieces: its id, by which pieces are joined, and its speaker. Where
pieces of several kinds begin with one token, the values stand in the order of the kinds with "|" between them. `cue_of`
and `mention_of` have the ids of the quotes of that cue or mention. "_" is no value; in values "%", "|" and what would
break a line are percent-encoded.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO, NamedTuple
from urllib.parse import quote as percent

from core.formats.losses import Trait
from core.formats.training.apart import apart
from core.formats.training.marks import KINDS, Mark, columns_of
from core.model.records import AnnotatedDocument
from core.model.spans import Span

VALUES = ("quote", "speaker", "speaker_id", "speaker_type")
COLUMNS = ("token", "start", "end", *KINDS, "cue", "mention", *VALUES, "cue_of", "mention_of")
OUTSIDE = "O"
NOTHING = "_"

_PIECE = re.compile(r"\w+|[^\w\s]")
_BREAKING = re.compile("[%|\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ENDS = frozenset(".!?…。！？؟।")
_CLOSING = frozenset("\"'”’»«›‹)]」』“")
_SHORT = 3
"""Letters of the longest word with a capital whose full stop is taken for an abbreviation's: Mr., Dr., Jan."""

_JOINER = "\u200d"


class _Cell(NamedTuple):
    """A mark at one of its tokens."""

    mark: Mark
    begins: bool


class Conll:
    """Writes BIO columns for each kind of quote, cues and mentions."""

    name = "conll"
    suffixes = (".conll",)
    title = "Columns for taggers (CoNLL, BIO)"
    for_training = True
    keeps = frozenset(
        {
            Trait.SPLIT,
            Trait.KIND,
            Trait.MENTION,
            Trait.CUE,
            Trait.NAME,
            Trait.SPEAKER_TYPE,
            Trait.ABOUT,
            Trait.STATE,
            Trait.ANNOTATOR,
            Trait.CONTROLS_ABOUT,
        }
    )

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write the articles one after the other; returns how many."""
        count = 0
        for count, line in enumerate(lines, 1):  # noqa: B007
            out.writelines(f"{row}\n".encode() for row in _rows(line))
        return count


def tokens(text: str, edges: Iterable[int] = ()) -> list[Span]:
    """Return words and ends in text order, cut at the edges; what combines with a character stays with it."""
    found: list[Span] = []
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if found and found[-1].end == start and _combines(text[start - 1], text[start]):
            found[-1] = Span(found[-1].start, end)
        elif unicodedata.category(text[start]) != "Cc":
            found.append(Span(start, end))
    inner = set(edges)
    cut: list[Span] = []
    for start, end in found:
        ends = [start, *(place for place in range(start + 1, end) if place in inner), end]
        cut += [Span(*pair) for pair in pairwise(ends)]
    return cut


def _combines(before: str, after: str) -> bool:
    """Whether a character belongs to the one before it: an accent, a vowel sign, a shade of an emoji, a joined sign.

    So it is with letters after such a sign, since a word goes on behind its accents.
    """
    if before == _JOINER or after == _JOINER or unicodedata.category(after)[0] == "M" or "🏻" <= after <= "🏿":
        return True
    return unicodedata.category(before)[0] == "M" and after.isalnum()


def _rows(line: AnnotatedDocument) -> Iterator[str]:
    document, layer = line.document, line.layer
    yield f"# id = {_value(document.id)}"
    about = {name: getattr(document, name) for name in ("title", "source", "url", "date", "language")}
    about |= {"annotator": layer.annotator, "state": layer.state}
    yield from (f"# {name} = {_value(value)}" for name, value in about.items() if value)
    yield f"# columns = {' '.join(COLUMNS)}"
    text, columns = document.text, columns_of(layer.quotes)
    found = tokens(text, (edge for column in columns for mark in column for edge in mark.span))
    cells = [_cells(found, column) for column in columns]
    before = _before_closing(text, found)
    for number, token in enumerate(found):
        row = [column.get(number) for column in cells]
        inside = any(cell and not cell.begins for cell in row)
        if number and not inside and _breaks(text, found, number, before[number - 1]):
            yield ""
        yield "\t".join([text[token.start : token.end], str(token.start), str(token.end), *_tags(row), *_values(row)])
    yield ""


def _cells(found: list[Span], column: list[Mark]) -> dict[int, _Cell]:
    """Return which mark stands at which token."""
    starts = [token.start for token in found]
    ranges = [Span(bisect_left(starts, mark.span.start), bisect_left(starts, mark.span.end)) for mark in column]
    # What covers no token, such as a blank, has no row to stand in.
    full = [number for number, span in enumerate(ranges) if span.start < span.end]
    cells: dict[int, _Cell] = {}
    for number in (full[place] for place in apart(ranges[number] for number in full)):
        start, end = ranges[number]
        cells |= {place: _Cell(column[number], place == start) for place in range(start, end)}
    return cells


def _tags(row: Sequence[_Cell | None]) -> Iterator[str]:
    for cell in row:
        yield f"{'B' if cell.begins else 'I'}-{cell.mark.label}" if cell else OUTSIDE


def _values(row: Sequence[_Cell | None]) -> Iterator[str]:
    begun = [cell.mark.quotes if cell and cell.begins else () for cell in row]
    quotes = [quote for some in begun[: len(KINDS)] for quote in some]
    yield _listed(quote.id for quote in quotes)
    yield _listed(quote.speaker_name for quote in quotes)
    yield _listed(quote.speaker_id for quote in quotes)
    yield _listed(quote.speaker_type for quote in quotes)
    yield from (_listed(quote.id for quote in some) for some in begun[len(KINDS) :])


def _listed(values: Iterable[str | None]) -> str:
    return "|".join(map(_value, values)) or NOTHING


def _value(given: str | None) -> str:
    if not given:
        return NOTHING
    return "%5F" if given == NOTHING else _BREAKING.sub(lambda sign: percent(sign[0]), given)


def _before_closing(text: str, found: list[Span]) -> list[int]:
    """Return for each token its own number or, where it closes quotation marks or brackets, that of the last before."""
    before: list[int] = []
    for number, token in enumerate(found):
        before.append(before[-1] if before and text[token.start] in _CLOSING else number)
    return before


def _breaks(text: str, found: list[Span], number: int, last: int) -> bool:
    """Whether a sentence or paragraph has ended before this token; `last` is the one before what it closed."""
    gap = text[found[number - 1].end : found[number].start]
    if len(f"{gap}.".splitlines()) > 1:
        return True
    if not gap or text[found[last].start] not in _ENDS:
        return False
    before = text[found[last - 1].start : found[last - 1].end] if last else ""
    return not (before.istitle() and len(before) <= _SHORT and text[found[last].start] == ".")
