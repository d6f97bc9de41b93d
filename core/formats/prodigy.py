"""Prodigy's JSON Lines with spans and relations, as for its recipe for relations and as exported by db-out.

A task with the answer "accept" is an article that its annotator has finished (complete), whatever Quotedesk suggested
in it is taken; one with "reject" or "ignore" is told and left out. The hashes are left to Prodigy, which makes
those that are missing; what it has no place for travels under `quotedesk`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from core.formats.line.bare import completed, foreign
from core.formats.line.lines import lines as lines_of
from core.formats.line.lines import write_lines
from core.formats.line.stand_off import without_text
from core.formats.line.wire import Raw
from core.formats.losses import EVERYTHING
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source
from core.formats.spans_and_links.graph import NOTHING, Graph, Link, Mark, drawn
from core.formats.spans_and_links.kept import KEY, restored
from core.formats.spans_and_links.objects import list_of, number_of, word_of
from core.formats.spans_and_links.records import Cut, Place, read_records
from core.formats.spans_and_links.tokens import Tokens
from core.formats.whole_json.head import first_keys, is_list
from core.model.records import AnnotatedDocument
from core.model.saying import plural
from core.model.terms import State

_MADE_THERE = ("tokens", "spans", "relations", "answer", "meta", "_view_id", "_is_binary", "_timestamp", "options")
_HINTS = frozenset({"spans", "tokens", "_input_hash", "_task_hash"})


class Prodigy:
    """Reads and writes tasks with spans and relations; whose spans were changed there, comes back changed."""

    name = "prodigy"
    suffixes = (".jsonl",)
    title = "Prodigy (spans and relations)"
    general = False
    keeps = EVERYTHING

    def recognises(self, head: bytes) -> bool:
        """Whether the first line has spans, tokens or hashes."""
        keys = first_keys(head)
        return "format" not in keys and not is_list(head) and not _HINTS.isdisjoint(keys)

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the tasks that were accepted or are unanswered, and note those that are wrong."""
        tasks = _Tasks()
        return read_records(source, Cut("line", tasks.pieces), tasks.lines_of, problems, reading)

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write each as one task; returns how many. The spans stand first, so that the file is known by its head."""
        return write_lines((msgspec.json.encode(_task(line)) for line in lines), out)


class _Tasks:
    """The tasks of one file; those that were rejected or ignored are counted, and told behind the last one."""

    def __init__(self) -> None:
        self._refused: Counter[str] = Counter()

    def pieces(self, file: Source, problems: Problems) -> Iterator[tuple[int, bytes]]:
        yield from lines_of(file, problems)
        for answer, count in self._refused.items():
            tasks = plural(count, "task")
            problems.remark(f"{file.name}: left out {tasks} with the answer “{answer}”.")

    def lines_of(self, raw: Raw, id_: str, place: Place) -> Iterator[AnnotatedDocument]:
        answer = word_of(raw, "answer")
        if answer in ("reject", "ignore"):
            self._refused[answer] += 1
        else:
            yield _line(raw, id_, place)


def _task(line: AnnotatedDocument) -> Raw:
    document, layer = line.document, line.layer
    graph = drawn(layer.quotes)
    tokens = Tokens(document.text, ((mark.start, mark.end) for mark in graph.marks))
    spans = [_span(mark, tokens) for mark in graph.marks]
    # A person's article that is complete was accepted as a whole; others are still to be worked on.
    answer = {"answer": "accept"} if layer.annotator is not None and layer.state is State.COMPLETE else {}
    annotator = {} if layer.annotator is None else {"_annotator_id": layer.annotator}
    return {
        "spans": sorted(spans, key=lambda span: (span["start"], span["end"])),
        "relations": [
            {
                "head": spans[link.source]["token_end"],
                "child": spans[link.target]["token_end"],
                "head_span": spans[link.source],
                "child_span": spans[link.target],
                "label": link.label,
            }
            for link in graph.links
        ],
        "text": document.text,
        "tokens": [
            {"text": document.text[start:end], "start": start, "end": end, "id": number, "ws": ws}
            for number, (start, end, ws) in enumerate(tokens.all)
        ],
        "meta": {"id": document.id} | ({"title": document.title} if document.title else {}),
        **answer,
        **annotator,
        KEY: without_text(line),
    }


def _span(mark: Mark, tokens: Tokens) -> Raw:
    first, last = tokens.place(mark.start, mark.end)
    return {"start": mark.start, "end": mark.end, "token_start": first, "token_end": last, "label": mark.label}


def _line(raw: Raw, id_: str, place: Place) -> AnnotatedDocument:
    graph = _graph(raw, place)
    meta = raw.get("meta")
    told = {key: value for key, value in meta.items() if key != "id"} if isinstance(meta, dict) else {}
    mine = {key: value for key, value in raw.items() if key not in _MADE_THERE and key[:1] != "_"}
    given = raw.get("id", meta.get("id") if isinstance(meta, dict) else None)
    named = {"text": raw["text"]} if "text" in raw else {}
    base = completed(foreign(told) | foreign(mine) | named | {"id": given}, id_)
    by = None
    if word_of(raw, "answer") == "accept":
        by = {"annotator": _annotator(raw), "state": State.COMPLETE}
    return restored(base, graph, place, by)


def _annotator(raw: Raw) -> str | None:
    return word_of(raw, "_annotator_id") or word_of(raw, "_session_id") or None


def _graph(raw: Raw, place: Place) -> Graph:
    """A relation names its spans by their ends and labels, or by a token; one between bare tokens is left out."""
    marks: list[Mark] = []
    places: dict[Any, int] = {}
    for span in list_of(raw, "spans", place.where):
        start, end = number_of(span, "start", place.where), number_of(span, "end", place.where)
        mark = Mark(start, end, word_of(span, "label"))
        for name in (mark, (start, end), span.get("token_start"), span.get("token_end")):
            if name is not None:
                places.setdefault(_name(name), len(marks))
        marks.append(mark)
    links: list[Link] = []
    for relation in list_of(raw, "relations", place.where):
        label = word_of(relation, "label")
        source, target = (_end(relation, end, places) for end in ("head", "child"))
        if source is None or target is None:
            place.left_out[f"{label} (between single words)"] += 1
        else:
            links.append(Link(source, target, label))
    return Graph(marks, links)


def _end(relation: Raw, end: str, places: dict[Any, int]) -> int | None:
    named = relation.get(f"{end}_span")
    if not isinstance(named, dict):
        return places.get(_name(relation.get(end)))
    edges = (named.get("start"), named.get("end"))
    exact = places.get(_name((*edges, word_of(named, "label"), NOTHING, None)))
    return places.get(_name(edges)) if exact is None else exact


def _name(what: Any) -> str:
    """Return what a span is known by: its mark, its edges or a token; as text, since a file may give anything."""
    return repr(tuple(what) if isinstance(what, tuple) else what)
