"""doccano's JSON Lines for sequence labelling with relations, and its older lists of labels.

A line of the data set is a line here; what doccano has no place for travels under `quotedesk`, which doccano keeps as
a column of the text. The project there must allow overlapping spans and use relations.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from core.errors import BadInput
from core.formats.line.bare import completed, foreign
from core.formats.line.lines import write_lines
from core.formats.line.stand_off import without_text
from core.formats.line.wire import Raw
from core.formats.losses import EVERYTHING
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source
from core.formats.spans_and_links.graph import Graph, Link, Mark, drawn
from core.formats.spans_and_links.kept import KEY, restored
from core.formats.spans_and_links.objects import list_of, number_of, word_of
from core.formats.spans_and_links.records import LINES, Place, read_records
from core.formats.whole_json.head import first_keys, is_list
from core.model.records import AnnotatedDocument

_LABELS = ("entities", "relations", "label", "labels")


class Doccano:
    """Reads and writes texts with entities and relations; whose entities were changed there, comes back changed."""

    name = "doccano"
    suffixes = (".jsonl",)
    title = "doccano (sequence labelling with relations)"
    general = False
    keeps = EVERYTHING

    def recognises(self, head: bytes) -> bool:
        """Whether the first line has entities with relations, or a list of labels that are spans."""
        keys = first_keys(head)
        if "format" in keys or is_list(head):
            return False
        if keys.get("entities", b"").startswith(b"[") and ("relations" in keys or b'"start_offset"' in head):
            return True
        return any(keys.get(key, b"").replace(b" ", b"").startswith(b"[[") for key in ("label", "labels"))

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the good lines and note the others."""
        return read_records(source, LINES, _lines, problems, reading)

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write each as one line; returns how many. The entities stand first, so that the file is known by its head."""
        return write_lines((msgspec.json.encode(_record(line)) for line in lines), out)


def _record(line: AnnotatedDocument) -> Raw:
    graph = drawn(line.layer.quotes)
    return {
        "id": line.document.id,
        "entities": [
            {"id": n, "label": mark.label, "start_offset": mark.start, "end_offset": mark.end}
            for n, mark in enumerate(graph.marks, 1)
        ],
        "relations": [
            {"id": n, "from_id": link.source + 1, "to_id": link.target + 1, "type": link.label}
            for n, link in enumerate(graph.links, 1)
        ],
        "text": line.document.text,
        KEY: without_text(line),
    }


def _lines(raw: Raw, id_: str, place: Place) -> Iterator[AnnotatedDocument]:
    if "text" not in raw and "data" in raw:
        raw["text"] = raw.pop("data")
    graph = _graph(raw, place.where)
    about = foreign({key: value for key, value in raw.items() if key not in _LABELS})
    base = completed(about | {key: raw[key] for key in ("id", "text") if key in raw}, id_)
    yield restored(base, graph, place)


def _graph(raw: Raw, where: str) -> Graph:
    marks: list[Mark] = []
    places: dict[str, int] = {}
    for entity in list_of(raw, "entities", where):
        places[str(entity.get("id"))] = len(marks)
        start, end = number_of(entity, "start_offset", where), number_of(entity, "end_offset", where)
        marks.append(Mark(start, end, word_of(entity, "label")))
    links: list[Link] = []
    for relation in list_of(raw, "relations", where):
        source, target = (places.get(str(relation.get(key))) for key in ("from_id", "to_id"))
        if source is None or target is None:
            raise BadInput(f"{where}: relations: one leads to an entity that isn't there")
        links.append(Link(source, target, word_of(relation, "type")))
    return Graph(marks + _listed(raw, where), links)


def _listed(raw: Raw, where: str) -> list[Mark]:
    """The labels of a line that has no relations: a start, an end and a name each."""
    key = "label" if "label" in raw else "labels"
    labels = raw.get(key) or []
    try:
        return [Mark(*label) for label in msgspec.convert(labels, list[tuple[int, int, str]])]
    except msgspec.ValidationError:
        raise BadInput(f"{where}: {key}: must be a list of [start, end, name]") from None
