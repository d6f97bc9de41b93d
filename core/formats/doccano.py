"""doccano's JSON Lines for sequence labelling with relations, and its older lists of labels.

A line of the data set is a line here; what doccano has no place for travels under `quotedesk`, which doccano keeps as
a column of the text. The project there must allow overlapping spans and use relations, and count no grapheme clusters:
its window then counts in UTF-16, and so do the offsets.
"""

from collections.abc import Iterable, Iterator, Sequence
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
from core.model.marks import QUOTE_MARKS
from core.model.records import AnnotatedDocument
from core.model.utf16 import Utf16

_UNIT, _UTF16 = "offsets", "utf-16"
"""Says under `quotedesk` how the offsets are counted; files that were written without it have code points."""
_GUESSED_UTF16 = "offsets behind an emoji were taken as doccano's window counts them, two for each"
_GUESSED_POINTS = "offsets behind an emoji were taken as programs count them, one for each"
_DOUBLE_MARKS = QUOTE_MARKS - frozenset("'‘’‚‛`")
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
    graph, offset = drawn(line.layer.quotes), Utf16(line.document.text).to16
    return {
        "id": line.document.id,
        "entities": [
            {"id": n, "label": mark.label, "start_offset": offset(mark.start), "end_offset": offset(mark.end)}
            for n, mark in enumerate(graph.marks, 1)
        ],
        "relations": [
            {"id": n, "from_id": link.source + 1, "to_id": link.target + 1, "type": link.label}
            for n, link in enumerate(graph.links, 1)
        ],
        "text": line.document.text,
        KEY: {_UNIT: _UTF16} | without_text(line),
    }


def _lines(raw: Raw, id_: str, place: Place) -> Iterator[AnnotatedDocument]:
    if "text" not in raw and "data" in raw:
        raw["text"] = raw.pop("data")
    graph = _in_points(_graph(raw, place.where), raw, place)
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


def _in_points(graph: Graph, raw: Raw, place: Place) -> Graph:
    """Return a graph whose marks count in code points; how somebody else counted shows by what it tears."""
    text, held = raw.get("text"), raw.get(KEY)
    said = held.pop(_UNIT, None) if isinstance(held, dict) else None
    if not isinstance(text, str) or (isinstance(held, dict) and said != _UTF16):
        return graph
    unit = Utf16(text)
    if not unit.differs:
        return graph
    marks = [mark._replace(start=unit.behind(mark.start), end=unit.behind(mark.end)) for mark in graph.marks]
    if said is None and graph.marks:
        as_they_are = _torn(text, graph.marks) < _torn(text, marks)
        place.told[_GUESSED_POINTS if as_they_are else _GUESSED_UTF16] += 1
        marks = graph.marks if as_they_are else marks
    return Graph(marks, graph.links)


def _torn(text: str, marks: Sequence[Mark]) -> int:
    """Return how often a mark begins or ends within a word, or its words look as if they were shifted."""
    edges = (edge for mark in marks for edge in (mark.start, mark.end) if 0 < edge < len(text))
    words_cut = sum(text[edge - 1 : edge + 1].isalnum() for edge in edges)
    return words_cut + sum(_is_shifted(text[mark.start : mark.end]) for mark in marks)


def _is_shifted(words: str) -> bool:
    """Whether an annotator would hardly have chosen these words; what may be an apostrophe counts at the start only."""
    never_closed = words[:1] in QUOTE_MARKS and words[-1:] not in QUOTE_MARKS
    return never_closed or words != words.strip() or sum(sign in _DOUBLE_MARKS for sign in words) % 2 == 1


def _listed(raw: Raw, where: str) -> list[Mark]:
    """The labels of a line that has no relations: a start, an end and a name each."""
    key = "label" if "label" in raw else "labels"
    labels = raw.get(key) or []
    try:
        return [Mark(*label) for label in msgspec.convert(labels, list[tuple[int, int, str]])]
    except msgspec.ValidationError:
        raise BadInput(f"{where}: {key}: must be a list of [start, end, name]") from None
