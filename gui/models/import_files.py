"""Files that may be imported: those in a folder, the format of each, and a look at how they begin."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from core.errors import BadInput

if TYPE_CHECKING:
    from core.formats.registry import Reader
    from core.formats.source import Source

LARGEST = 8 * 1024 * 1024
"""Bytes of a file that is looked into where its format can be read only whole."""
MOST_COLUMNS = 500
MOST_AT_ONCE = 50
"""Files that are added without a question if they are plain text."""
UNKNOWN = "in no format that can be read"


class Found(NamedTuple):
    """What is known of a file. `heading` is that of a table whose columns can be chosen, `trouble` a sentence."""

    title: str = UNKNOWN
    reader: "Reader | None" = None
    heading: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def is_one(self) -> bool:
        """Whether the file is one article."""
        from core.formats.registry import is_one_article

        return self.reader is not None and is_one_article(self.reader)


class TooLarge(BadInput):
    """A file is larger than what is read for a look at it."""


def needs_asking(paths: Sequence[Path]) -> bool:
    """Whether a person should see what would come in: anything but a few text files or one dataset of our own."""
    if len(paths) > MOST_AT_ONCE or any(os.path.isdir(path) for path in paths):
        return True
    if len(paths) == 1 and paths[0].suffix.lower() == ".jsonl":
        reader = look_at(paths[0]).reader
        return reader is not None and reader.name != "jsonl"
    return any(path.suffix.lower() != ".txt" for path in paths)


def files_in(paths: Sequence[Path]) -> Iterator[Path | None]:
    """Yield the files that will be read, and None now and then while a large folder is walked through."""
    from core.formats.folder import files_of

    for path in paths:
        yield from files_of(path)


def look_at(file: Path) -> Found:
    """Return the format of a file and, where it is a table of others, its heading."""
    from core.formats.articles import reader_of
    from core.formats.source import unreadable

    try:
        with glance(file) as source:
            reader = reader_of(source, file)
        with glance(file) as source:
            return Found(reader.title, reader, _heading(reader, source))
    except BadInput as error:
        return Found(trouble=str(error))
    except OSError as error:
        return Found(trouble=unreadable(file, error))


@contextmanager
def glance(file: Path) -> "Iterator[Source]":
    """Open a file to look at its beginning; raises `TooLarge` where a large one could be read only whole."""
    from core.formats.source import Source, opened

    class Glance(Source):
        def whole(self) -> bytes:
            data = self.stream.read(LARGEST + 1)
            if len(data) > LARGEST:
                raise TooLarge(f"{self.name}: is larger than {LARGEST // 2**20} MB. It is read when it is added.")
            return data

    with opened(file) as source:
        yield Glance(source.stream, source.name, source.id, source.beside)


def _heading(reader: "Reader", source: "Source") -> tuple[str, ...]:
    """Return the heading of a table of others, nothing for our own and for what is no table or can't be read."""
    from core.formats.table.tables import is_own

    ask = getattr(reader, "columns", None)
    try:
        heading = [] if ask is None else [column for column in ask(source) if column]
    except BadInput:
        return ()  # it is told where its articles are read
    return () if is_own(heading) else tuple(dict.fromkeys(heading))[:MOST_COLUMNS]
