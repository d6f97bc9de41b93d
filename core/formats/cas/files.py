"""What the file formats of a CAS have in common: from the graph in a file to a line, and a folder of files."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from core.errors import BadInput
from core.formats.cas.graph import Graph
from core.formats.cas.layers import type_system
from core.formats.cas.reading import Quotes
from core.formats.cas.writing import Clean, cas_of
from core.formats.line.decoding import decode_object
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source
from core.formats.standoff.file_names import FileNames
from core.formats.standoff.notes import line_of, quote_ids, restored, unpacked
from core.model.identity import sha256_of
from core.model.records import AnnotatedDocument

TYPE_SYSTEM = "TypeSystem.xml"


def lines(graph: Graph, file: Source, problems: Problems, reading: Reading | None) -> Iterator[AnnotatedDocument]:
    """Yield the article of a file, if it is good, and tell what was left out of it."""
    found = Quotes(graph)
    notes = {key: unpacked(words or "") for key, words in found.notes().items()}
    named = quote_ids({str(key): note for key, note in notes.items()}, sha256_of(graph.text))
    ids = {key: named[str(key)] for key in notes}
    quotes = [restored(shown, notes[key]) | {"id": ids[key]} for key, shown in found.shown(ids).items()]
    article = unpacked(found.article or "")
    if article is None and not quotes:
        problems.remark(f"{file.name}: has no layer of quotes, so only its text was taken")
    for type_, times in sorted(found.left_out.items()):
        problems.remark(f"{file.name}: left out {times} × {type_}, which is no part of a quote that can be read")
    try:
        yield decode_object(line_of(graph.text, file.id, quotes, article), where=file.name, reading=reading)
    except BadInput as error:
        problems.note(str(error))


def write_folder(
    some: Iterable[AnnotatedDocument], folder: Path, suffix: str, clean: Clean, packed: Callable[[Any], bytes]
) -> int:
    """Write a file for each line, and the type system by which INCEpTION makes its layers; returns how many lines."""
    names, types, number = FileNames(), type_system(), 0
    (folder / TYPE_SYSTEM).write_bytes(str(types.to_xml()).encode())
    for number, line in enumerate(some, 1):  # noqa: B007
        stem = names.stem(line.document.id, line.layer.annotator)
        (folder / f"{stem}{suffix}").write_bytes(packed(cas_of(line, types, clean)))
    return number
