"""Many files as one stream of articles: format found by name or content, ids unique, problems gathered."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import BinaryIO

from msgspec.structs import replace

from core.errors import BadInput
from core.formats.folder import files_of, is_manifest
from core.formats.no_prose import kind_of_file
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.registry import Reader, is_one_article, readers
from core.formats.source import STDIN, Source, opened, readable, unreadable
from core.model.records import AnnotatedDocument

_TEXTS, _TABLES = (".doc", ".odt", ".rtf", ".pages", ".wps", ".wpd"), (".xls", ".ods", ".numbers")
_SAVED_AS = dict.fromkeys(_TEXTS, ".docx") | dict.fromkeys(_TABLES, ".xlsx or .csv")
"""What programs for offices write and nothing here reads, and what they should be asked to write."""

_TEXT = "text"
"""The name of the format of plain text, which may be anything."""


def articles(
    given: Sequence[Path | BinaryIO], problems: Problems, reading: Reading | None = None, *, known: Reader | None = None
) -> Iterator[AnnotatedDocument]:
    """Yield the articles of all files in the order given, one at a time; a bad file never stops the others.

    `known` is the format of all of them; without it each file says by itself what it is.
    """
    reading = reading or Reading.at_this_moment()
    given = [file for one in given for file in _files(one)]
    paths = [one for one in given if isinstance(one, Path)]
    ids = file_ids([path for path in paths if _may_be_one_article(path, known)])
    stems = file_stems([path for path in paths if path not in ids])
    for one in given:
        path = one if isinstance(one, Path) else None
        try:
            if path and os.path.isdir(path):
                raise BadInput(f"{path}: is a folder without files")
            with opened(one) as source:
                source.id = stems.get(path, source.id) if path else source.id
                reader = known or reader_of(source, path)
                # What is one article against its ending has no id here, and keeps that of its stem.
                id_ = ids.get(path) if path and is_one_article(reader) else None
                for line in reader.read(source, problems, reading):
                    placed = line if line.where else replace(line, where=source.name)
                    yield placed if id_ is None else _with_id(placed, id_)
        except BadInput as error:
            problems.note(str(error))
        except OSError as error:
            problems.note(unreadable(path or STDIN, error))


def reader_of(source: Source, path: PurePath | None) -> Reader:
    """Return the format by content and suffix: a suffix that fits, unless the first bytes say something else.

    A nameless stream that nobody recognises may be plain text.
    """
    suffix = path.suffix.lower() if path else ""
    head = source.head()
    if path and is_manifest(path.name, head):
        raise BadInput(f"{source.name}: is the manifest of an export and holds no articles; name the dataset instead")
    named = [reader for reader in readers() if suffix in reader.suffixes]
    special = [reader for reader in readers() if not _general(reader)]
    found = _recognised(named, head) or _recognised(special, head) or _sure(head)
    if found is None and suffix in _SAVED_AS:
        raise BadInput(f"{source.name}: is in a format that can't be read; save it as {_SAVED_AS[suffix]}")
    found = found or (None if named else _recognised(readers(), head))
    if found is not None:
        return found
    if named:
        return _unless_no_prose(sorted(named, key=_general)[-1], source.name, head)
    if not suffix:
        return _unless_no_prose(next(reader for reader in readers() if reader.name == _TEXT), source.name, head)
    endings = ", ".join(dict.fromkeys(suffix for reader in readers() for suffix in reader.suffixes))
    raise BadInput(f"{source.name}: is in no format that can be read ({endings})")


def _unless_no_prose(found: Reader, name: str, head: bytes) -> Reader:
    """Return a format, but not plain text for what plainly is a file of another kind, full of signs for programs."""
    kind = kind_of_file(head) if found.name == _TEXT else None
    if kind is not None:
        raise BadInput(
            f"{name}: is {kind}, which can't be read; save the article alone as plain text, or say --format {_TEXT} to "
            "take all of it as the article's text"
        )
    return found


def _recognised(some: Iterable[Reader], head: bytes) -> Reader | None:
    return next((reader for reader in sorted(some, key=_general) if reader.recognises(head)), None)


def _sure(head: bytes) -> Reader | None:
    return next((reader for reader in readers() if getattr(reader, "surely", _never)(head)), None)


def _never(head: bytes) -> bool:
    return False


def file_ids(paths: Sequence[Path]) -> dict[Path, str]:
    """Return an id for each file: its stem, or its name beside another of that stem in the same folder.

    As many of its folders are in front as set it apart from the others.
    """
    ids: dict[Path, str] = {}
    left, depth = list(dict.fromkeys(paths)), 0
    alike = Counter(_bare(path) for path in left)
    called = {path: path.stem if alike[_bare(path)] == 1 else path.name for path in left}
    while left:
        named = {path: _named(path, called[path], depth) for path in left}
        times = Counter(named.values())
        deepest = {path for path in left if depth >= len(path.absolute().parts)}
        ids |= {path: id_ for path, id_ in named.items() if times[id_] == 1 or path in deepest}
        left = [path for path in left if path not in ids]
        depth += 1
    return ids


def file_stems(paths: Sequence[Path]) -> dict[Path, str]:
    """Return what the articles of each file that may hold several are called after: its id, as far as folders tell it.

    Files of one folder share their stem, since what they hold mostly has ids of its own.
    """
    bare = {path: path.absolute().parent / f"{path.stem}.*" for path in paths}
    ids = file_ids(list(bare.values()))
    return {path: ids[one] for path, one in bare.items()}


def _bare(path: Path) -> Path:
    """A file without its ending."""
    return path.absolute().parent / path.stem


def _named(path: Path, called: str, depth: int) -> str:
    folders = [part for part in path.absolute().parent.parts if part != path.anchor]
    return readable("/".join([*(folders[-depth:] if depth else []), called]))


def _files(one: Path | BinaryIO) -> list[Path | BinaryIO]:
    return [file for file in files_of(one) if file] if isinstance(one, Path) else [one]


def _general(reader: Reader) -> bool:
    return bool(getattr(reader, "general", False))


def _may_be_one_article(path: Path, known: Reader | None) -> bool:
    suffix = path.suffix.lower()
    likely = [known] if known else [reader for reader in readers() if suffix in reader.suffixes]
    return all(is_one_article(reader) for reader in likely)


def _with_id(line: AnnotatedDocument, id_: str) -> AnnotatedDocument:
    if id_ == line.document.id:
        return line
    return replace(line, document=replace(line.document, id=id_))
