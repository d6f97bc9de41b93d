"""In which circumstances a feature is weighed: it may say more of a quote that has a cue than of one that has none.

Each feature has a weight of its own name, and one more for each circumstance, called "name/circumstance"; both count.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.model.terms import Kind
from core.rank.feature import Judges


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The names of the circumstances, and how to tell which one a case is in."""

    names: tuple[str, ...]
    of: Callable[[Any], str]


_KINDS = Circumstances(tuple(Kind), lambda case: str(case.kind))
_SITUATIONS = Circumstances(("subject", "cue", "alone"), lambda situation: situation.circumstance)
_NOUNS = ("role", "body", "noun")
_REFERENCES = Circumstances(("one", "thing", "several", *_NOUNS), lambda reference: reference.circumstance)
_BY_WHAT = {
    Judges.MENTION: _SITUATIONS,
    Judges.NOBODY: _SITUATIONS,
    Judges.ANTECEDENT: _REFERENCES,
    Judges.ITSELF: _REFERENCES,
    Judges.SPAN: _KINDS,
    Judges.TRUST: _KINDS,
}


def circumstances(judging: Judges) -> Circumstances:
    """Return those in which what judges one thing is weighed."""
    return _BY_WHAT[judging]
