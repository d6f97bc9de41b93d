"""The lines of a brat .ann file: spans (T), relations (R), events (E), attributes (A, M), references (N), notes (#)."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from core.errors import BadInput
from core.formats.problems import Problems
from core.model.spans import Span

BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""What ends a line where brat reads its files, so that no annotation may hold it."""

_SPANS = re.compile(r"\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*", re.ASCII)


class Entity(NamedTuple):
    """A stretch of text in one or more pieces, and the words that the file repeats of it."""

    type: str
    pieces: tuple[Span, ...]
    words: str
    where: str


class Link(NamedTuple):
    """A relation from one annotation to another one."""

    type: str
    one: str
    other: str


class Event(NamedTuple):
    """Several annotations that belong together, by their roles."""

    trigger: str
    members: tuple[str, ...]


class Mark(NamedTuple):
    """An attribute of an annotation; a flag has an empty value."""

    type: str
    target: str
    value: str


REFERENCE = "Reference"
"""The type under which names from lists of names (N) are taken as notes."""


@dataclass
class Standoff:
    """All annotations of one text; `notes` has the words by type and target, the first where there are several.

    `identifiers` has what a list of names calls the one who is named there, by target, as "Wikidata:Q42".
    `others` counts what has no place in the rest: further notes, and what brat holds to mean the same (*).
    """

    entities: dict[str, Entity] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    identifiers: dict[str, str] = field(default_factory=dict)
    others: Counter[str] = field(default_factory=Counter)


def parsed(data: bytes, name: str, problems: Problems) -> Standoff:
    """Return the annotations of a file; a line that is none is noted and left out."""
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(f"{name}: is not UTF-8 (byte {error.start + 1})") from None
    found = Standoff()
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if line.strip():
            where = f"{name}, line {number}"
            id_, _, rest = line.partition("\t")
            body, _, tail = rest.partition("\t")
            if not _take(found, id_, body.rstrip(), tail, where):
                problems.note(f"{where}: is no brat annotation")
    return found


def written(standoff: Standoff, text: str) -> Iterator[str]:
    """Yield the lines of a file, without their ends."""
    for id_, entity in standoff.entities.items():
        spans = ";".join(f"{start} {end}" for start, end in entity.pieces)
        yield f"{id_}\t{entity.type} {spans}\t{' '.join(text[start:end] for start, end in entity.pieces)}"
    for number, link in enumerate(standoff.links, 1):
        yield f"R{number}\t{link.type} Arg1:{link.one} Arg2:{link.other}"
    for number, mark in enumerate(standoff.marks, 1):
        yield f"A{number}\t{mark.type} {mark.target} {mark.value}".rstrip()
    for number, ((type_, target), words) in enumerate(standoff.notes.items(), 1):
        yield f"#{number}\t{type_} {target}\t{words}"


def _take(found: Standoff, id_: str, body: str, tail: str, where: str) -> bool:
    """Put the annotation of one line where it belongs; returns whether it was one."""
    if id_[:1] == "T":
        return _take_entity(found, id_, body, tail, where)
    parts = body.split()
    if id_[:1] == "R" and len(parts) == 3:
        found.links.append(Link(parts[0], _target(parts[1]), _target(parts[2])))
    elif id_[:1] == "E" and parts:
        found.events.append(Event(_target(parts[0]), tuple(_target(part) for part in parts[1:])))
    elif id_[:1] in ("A", "M") and len(parts) >= 2:
        found.marks.append(Mark(parts[0], parts[1], " ".join(parts[2:])))
    elif id_[:1] == "N" and len(parts) == 3:
        _take_note(found, REFERENCE, parts[1], tail)
        found.identifiers.setdefault(parts[1], parts[2])
    elif id_[:1] == "#" and len(parts) == 2:
        _take_note(found, parts[0], parts[1], tail)
    elif id_[:1] == "*":
        found.others[f"{parts[0] if parts else '*'} (link)"] += 1
    else:
        return False
    return True


def _take_note(found: Standoff, type_: str, target: str, tail: str) -> None:
    if (type_, target) in found.notes:
        found.others[f"second {type_} of one annotation"] += 1
    else:
        found.notes[type_, target] = tail.strip()


def _take_entity(found: Standoff, id_: str, body: str, tail: str, where: str) -> bool:
    type_, _, spans = body.partition(" ")
    if not type_ or id_ in found.entities or not _SPANS.fullmatch(spans):
        return False
    ends = [pair.split(" ") for pair in spans.split(";")]
    pieces = sorted(Span(int(start), int(end)) for start, end in ends)
    found.entities[id_] = Entity(type_, tuple(pieces), tail, where)
    return True


def _target(argument: str) -> str:
    return argument.rpartition(":")[2]
