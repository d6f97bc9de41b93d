"""What annotations of other projects are likely to mean, by the names of their types."""

from collections.abc import Sequence
from enum import Enum

from core.formats.line.spans_decoding import QUOTE_MARKS
from core.model.spans import Span
from core.model.terms import Kind


class Role(Enum):
    """What a span is for a quote."""

    QUOTE = 0
    MENTION = 1
    CUE = 2
    QUOTED = 3


# The order matters: "QuoteSpeaker" is a speaker and "Quotation_verb" a cue, "Addressee" neither.
_LIKELY = (
    (("address", "discard"), None),
    (("quotedpart",), Role.QUOTED),
    (("cue", "verb"), Role.CUE),
    (("source", "speaker", "holder"), Role.MENTION),
    (("quot", "direct", "content", "mixed"), Role.QUOTE),
)


def role_of(type_: str) -> Role | None:
    """Return what spans of this type are, by its name, or None if they have nothing to do with quotes."""
    lower = type_.lower()
    if lower == "quoted":
        return Role.QUOTED
    return next((role for words, role in _LIKELY if any(word in lower for word in words)), None)


def kind_of(words: str) -> Kind | None:
    """Return the kind that a type or a value names."""
    lower = words.lower()
    return next((kind for kind in (Kind.INDIRECT, Kind.MIXED, Kind.DIRECT) if kind in lower), None)


def quoted_by_default(text: str, fragments: Sequence[Span], kind: Kind | None) -> list[list[int]] | None:
    """Return the marked parts of a quote for which none are given, as a line that is silent on them is read."""
    if kind is None:
        return None
    marked = [span for span in fragments if text[span.start] in QUOTE_MARKS]
    return [] if kind is Kind.INDIRECT else [list(span) for span in marked]
