"""Many files as one stream of articles: format found by name or content, ids unique, problems gathered."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from core.errors import BadInput
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.registry import Reader, readers
from core.formats.source import Source, opened, readable, unreadable
from core.model.records import AnnotatedDocument


def articles(
    given: Sequence[Path | BinaryIO], problems: Problems, reading: Reading | None = None
) -> Iterator[AnnotatedDocument]:
    """Yield the articles of all files in the order given, one at a time; a bad file never stops the others."""
    reading = reading or Reading.at_this_moment()
    ids = file_ids([one for one in given if isinstance(one, Path) and _may_be_one_article(one)])
    for one in given:
        try:
            with opened(one) as source:
                reader = reader_of(source, one if isinstance(one, Path) else None)
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


def reader_of(source: Source, path: Path | None) -> Reader:
    """Return the format by the file's suffix, else by its first bytes; a nameless stream may be plain text."""
    suffix = path.suffix.lower() if path else ""
    known = readers()
    for reader in known:
        if suffix in reader.suffixes:
            return reader
    head = source.head()
    for reader in known:
        if reader.recognises(head):
            return reader
    if not suffix:
        return next(reader for reader in known if _one_article(reader))
    endings = ", ".join(suffix for reader in known for suffix in reader.suffixes)
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


def _one_article(reader: Reader) -> bool:
    return bool(getattr(reader, "one_article", False))


def _may_be_one_article(path: Path) -> bool:
    suffix = path.suffix.lower()
    return not any(suffix in reader.suffixes and not _one_article(reader) for reader in readers())


def _with_id(line: AnnotatedDocument, id_: str) -> AnnotatedDocument:
    if id_ == line.document.id:
        return line
    return replace(line, document=replace(line.document, id=id_))
