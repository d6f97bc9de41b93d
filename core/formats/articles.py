"""Many files as one stream of articles: format found by name or content, ids unique, problems gathered."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import BinaryIO

from msgspec.structs import replace

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.registry import Reader, readers
from core.formats.source import Source, opened, readable, unreadable
from core.model.records import AnnotatedDocument


def articles(
    given: Sequence[Path | BinaryIO], problems: Problems, reading: Reading | None = None, *, known: Reader | None = None
) -> Iterator[AnnotatedDocument]:
    """Yield the articles of all files in the order given, one at a time; a bad file never stops the others.

    `known` is the format of all of them; without it each file says by itself what it is.
    """
    reading = reading or Reading.at_this_moment()
    given = [file for one in given for file in _files(one)]
    ids = file_ids([one for one in given if isinstance(one, Path) and _may_be_one_article(one)])
    for one in given:
        try:
            if isinstance(one, Path) and one.is_dir():
                raise BadInput(f"{one}: is a folder without files")
            with opened(one) as source:
                reader = known or reader_of(source, one if isinstance(one, Path) else None)
                for line in reader.read(source, problems, reading):
                    yield _with_id(line, ids[one]) if isinstance(one, Path) and _one_article(reader) else line
        except BadInput as error:
            problems.note(str(error))
        except OSError as error:
            problems.note(unreadable(one if isinstance(one, Path) else "standard input", error))


def format_of(path: Path) -> Reader:
    """Return the format in which a file can be read; raises `BadInput` if there is none or no such file."""
    with opened(path) as source:
        return reader_of(source, path)


def reader_of(source: Source, path: PurePath | None) -> Reader:
    """Return the format by content and suffix: a suffix that fits, unless the first bytes say something else.

    A nameless stream that nobody recognises may be plain text.
    """
    suffix = path.suffix.lower() if path else ""
    head = source.head()
    named = [reader for reader in readers() if suffix in reader.suffixes]
    special = [reader for reader in readers() if not is_general(reader)]
    for group in (named, special, *([] if named else [readers()])):
        for reader in sorted(group, key=is_general):
            if reader.recognises(head):
                return reader
    if named:
        return sorted(named, key=is_general)[-1]
    if not suffix:
        return next(reader for reader in readers() if reader.name == "text")
    endings = ", ".join(dict.fromkeys(suffix for reader in readers() for suffix in reader.suffixes))
    raise BadInput(f"{source.name}: is in no format that can be read ({endings})")


def file_ids(paths: Sequence[Path]) -> dict[Path, str]:
    """Return an id for each file: its stem, with as many of its folders in front as set it apart from the others."""
    ids: dict[Path, str] = {}
    left, depth = list(dict.fromkeys(paths)), 0
    while left:
        named = {path: _named(path, depth) for path in left}
        times = Counter(named.values())
        deepest = {path for path in left if depth >= len(path.absolute().parts)}
        ids |= {path: id_ for path, id_ in named.items() if times[id_] == 1 or path in deepest}
        left = [path for path in left if path not in ids]
        depth += 1
    return ids


def _named(path: Path, depth: int) -> str:
    folders = [part for part in path.absolute().parent.parts if part != path.anchor]
    return readable("/".join([*(folders[-depth:] if depth else []), path.stem]))


def is_general(reader: Reader) -> bool:
    """Whether others that recognise the same file go first."""
    return bool(getattr(reader, "general", False))


def without_companions(names: Iterable[str]) -> list[str]:
    """Return the names of a folder's files, less those that are read along with another one."""
    listed = sorted(names)
    along: set[str] = set()
    for reader in readers():
        companions = getattr(reader, "companions", None)
        if companions is not None:
            along |= {other for name in listed for other in companions(name)}
    return [name for name in listed if name not in along]


def _files(one: Path | BinaryIO) -> list[Path | BinaryIO]:
    """A folder stands for the files in it, hidden ones excepted; folders in it are looked into, too."""
    if not isinstance(one, Path) or not one.is_dir():
        return [one]
    names = [str(path.relative_to(one)) for path in one.rglob("*") if path.is_file()]
    shown = [name for name in names if not any(part.startswith(".") for part in Path(name).parts)]
    return [one / name for name in without_companions(shown)] or [one]


def _one_article(reader: Reader) -> bool:
    return bool(getattr(reader, "one_article", False))


def _may_be_one_article(path: Path) -> bool:
    suffix = path.suffix.lower()
    return not any(suffix in reader.suffixes and not _one_article(reader) for reader in readers())


def _with_id(line: AnnotatedDocument, id_: str) -> AnnotatedDocument:
    if id_ == line.document.id:
        return line
    return replace(line, document=replace(line.document, id=id_))
