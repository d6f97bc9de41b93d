"""What is read of unknown keys: they are somebody else's data, so anything may stand there, or nothing."""

from typing import TypeGuard

from core.model.records import Extra
from core.model.spans import Span


def words_in(extra: Extra, key: str) -> tuple[str, ...]:
    """Return the list of words under a key; none where something else stands there."""
    found = extra.get(key)
    return tuple(found) if _are_words(found) else ()


def is_foreign(extra: Extra, key: str) -> bool:
    """Whether something else than a list of words stands under a key: that stays as it is."""
    return key in extra and not _are_words(extra[key])


def span_in(extra: Extra, key: str) -> Span | None:
    """Return the span under a key, `{"start": 3, "end": 8}`; None where something else stands there."""
    match extra.get(key):
        case {"start": int(start), "end": int(end)}:
            return Span(start, end)
    return None


def _are_words(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
