"""A line for formats with typed fields: keys that we don't know have no type and stand as JSON text in `extra`."""

import msgspec

from core.formats.line.encoding import encode
from core.formats.line.extras import extras
from core.formats.line.flaws import Flaw
from core.formats.line.wire import (
    Raw,
    Wire,
    WireCandidate,
    WireDecided,
    WireLine,
    WireQuote,
    WireRejection,
    WireSpeaker,
    WireZone,
)
from core.model.records import AnnotatedDocument

EXTRA = "extra"

_OF_QUOTES: dict[str, type[Wire]] = {"candidates": WireCandidate, "decided": WireDecided}
_PARTS: dict[type[Wire], dict[str, type[Wire]]] = {
    WireLine: {"zones": WireZone, "speakers": WireSpeaker, "quotes": WireQuote, "rejected": WireRejection},
    WireQuote: _OF_QUOTES,
    WireRejection: _OF_QUOTES,
}


def folded(line: AnnotatedDocument) -> Raw:
    """Return the line as objects of which each has the keys of docs/format.md and, where it has others, `extra`."""
    return _folded(msgspec.json.decode(encode(line)), WireLine)


def unfolded(raw: Raw) -> Raw:
    """Return a folded line with all keys at their place again; raises `Flaw` where `extra` is no such text."""
    return _unfolded(raw, WireLine)


def _folded(raw: Raw, shape: type[Wire]) -> Raw:
    """Return the known keys as they are, and the others as JSON text under `extra`."""
    rest = extras(raw, shape)
    known = {key: value for key, value in raw.items() if key not in rest}
    for key, part in _PARTS.get(shape, {}).items():
        value = known[key]
        if value is not None:
            known[key] = [_folded(one, part) for one in value] if isinstance(value, list) else _folded(value, part)
    return known | {EXTRA: msgspec.json.encode(rest).decode()} if rest else known


def _unfolded(raw: Raw, shape: type[Wire]) -> Raw:
    found = _extra_of(raw) | {key: value for key, value in raw.items() if key != EXTRA}
    for key, part in _PARTS.get(shape, {}).items():
        value = found.get(key)
        if isinstance(value, dict):
            found[key] = _unfolded(value, part)
        elif isinstance(value, list):
            found[key] = [_unfolded(one, part) if isinstance(one, dict) else one for one in value]
    return found


def _extra_of(raw: Raw) -> Raw:
    given = raw.get(EXTRA)
    if given is None:
        return {}
    try:
        return msgspec.json.decode(given if isinstance(given, str) else b"", type=Raw)
    except (msgspec.DecodeError, RecursionError):
        raise Flaw(EXTRA, "is not an object as JSON text") from None
