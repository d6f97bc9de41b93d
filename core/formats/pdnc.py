"""Tables as the Project Dialogism Novel Corpus has them, one folder an article. Write only.

Our own columns follow those of the corpus, so that what reads its files by name reads these, too.
"""

import csv
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path

from core.formats.file_names import FileNames
from core.formats.losses import EVERYTHING, Trait
from core.model.names import same_name
from core.model.records import AnnotatedDocument, Document, Quote, Speaker
from core.model.spans import Span, hull, shared, size
from core.model.terms import Kind, SpeakerKind

TEXT, QUOTATIONS, CHARACTERS, INDEX = "novel_text.txt", "quotation_info.csv", "character_info.csv", "articles.csv"
QUOTATION_COLUMNS = (
    "quoteID", "quoteText", "subQuotationList", "quoteByteSpans", "speaker", "addressees", "quoteType",
    "referringExpression", "mentionTextsList", "mentionSpansList", "mentionEntitiesList",
    "kind", "status", "speakerType", "speakerID", "speakerMentionSpan", "cueSpan", "parentID", "confidence", "comment",
)  # fmt: skip
CHARACTER_COLUMNS = ("Character ID", "Main Name", "Aliases", "Gender", "Category", "Speaker ID", "External ID", "Kind")
INDEX_COLUMNS = ("Folder Name", "id", "title", "source", "url", "date", "language", "annotator", "state")

NOTHING = "nan"
"""What the corpus writes where there is no referring expression."""

_FAMILIES = ('“”„‟"', "‘’‚‛'", "«»", "‹›", "「」", "『』")
"""Quotation marks of which any two may be a pair; which one opens is another matter in each language."""
_FARTHEST = 60
"""Characters from a mention to its cue; what is farther apart is no expression any more."""

Cell = str | int | float | None


class Pdnc:
    """Writes text, quotations and characters of each article.

    As in the corpus, direct quotations stand without the marks around them, and places count the code points of the
    text with line ends made one character (LF), which is how Python opens it.
    """

    name = "pdnc"
    suffixes: tuple[str, ...] = ()
    title = "Tables like those of the Project Dialogism Novel Corpus (folder)"
    keeps = EVERYTHING - {
        Trait.QUOTED,
        Trait.SECOND,
        Trait.DECISION,
        Trait.CANDIDATES,
        Trait.FLAG,
        Trait.ATTRIBUTES,
        Trait.EXTRA,
        Trait.EXTRA_ABOUT,
        Trait.REJECTED,
        Trait.ZONES,
        Trait.MODEL,
        Trait.LINE_ENDS,
    }

    def write_folder(self, lines: Iterable[AnnotatedDocument], folder: Path) -> int:
        """Write a folder for each article and annotator, and a table of them; returns how many."""
        names, index = FileNames(), []
        for line in lines:
            document, layer = line.document, line.layer
            own = folder / _folder_name(names.stem(document.id, layer.annotator))
            own.mkdir()
            article = _Article(line)
            (own / TEXT).write_bytes(article.text.encode("utf-8"))
            _write_table(own / QUOTATIONS, QUOTATION_COLUMNS, map(article.quotation, layer.quotes))
            _write_table(own / CHARACTERS, CHARACTER_COLUMNS, article.characters())
            about = (document.title, document.source, document.url, document.date, document.language)
            index.append((own.name, document.id, *about, layer.annotator, layer.state))
        _write_table(folder / INDEX, INDEX_COLUMNS, index)
        return len(index)


class _Article:
    """One article in the corpus's terms."""

    def __init__(self, line: AnnotatedDocument) -> None:
        self._line = line
        self._places = _Places(line.document)
        self.text = self._places.text
        self._speakers = {each.id: each for each in line.layer.speakers}

    def quotation(self, quote: Quote) -> tuple[Cell, ...]:
        """Return the row of a quote; mentions inside quotes and addressees are not known, so these lists are empty."""
        spans = [self._places.moved(span) for span in self._without_marks(quote)]
        surfaces = [self.text[start:end] for start, end in spans]
        empty = repr([[] for _ in spans])
        return (
            quote.id,
            " ".join(surfaces),
            repr(surfaces),
            repr([list(span) for span in spans]),
            quote.speaker_name if quote.speaker_name is not None else NOTHING,
            "[]",
            self._type(quote),
            self._expression(quote),
            empty,
            empty,
            empty,
            quote.kind,
            quote.status,
            quote.speaker_type,
            quote.speaker_id,
            self._place(quote.mention),
            self._place(quote.cue),
            quote.parent,
            quote.confidence,
            quote.comment,
        )

    def characters(self) -> Iterable[tuple[Cell, ...]]:
        """Yield a row for each speaker of the roster; aliases are a set as Python writes it, the name one of them."""
        for number, speaker in enumerate(self._speakers.values()):
            aliases = ", ".join(map(repr, dict.fromkeys((speaker.name, *speaker.aliases))))
            yield (
                number, speaker.name, f"{{{aliases}}}", "U", NOTHING,
                speaker.id, speaker.external_id, speaker.kind if speaker.kind is not SpeakerKind.UNKNOWN else None,
            )  # fmt: skip

    def _without_marks(self, quote: Quote) -> Iterable[Span]:
        """Yield the pieces of a quote, those of a direct one without the marks around it.

        What opens a piece is closed at its end or, where a quotation goes on behind a gap, at that of the last one.
        """
        text, pieces = self._line.document.text, quote.fragments
        marked = quote.kind is Kind.DIRECT and bool(quote.quoted)
        first, last = text[pieces[0].start], text[pieces[-1].end - 1]
        for start, end in pieces:
            opening, closing = text[start], text[end - 1]
            around = _are_pair(opening, closing) and end - start > 1
            inner = Span(start + (around or _are_pair(opening, last)), end - (around or _are_pair(first, closing)))
            yield inner if marked and inner.start < inner.end else Span(start, end)

    def _type(self, quote: Quote) -> str:
        """Whether the speaker is named beside the quote, only referred to, or not mentioned at all."""
        if quote.mention is None:
            return "Implicit"
        start, end = quote.mention
        said = self._line.document.text[start:end]
        return "Explicit" if _names(said, self._speakers.get(quote.speaker_id or ""), quote) else "Anaphoric"

    def _expression(self, quote: Quote) -> str:
        """The mention with its verb ("he asked"), if they stand together."""
        if quote.mention is None:
            return NOTHING
        span = quote.mention
        if quote.cue is not None:
            both = hull(sorted((quote.mention, quote.cue)))
            apart = size([both]) - size([quote.mention, quote.cue])
            span = span if shared([both], quote.fragments) or apart > _FARTHEST else both
        start, end = self._places.moved(span)
        return self.text[start:end]

    def _place(self, span: Span | None) -> str | None:
        return repr(list(self._places.moved(span))) if span else None


def _are_pair(opening: str, closing: str) -> bool:
    return any(opening in family and closing in family for family in _FAMILIES)


class _Places:
    """The text with its line ends made one, and where each place of the article is in it."""

    def __init__(self, document: Document) -> None:
        self.text = document.text.replace("\r\n", "\n").replace("\r", "\n")
        self._pairs = [found.start() for found in re.finditer("\r\n", document.text)]

    def moved(self, span: Span) -> Span:
        """Return the span in the new text."""
        return Span(self._moved(span.start), self._moved(span.end))

    def _moved(self, place: int) -> int:
        # A place between CR and LF is after the one line end that they become.
        return place - bisect_left(self._pairs, place - 1)


def _names(said: str, speaker: Speaker | None, quote: Quote) -> bool:
    """Whether the words of a mention hold a part of the speaker's name, rather than a pronoun or a description."""
    known = (speaker.name, *speaker.aliases) if speaker else (quote.speaker_name or "",)
    return any(same_name(said, name) for name in known)


def _folder_name(stem: str) -> str:
    return f"{stem[:-1]}%{ord(stem[-1]):02X}" if stem[-1] in ". " else stem


def _write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as made:
        table = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\n")
        table.writerow(columns)
        table.writerows(rows)
