"""What was exported: where it is, what its format says it keeps, and the dataset itself, by which all is measured."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "readers"
FORMATS: dict[str, dict[str, Any]] = json.loads((OUT / "formats.json").read_text("utf-8"))
PLANTED: dict[str, str] = json.loads((OUT / "planted.json").read_text("utf-8"))

Line = dict[str, Any]
Quote = dict[str, Any]


def exports(name: str) -> list[tuple[str, Path]]:
    """Return each export in a format: which quotes were taken, and the file or folder."""
    known = FORMATS[name]
    return [(which, OUT / which / known["file"]) for which in known["which"]]


def objects(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file with one in each line; U+2028 and its like end none."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


@cache
def lines(which: str) -> tuple[Line, ...]:
    """Return the dataset in the interchange format, as plain JSON."""
    return tuple(objects(OUT / which / "jsonl.jsonl"))


def who_and_what(line: Line) -> tuple[str, str | None]:
    """Return by what a line is known: the article and the annotator."""
    return line["id"], line["annotator"]


def slices(text: str, spans: list[list[int]]) -> list[str]:
    """Return the words of some spans."""
    return [text[start:end] for start, end in spans]


def ends(span: dict[str, int] | None) -> tuple[int, int] | None:
    """Return a mention or cue as a pair."""
    return (span["start"], span["end"]) if span else None


def visible(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the blanks at its edges."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


@cache
def by_file(which: str) -> dict[str, Line]:
    """Return the lines by the names of their files: the article's id, percent-encoded, and a second annotator."""
    found: dict[str, Line] = {}
    for line in lines(which):
        stem = percent(line["id"], safe=" ")
        found[stem if stem not in found else f"{stem}.{line['annotator']}"] = line
    return found


def told_apart(pairs: list[tuple[str, object]]) -> dict[str, list[object]]:
    """Gather values by their first halves, in order."""
    found: dict[str, list[object]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
