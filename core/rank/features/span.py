"""How sure it is that a passage is a quote and has the right bounds."""

from core.model.reading import Passage
from core.rank.feature import Compute, feature

_LONG = 12
"""Words from which a passage counts as long."""
_WAYS = ("after", "before", "clause", "colon", "loose", "none", "turn", "reported", "source", "noun")


def _way(how: str) -> Compute:
    def found_so(passage: Passage, _: None) -> float:
        """1 for a passage that this rule found."""
        return float(passage.how == how)

    return found_so


for _how in _WAYS:
    feature(f"span.{_how}")(_way(_how))


@feature("span.marked")
def marked(passage: Passage, _: None) -> float:
    """1 for a passage with quotation marks."""
    return float(bool(passage.quoted))


@feature("span.length")
def length(passage: Passage, _: None) -> float:
    """Its words, as a share of those of a long passage, at most 1."""
    return min(_LONG, passage.last - passage.first + 1) / _LONG


@feature("span.strength")
def strength(passage: Passage, _: None) -> float:
    """How sure a sign of speech its cue is."""
    return passage.cue.strength if passage.cue else 0.0


@feature("span.pieces")
def pieces(passage: Passage, _: None) -> float:
    """Pieces beyond the first."""
    return float(len(passage.fragments) - 1)
