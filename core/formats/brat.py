"""brat: a text and its annotations in two files of the same name, .txt and .ann.

Each line of a dataset is one pair. A second annotator of an article gets a pair of their own, with the annotator in
the files' names; the ids themselves stand in a note. What brat can't show is kept in notes, in JSON.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from core.errors import BadInput
from core.formats.file_names import FileNames
from core.formats.line.flaws import short
from core.formats.losses import EVERYTHING
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.formats.standoff.article import article
from core.formats.standoff.brat_lines import Entity, Standoff, parsed
from core.formats.standoff.brat_reading import ARTICLE, NOWHERE, OURS, Quotes
from core.formats.standoff.brat_writing import CONFIGURATION, annotations
from core.formats.standoff.notes import Wire, line_of, quote_ids, restored, unpacked
from core.model.identity import sha256_of
from core.model.records import AnnotatedDocument
from core.model.spans import Span, flaw

_CONFIGURATIONS = ("annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf")
_FIRST = re.compile(rb"(?:\xef\xbb\xbf)?T\d+\t\S+ \d+ \d+[;\t\r\n]")
_MARK = "\ufeff"
_ENDINGS = (".txt", ".TXT")
"""Of the file with the text; some systems write names in capitals."""


class Brat:
    """Reads and writes brat projects, also those of others as far as they annotate quotes."""

    name = "brat"
    suffixes = (".ann",)
    title = "brat (stand-off files)"
    keeps = EVERYTHING

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins so begins with an annotated span."""
        return _FIRST.match(head) is not None

    def companions(self, name: str) -> tuple[str, ...]:
        """Return the text that belongs to an .ann file, and the files in which brat has its settings."""
        path = PurePosixPath(name)
        if path.suffix.lower() != ".ann":
            return ()
        settings = [str(folder / one) for folder in path.parents for one in _CONFIGURATIONS]
        return (*(str(path.with_suffix(ending)) for ending in _ENDINGS), *settings)

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the article; its annotations that can't be used are noted, or told if they are of another kind."""
        with opened(source) as file:
            text = _text(file)
            standoff = parsed(file.whole(), file.name, problems)
            note = unpacked(standoff.notes.get((ARTICLE, NOWHERE), ""))
            if note is None and text.startswith(_MARK):
                # Of another tool, where a byte order mark was counted as a character.
                text, standoff.entities = text[1:], {id_: _back(one) for id_, one in standoff.entities.items()}
            _check(standoff, text, problems)
            quotes, found = _quotes(standoff, text)
            line = {"speakers": found.speakers} | line_of(text, file.id, quotes, note)
            yield from article(line, found.left_out, file, problems, reading)

    def write_folder(self, lines: Iterable[AnnotatedDocument], folder: Path) -> int:
        """Write a pair of files for each line, and brat's configuration; returns the number of lines."""
        names, number = FileNames(), 0
        (folder / _CONFIGURATIONS[0]).write_bytes(CONFIGURATION.encode())
        for number, line in enumerate(lines, 1):  # noqa: B007
            stem = names.stem(line.document.id, line.layer.annotator)
            (folder / f"{stem}.txt").write_bytes(line.document.text.encode())
            (folder / f"{stem}.ann").write_bytes(annotations(line).encode())
        return number


def _text(file: Source) -> str:
    stem = file.id.rpartition("/")[2]  # without the folders that may tell two files of one name apart
    found = ((name, data) for ending in _ENDINGS if (data := file.beside(name := f"{stem}{ending}")) is not None)
    name, data = next(found, (f"{stem}{_ENDINGS[0]}", None))
    if data is None:
        raise BadInput(f"{file.name}: there is no {name} beside it, in which brat keeps the text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(f"{file.name}: {name}, which holds the text, is not UTF-8 (byte {error.start + 1})") from None


def _back(entity: Entity) -> Entity:
    return entity._replace(pieces=tuple(Span(max(0, start - 1), end - 1) for start, end in entity.pieces))


def _check(standoff: Standoff, text: str, problems: Problems) -> None:
    """Leave out the spans that are not in the text or that have other words there, and say so."""
    for id_, entity in list(standoff.entities.items()):
        wrong = next((said for one in entity.pieces if (said := flaw((one,), len(text)))), None)
        there = " ".join(text[start:end] for start, end in entity.pieces)
        if wrong is None and entity.words.strip() and _bare(entity.words) != _bare(there):
            wrong = f"has the words “{short(entity.words)}”, but the text there is “{short(there)}”"
        if wrong:
            problems.note(f"{entity.where}: {id_}: {wrong}")
            del standoff.entities[id_]


def _bare(words: str) -> str:
    return "".join(words.split())


def _quotes(standoff: Standoff, text: str) -> tuple[list[Wire], Quotes]:
    """Return the quotes with their ids and notes, and what else the annotations say."""
    notes = {id_: unpacked(standoff.notes.get((OURS, id_), "")) for id_ in standoff.entities}
    ids = quote_ids(notes, sha256_of(text))
    found = Quotes(standoff, text, ids)
    return [restored(shown, notes[id_]) | {"id": ids[id_]} for id_, shown in found.shown()], found
