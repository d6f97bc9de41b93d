"""The single signs of quotation in a text, each with what its neighbours make it look like."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.model.spans import Span
from core.resources import resource

_OPENERS = frozenset("([{<—–-/¿¡*_>|")


@dataclass(frozen=True, slots=True)
class Sign:
    """One mark, one or two characters. `role` is "either", "opening" or "closing" by its form alone."""

    start: int
    end: int
    family: str
    role: str
    low: bool
    opens: bool
    closes: bool
    leads: bool

    @property
    def opens_only(self) -> bool:
        """Whether the neighbours allow it to open and not to close."""
        return self.opens and not self.closes


@cache
def _forms() -> dict[str, tuple[str, str, bool]]:
    """Return family, role and lowness of every mark."""
    table = tomllib.loads(resource("lexicons", "quotation_marks.toml").read_text(encoding="utf-8"))
    forms: dict[str, tuple[str, str, bool]] = {}
    for family, roles in table.items():
        for role in ("either", "opening", "closing"):
            for mark in roles.get(role, ()):
                forms[mark] = (family, role, mark in roles["low"])
    return forms


@cache
def elisions() -> frozenset[str]:
    """Return the words that begin with an apostrophe ('em), without it."""
    table = tomllib.loads(resource("lexicons", "quotation_marks.toml").read_text(encoding="utf-8"))
    return frozenset(table["elisions"]["words"])


@cache
def _alphabet() -> frozenset[str]:
    return frozenset(mark[0] for mark in _forms())


def signs(text: str, paragraph: Span) -> list[Sign]:
    """Return the marks of one paragraph in order; `leads` is true where nothing but marks stands before one."""
    places = list(_places(text, paragraph))
    found: list[Sign] = []
    for number, (start, end) in enumerate(places):
        before = start
        for other in range(number - 1, -1, -1):
            if places[other][1] != before or number - other > 3:
                break
            before = places[other][0]
        after = end
        for other in range(number + 1, min(len(places), number + 4)):
            if places[other][0] != after:
                break
            after = places[other][1]
        found.append(_sign(text, paragraph, (start, end), (before, after)))
    return found


def _places(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    alphabet, forms = _alphabet(), _forms()
    at = paragraph.start
    while at < paragraph.end:
        if text[at] in alphabet:
            double = text[at : min(at + 2, paragraph.end)]
            length = 2 if double in forms and len(double) == 2 else 1
            if double[:length] in forms:
                yield at, at + length
            at += length
        else:
            at += 1


def _sign(text: str, paragraph: Span, own: tuple[int, int], run: tuple[int, int]) -> Sign:
    """`run` is the unbroken run of marks around this one: its outer neighbours decide."""
    family, role, low = _forms()[text[own[0] : own[1]]]
    left = text[run[0] - 1] if run[0] > paragraph.start else " "
    right = text[run[1]] if run[1] < paragraph.end else " "
    return Sign(
        start=own[0],
        end=own[1],
        family=family,
        role=role,
        low=low,
        opens=(left.isspace() or left in _OPENERS or left == "\ufeff") and not right.isspace(),
        closes=not left.isspace() and left not in "([{" and not right.isalnum() and run[0] > paragraph.start,
        leads=run[0] == paragraph.start or not text[paragraph.start : run[0]].strip("\ufeff -–—*>"),
    )
