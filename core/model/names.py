"""Whether two names are those of one speaker, as people write them in one article."""

import tomllib
from functools import cache

from core.resources import resource

_FEWEST_INITIALS = 3


def same_name(one: str, other: str) -> bool:
    """Whether two names may mean one speaker: alike without titles and case, one the short form of the other, initials.

    "Mr. Lavrov" is Sergey Lavrov and "DNC" the Democratic National Committee; who knows of two people of one surname
    has to ask for whole names.
    """
    a, b = words_of(one), words_of(other)
    if not a or not b:
        return False
    if a == b or _is_initials(a, other) or _is_initials(b, one):
        return True
    return a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a))


def initials(name: str) -> str:
    """Return the capitals of the words of a name in lower case, or nothing if they are too few to stand for it."""
    capitals = "".join(word[0] for word in name.split() if word[0].isupper())
    return capitals.lower() if len(capitals) >= _FEWEST_INITIALS else ""


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without titles, possessives and signs around them."""
    stripped = (word.strip(".,;:!?\"'“”‘’«»()[]@#") for word in name.casefold().split())
    words = [word.removesuffix("'s").removesuffix("’s") for word in stripped if word]
    while len(words) > 1 and words[0] in _titles():
        words.pop(0)
    return tuple(words)


def _is_initials(words: tuple[str, ...], name: str) -> bool:
    return len(words) == 1 and words[0].replace(".", "") == initials(name)


@cache
def _titles() -> frozenset[str]:
    people = tomllib.loads(resource("lexicons", "en", "people.toml").read_text(encoding="utf-8"))
    return frozenset(people["titles"]) | {"the", "a", "an"}
