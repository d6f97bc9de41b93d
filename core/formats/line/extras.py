"""Keys that the format doesn't know: kept when read, and written back at their place."""

from collections.abc import Iterator
from itertools import repeat
from typing import Any

import msgspec

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
from core.model.records import Extra

_KNOWN: dict[type[Wire], frozenset[str]] = {
    shape: frozenset(shape.__struct_fields__)
    for shape in (WireLine, WireZone, WireSpeaker, WireQuote, WireRejection, WireCandidate, WireDecided)
}


def extras(raw: Raw | None, shape: type[Wire]) -> Extra:
    """Return what `raw` holds beyond the keys of `shape`; nothing where it is known that there is nothing."""
    if raw is None:
        return {}
    known = _KNOWN[shape]
    if raw.keys() <= known:
        return {}
    return {key: value for key, value in raw.items() if key not in known}


def inside(raw: Raw | None, key: str) -> Iterator[Raw | None]:
    """Yield what stands in a list of `raw`, one by one; None without end where there is nothing to be found."""
    return repeat(None) if raw is None else iter(raw.get(key, ()))


def with_extras(wire: Wire, extra: Extra) -> Any:
    """Return what to encode: the object itself or, with unknown keys, its keys and then those.

    A known key always has the record's value, whatever `extra` says.
    """
    if not extra:
        return wire
    known = msgspec.structs.asdict(wire)
    return known | {key: value for key, value in extra.items() if key not in known}
