"""What another tool has no place for: kept as JSON notes beside its annotations, and joined to them on reading.

An annotation may have been changed in that tool. So a note never repeats what the tool can show; where it must hold a
finer value, it says which shown value that one stands for, and gives way if the shown value is another by then.
"""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from core.formats.line.quote_decoding import drawn_id
from core.formats.line.stand_off import without_text
from core.model.records import AnnotatedDocument

Wire = dict[str, Any]
Key = TypeVar("Key", str, int)
"""By what a tool calls an annotation."""

_DEFAULTS: Wire = {
    "parent": None,
    "speaker": None,
    "speaker_id": None,
    "speaker_name": None,
    "more_speakers": [],
    "cue": None,
    "flagged": False,
    "sure": True,
    "comment": "",
    "attributes": {},
    "confidence": None,
    "candidates": [],
    "decided": None,
}


def wire_of(line: AnnotatedDocument) -> Wire:
    """Return a line in the shape of the dataset format, without what repeats its text and spans."""
    wire = without_text(line)
    for quote in wire["quotes"] + wire["rejected"]:
        del quote["start"], quote["end"]
    return wire


def quote_note(wire: Wire, shown: Wire) -> Wire:
    """Return what is to be noted of a quote of which the tool shows `shown`."""
    rest = {field: value for field, value in wire.items() if field not in shown}
    rest = {field: value for field, value in rest.items() if field not in _DEFAULTS or value != _DEFAULTS[field]}
    finer = {field: [value, wire.get(field)] for field, value in shown.items() if value != wire.get(field)}
    return {"rest": rest, "finer": finer} if finer else {"rest": rest}


def restored(shown: Wire, note: Wire | None) -> Wire:
    """Return the quote that is shown, with what is noted of it."""
    if note is None:
        return dict(shown)
    whole = _object(note, "rest") | shown
    for field, pair in _object(note, "finer").items():
        if isinstance(pair, list) and len(pair) == 2 and field in shown and shown[field] == pair[0]:
            whole[field] = pair[1]
    return whole


def quote_ids(notes: Mapping[Key, Wire | None], seed: str) -> dict[Key, str]:
    """Return the id of the quote for each annotation: the one noted there or, for a new or copied one, another."""
    ids: dict[Key, str] = {}
    taken: set[str] = set()
    for key, note in notes.items():
        noted = _object(note or {}, "rest").get("id")
        id_ = noted if isinstance(noted, str) and noted and noted not in taken else drawn_id(seed, str(key))
        ids[key] = id_
        taken.add(id_)
    return ids


def article_note(wire: Wire, unshown: list[Wire]) -> Wire:
    """Return what is to be noted of the article: all but its text and the quotes that the tool shows."""
    left = {field: value for field, value in wire.items() if field not in ("format", "sha256", "quotes")}
    return {"article": left, "order": [quote["id"] for quote in wire["quotes"]], "unshown": unshown}


def line_of(text: str, id: str, quotes: list[Wire], note: Wire | None) -> Wire:
    """Return the line of a text and its quotes, which have ids; the note, if any, was made by `article_note`."""
    note = note or {}
    line: Wire = {"id": id} | _object(note, "article") | {"text": text}
    unshown = note.get("unshown")
    given = quotes + (unshown if isinstance(unshown, list) else [])
    order = note.get("order")
    ranks = {one: rank for rank, one in enumerate(order) if isinstance(one, str)} if isinstance(order, list) else {}
    line["quotes"] = sorted(given, key=lambda quote: _rank(quote, ranks))
    _settle(line)
    return line


def packed(note: Wire) -> str:
    """Return a note as one line of ASCII, which every file and tool can hold."""
    return json.dumps(note, separators=(",", ":"))


def unpacked(words: str) -> Wire | None:
    """Return the note that the words hold, or None if they hold none."""
    try:
        note = msgspec.json.decode(words)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return None
    return note if isinstance(note, dict) else None


def _rank(quote: Any, ranks: dict[str, int]) -> int:
    id_ = quote.get("id") if isinstance(quote, dict) else None
    return ranks.get(id_, len(ranks)) if isinstance(id_, str) else len(ranks)


def _settle(line: Wire) -> None:
    """Drop what points at a quote or a speaker that is no longer there, since either can be deleted in the tool."""
    quotes, rejected, speakers = (_objects(line.get(field)) for field in ("quotes", "rejected", "speakers"))
    ids = {quote.get("id") for quote in quotes + rejected if isinstance(quote.get("id"), str)}
    roster = {one["id"]: one for one in speakers if isinstance(one.get("id"), str)}
    for quote in quotes + rejected:
        if isinstance(quote.get("parent"), str) and quote["parent"] not in ids:
            quote["parent"] = None
        for one in _objects(quote.get("more_speakers")) + _objects(quote.get("candidates")):
            if isinstance(one.get("speaker_id"), str) and one["speaker_id"] not in roster:
                one["speaker_id"] = None
        if isinstance(quote.get("speaker_id"), str) and not _goes_by(roster.get(quote["speaker_id"]), quote):
            quote["speaker_id"] = None


def _goes_by(speaker: Wire | None, quote: Wire) -> bool:
    """Whether the speaker has the name that the quote shows; else somebody changed the name, which counts."""
    if speaker is None:
        return False
    aliases = speaker.get("aliases")
    return quote.get("speaker_name") in [speaker.get("name"), *(aliases if isinstance(aliases, list) else [])]


def _object(note: Wire, field: str) -> Wire:
    value = note.get(field)
    return dict(value) if isinstance(value, dict) else {}


def _objects(value: Any) -> list[Wire]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
