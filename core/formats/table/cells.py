"""What stands in one cell though it has parts: spans, second speakers, attributes; each can be read back exactly."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote

from core.errors import BadInput
from core.model.records import SecondSpeaker
from core.model.spans import Span

# A spreadsheet makes a time of 10:15 and a date of 10-15; files from before have colons.
_SPAN = re.compile(r"(\d{1,9})(?:\.\.|:)(\d{1,9})")
_TIME = re.compile(r"\d+:\d\d:\d\d.*|.*\d [AP]M|\d+ days?, .*|\d{4}-\d\d-\d\d.*", re.IGNORECASE)
_SECOND = re.compile(
    r"(?:(?P<name>.*) )?\((?P<relation>\w+)\)(?: @(?P<start>\d{1,9})(?:\.\.|:)(?P<end>\d{1,9}))?(?: #(?P<id>\S+))?",
    re.DOTALL,
)

Raw = dict[str, Any]


def spans_cell(spans: Sequence[Span | None]) -> str:
    """Return spans as "10..15 21..26"."""
    return " ".join(f"{span.start}..{span.end}" for span in spans if span is not None)


def spans_of(cell: str, where: str) -> list[list[int]]:
    """Return the spans of such a cell; raises `BadInput` if it holds anything else."""
    if _TIME.fullmatch(cell):
        raise BadInput(
            f"{where}: a spreadsheet made the time “{cell[:40]}” of a position. Export anew, and let it keep that "
            "column as text."
        )
    found = [(word, _SPAN.fullmatch(word)) for word in cell.split()]
    if wrong := next((word for word, match in found if match is None), None):
        raise BadInput(f"{where}: “{wrong[:40]}” is no span such as 10..15")
    return [[int(match[1]), int(match[2])] for _, match in found if match]


def span_of(cell: str, where: str) -> Raw | None:
    """Return the one span of a cell, or None if it is empty."""
    spans = spans_of(cell, where)
    if len(spans) > 1:
        raise BadInput(f"{where}: there is more than one span")
    return {"start": spans[0][0], "end": spans[0][1]} if spans else None


def seconds_cell(seconds: Sequence[SecondSpeaker]) -> str:
    """Return second speakers as "Ben (joint) @402..408 #s2; (alternative)": name, relation, mention, id."""
    return "; ".join(_second(second) for second in seconds)


def seconds_of(cell: str, where: str) -> list[Raw]:
    """Return the second speakers of such a cell; raises `BadInput` if it holds anything else."""
    seconds: list[Raw] = []
    for number, part in enumerate(cell.split(";") if cell else []):
        found = _SECOND.fullmatch(part.removeprefix(" ") if number else part)
        if found is None:
            raise BadInput(f"{where}: “{part[:40]}” is no second speaker such as Ben (joint)")
        mention = {"start": int(found["start"]), "end": int(found["end"])} if found["start"] else None
        name, id_ = (None if said is None else _unescaped(said) for said in (found["name"], found["id"]))
        seconds.append({"speaker_name": name, "relation": found["relation"], "speaker": mention, "speaker_id": id_})
    return seconds


def attributes_cell(attributes: Mapping[str, str]) -> str:
    """Return attributes as "factuality=denied; tone=dry"."""
    return "; ".join(f"{_escaped(key)}={_escaped(value)}" for key, value in attributes.items())


def attributes_of(cell: str, where: str) -> dict[str, str]:
    """Return the attributes of such a cell; raises `BadInput` if it holds anything else."""
    attributes: dict[str, str] = {}
    for number, part in enumerate(cell.split(";") if cell else []):
        key, sign, value = (part.removeprefix(" ") if number else part).partition("=")
        if not sign:
            raise BadInput(f"{where}: “{part[:40]}” is no attribute such as factuality=denied")
        attributes[_unescaped(key)] = _unescaped(value)
    return attributes


def _second(second: SecondSpeaker) -> str:
    name = f"{_escaped(second.speaker_name)} " if second.speaker_name else ""
    mention = f" @{spans_cell([second.mention])}" if second.mention else ""
    id_ = f" #{quote(second.speaker_id, safe='')}" if second.speaker_id else ""
    return f"{name}({second.relation}){mention}{id_}"


def _escaped(words: str) -> str:
    """Write the signs that part things here as %3B and the like."""
    return re.sub("[%;=#@()]", lambda sign: f"%{ord(sign[0]):02X}", words)


def _unescaped(words: str) -> str:
    return unquote(words)
