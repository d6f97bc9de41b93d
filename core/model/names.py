"""Whether two names are those of one speaker, as people write them in one article."""

import tomllib
from collections.abc import Iterable
from functools import cache

from core.resources import resource

_FEWEST_INITIALS = 3


def same_name(one: str, other: str) -> bool:
    """Whether two names may mean one speaker: alike without titles and case, one the short form of the other, initials.

    "Mr. Lavrov" is Sergey Lavrov and "DNC" the Democratic National Committee; who knows of two people of one surname
    has to ask for whole names.
    """
    a, b = _words(one), _words(other)
    if not a or not b:
        return False
    if a == b or _is_initials(a, other) or _is_initials(b, one):
        return True
    return a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a))


def any_same_name(names: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any of the names may mean the one whom any of the others means."""
    known = list(others)
    return any(same_name(one, other) for one in names for other in known)


def _words(name: str) -> tuple[str, ...]:
    stripped = (word.strip(".,;:!?\"'“”‘’«»()[]@#") for word in name.casefold().split())
    words = [word.removesuffix("'s").removesuffix("’s") for word in stripped if word]
    while len(words) > 1 and words[0] in _titles():
        words.pop(0)
    return tuple(words)


def _is_initials(words: tuple[str, ...], name: str) -> bool:
    capitals = "".join(word[0] for word in name.split() if word[:1].isupper()).casefold()
    return len(words) == 1 and len(capitals) >= _FEWEST_INITIALS and words[0].replace(".", "") == capitals


@cache
def _titles() -> frozenset[str]:
    people = tomllib.loads(resource("lexicons", "en", "people.toml").read_text(encoding="utf-8"))
    return frozenset(people["titles"]) | {"the", "a", "an"}
