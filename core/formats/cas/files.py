"""What the file formats of a CAS have in common: from the graph in a file to a line, and a folder of files."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from core.formats.cas.graph import Graph
from core.formats.cas.layers import type_system
from core.formats.cas.reading import Quotes
from core.formats.cas.writing import Clean, cas_of
from core.formats.file_names import FileNames
from core.formats.line.flaws import short
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source
from core.formats.standoff.article import article
from core.formats.standoff.notes import line_of, quote_ids, restored, unpacked
from core.model.identity import sha256_of
from core.model.records import AnnotatedDocument
from core.model.saying import plural

TYPE_SYSTEM = "TypeSystem.xml"
"""The name under which INCEpTION puts the types beside the files that use them."""


def article_of(graph: Graph, file: Source, problems: Problems, reading: Reading | None) -> Iterator[AnnotatedDocument]:
    """Yield the article of a file, if it is good, and tell what was left out of it."""
    found = Quotes(graph)
    notes = {key: unpacked(words or "") for key, words in found.notes().items()}
    ids = quote_ids(notes, sha256_of(graph.text))
    quotes = [restored(shown, notes[key]) | {"id": ids[key]} for key, shown in found.shown(ids).items()]
    for view, count in graph.others.items():
        annotations = plural(count, "annotation")
        problems.remark(f"{file.name}: left out 1 more text (view {short(view)}) with {annotations}")
    note = unpacked(found.article or "")
    if note is None and not quotes:
        problems.remark(f"{file.name}: has no layer of quotes, so only its text was taken")
    line = {"speakers": found.speakers} | line_of(graph.text, file.id, quotes, note)
    yield from article(line, found.left_out, file, problems, reading)


def type_system_beside(name: str, suffix: str) -> tuple[str, ...]:
    """Return where the type system of a file with this ending may stand, which is no article; none for other files."""
    path = PurePosixPath(name)
    return (str(path.with_name(TYPE_SYSTEM)),) if path.suffix.lower() == suffix else ()


def write_folder(
    lines: Iterable[AnnotatedDocument], folder: Path, suffix: str, clean: Clean, packed: Callable[[Any], bytes]
) -> int:
    """Write a file for each line, and the type system by which INCEpTION makes its layers; returns how many lines."""
    names, types, number = FileNames(), type_system(), 0
    (folder / TYPE_SYSTEM).write_bytes(str(types.to_xml()).encode())
    for number, line in enumerate(lines, 1):  # noqa: B007
        stem = names.stem(line.document.id, line.layer.annotator)
        (folder / f"{stem}{suffix}").write_bytes(packed(cas_of(line, types, clean)))
    return number
