"""Finds the formats: each module of this folder that defines a class with name, suffixes, title, read or write."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeGuard, runtime_checkable

import core.formats
from core.errors import UserMistake
from core.formats.losses import Trait
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source
from core.model.records import AnnotatedDocument


@runtime_checkable
class Format(Protocol):
    """What each format has: a name for the command line, suffixes of files, a title for people."""

    name: str
    suffixes: tuple[str, ...]
    title: str


@runtime_checkable
class Reader(Format, Protocol):
    """A format that can be imported.

    It may also say `one_article = True` (a file is one article and gives it its id), `general = True` (others that
    recognise the same file go first) and have the methods `companions(name)`, the names of files that are read along
    with that one, and `surely(head)`, whether a file that begins so can be nothing else, whatever its name says.
    """

    def recognises(self, head: bytes) -> bool:
        """Whether a file of an unknown name that begins so is of this format."""
        ...

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the good records as a stream and note what is wrong with the others."""
        ...


@runtime_checkable
class StreamWriter(Format, Protocol):
    """A format that is exported as one file; `keeps` is all that it can hold.

    It may also say `for_training = True` (unless told otherwise, only complete articles go out) and have the methods
    `write_stand_off(lines, out)`, which leaves the texts out, and `accompany(folder, parts)`, which puts what training
    needs beside the files of a split.
    """

    keeps: frozenset[Trait]

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write all as a stream; returns the number of lines or rows."""
        ...


@runtime_checkable
class FolderWriter(Format, Protocol):
    """A format that is exported as several files in a folder.

    It may also say `for_training = True` and have a method `write_splits(splits, folder)`, which writes all parts of a
    split into one folder.
    """

    keeps: frozenset[Trait]

    def write_folder(self, lines: Iterable[AnnotatedDocument], folder: Path) -> int:
        """Write all into a folder that is there and empty; returns the number of lines or rows."""
        ...


Writer = StreamWriter | FolderWriter


def format_named(name: str) -> Format:
    """Return the format of this name; raises `UserMistake` that lists the known ones."""
    for known in _formats():
        if known.name == name:
            return known
    names = ", ".join(known.name for known in _formats())
    raise UserMistake(f"There is no format {name}. Nothing was changed. Choose one of: {names}.")


@cache
def readers() -> tuple[Reader, ...]:
    """Return the formats that can be imported, by name."""
    return tuple(known for known in _formats() if isinstance(known, Reader))


def is_one_article(reader: Reader) -> bool:
    """Whether a file of this format is one article."""
    return bool(getattr(reader, "one_article", False))


def writers() -> tuple[Writer, ...]:
    """Return the formats that can be exported, by name."""
    return tuple(known for known in _formats() if isinstance(known, Writer))


def reader_named(name: str) -> Reader:
    """Return the format of this name; raises `UserMistake` if nothing can be imported in it."""
    known = format_named(name)
    if isinstance(known, Reader):
        return known
    names = ", ".join(one.name for one in readers())
    raise UserMistake(f"Nothing can be imported as {name}. Nothing was changed. Choose one of: {names}.")


def writer_named(name: str) -> Writer:
    """Return the format of this name; raises `UserMistake` if nothing can be exported in it."""
    known = format_named(name)
    if isinstance(known, Writer):
        return known
    names = ", ".join(one.name for one in writers())
    raise UserMistake(f"Nothing can be exported as {name}. Nothing was changed. Choose one of: {names}.")


@cache
def _formats() -> tuple[Format, ...]:
    found: list[Format] = []
    for neighbour in pkgutil.iter_modules(core.formats.__path__):
        if not neighbour.ispkg:
            module = importlib.import_module(f"core.formats.{neighbour.name}")
            found += [thing() for thing in vars(module).values() if _is_format(thing, module.__name__)]
    return tuple(sorted(found, key=lambda known: known.name))


def _is_format(thing: Any, module: str) -> TypeGuard[type[Format]]:
    if not isinstance(thing, type) or thing.__module__ != module or getattr(thing, "_is_protocol", False):
        return False
    return all(hasattr(thing, wanted) for wanted in ("name", "suffixes", "title"))
