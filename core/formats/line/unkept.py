"""Keys that the format doesn't know, at places that keep none: told at the end of a file, for how many quotes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from core.formats.line.wire import Raw, Wire, WireModel, WireSecond, WireSpan, WireSuggestion
from core.formats.problems import Problems

_OF_QUOTES: dict[tuple[str, ...], type[Wire]] = {
    ("speaker",): WireSpan,
    ("cue",): WireSpan,
    ("more_speakers",): WireSecond,
    ("more_speakers", "speaker"): WireSpan,
    ("candidates", "mention"): WireSpan,
    ("decided", "suggestion"): WireSuggestion,
}
"""The way from a quote to what keeps only the keys of its shape; all else has an `extra`."""


class UnkeptKeys:
    """Counts unknown keys that are left out, once for each quote or, of models, for each line."""

    def __init__(self, name: str, problems: Problems) -> None:
        self._name = name
        self._problems = problems
        self._keys: Counter[str] = Counter()

    def look(self, raw: Raw) -> None:
        """Look at a line that was read, as it stands in the file."""
        self._keys.update(_unknown(raw, ("model",), WireModel))
        for quote in [*raw.get("quotes", ()), *raw.get("rejected", ())]:
            self._keys.update({key for path, shape in _OF_QUOTES.items() for key in _unknown(quote, path, shape)})

    def tell(self) -> None:
        """Remark on what was found."""
        if self._keys:
            keys = ", ".join(f"“{key}” ({count:,})" for key, count in sorted(self._keys.items()))
            self._problems.remark(
                f"{self._name}: left out, since models, mentions, cues, second speakers and what was suggested keep "
                f"no keys of others: {keys}. Counted are quotes and, of models, articles; all else was kept."
            )


def _unknown(raw: Raw, path: Sequence[str], shape: type[Wire]) -> set[str]:
    known = shape.__struct_fields__
    return {".".join((*path, key)) for found in _at(raw, path) for key in found if key not in known}


def _at(raw: Any, path: Sequence[str]) -> Iterator[Raw]:
    """Yield the objects to which a way leads, through all that stand in a list."""
    if isinstance(raw, list):
        for each in raw:
            yield from _at(each, path)
    elif raw is not None and path:
        yield from _at(raw.get(path[0]), path[1:])
    elif raw is not None:
        yield raw
