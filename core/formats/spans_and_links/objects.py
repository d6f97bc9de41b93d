"""Parts of a JSON record of unknown honesty: each is of the type that is asked for, or refused in one sentence."""

from typing import Any

from core.errors import BadInput
from core.formats.line.flaws import Flaw, refusal
from core.formats.line.parsing import json_object

Raw = dict[str, Any]


def parsed(data: bytes, where: str) -> Raw:
    """Return the object that these bytes are."""
    try:
        return json_object(data)
    except Flaw as flaw:
        raise refusal(where, flaw) from flaw


def list_of(raw: Raw, key: str, where: str) -> list[Raw]:
    """Return the list of objects under a key; a missing one is empty."""
    some = raw.get(key) or []
    if not isinstance(some, list) or not all(isinstance(one, dict) for one in some):
        raise BadInput(f"{where}: {key}: must be a list of objects")
    return some


def number_of(raw: Raw, key: str, where: str) -> int:
    """Return the whole number under a key."""
    number = raw.get(key)
    if not isinstance(number, int) or isinstance(number, bool):
        raise BadInput(f"{where}: {key}: must be a whole number")
    return number


def word_of(raw: Raw, key: str) -> str:
    """Return the text under a key, or an empty one."""
    word = raw.get(key)
    return word if isinstance(word, str) else ""
