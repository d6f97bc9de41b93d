"""What annotations of other projects are likely to mean, by the names of their types."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum

from core.formats.standoff.notes import Wire
from core.model.marks import QUOTE_MARKS
from core.model.spans import Span
from core.model.terms import Kind, Relation


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


_WIKIDATA = re.compile(r"(?:wikidata:|https?://www\.wikidata\.org/(?:entity|wiki)/)(Q[1-9]\d*)", re.IGNORECASE)


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


def speakers_of(
    mentions: Iterable[tuple[Relation | None, Wire | None, str | None]],
) -> tuple[Wire | None, str | None, list[Wire]]:
    """Return the mention of a quote's speaker with its name, and the second speakers, as a line has them.

    Each mention comes with what it is said to be and with a name, if they are said; the first of those of which
    nothing is said is the speaker, and further ones are joint.
    """
    first: tuple[Wire | None, str | None] | None = None
    more: list[Wire] = []
    for relation, mention, name in mentions:
        if relation is None and first is None:
            first = mention, name
        else:
            who = {"speaker_id": None, "speaker_name": name, "relation": relation or Relation.JOINT}
            more.append(who | {"speaker": mention})
    return *(first or (None, None)), more


def identifier_of(words: str) -> str:
    """Return an identifier as the roster has it: of Wikidata the number alone, however it is written."""
    found = _WIKIDATA.fullmatch(words)
    return found[1].upper() if found else words


def roster_of(known: Iterable[tuple[str, str]], left_out: Counter[str]) -> list[Wire]:
    """Return the speakers who have an identifier; several names of one are one speaker's.

    `known` gives name and identifier of each mention. A second identifier of a name is counted as left out.
    """
    of_names: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for name, identifier in known:
        if name not in of_names:
            of_names[name] = identifier
            names.setdefault(identifier, []).append(name)
        elif of_names[name] != identifier:
            left_out[f"second identifier of {name}"] += 1
    return [{"name": one, "aliases": more, "external_id": by} for by, (one, *more) in names.items()]


def quoted_by_default(text: str, fragments: Sequence[Span], kind: Kind | None) -> list[list[int]] | None:
    """Return the marked parts of a quote for which none are given, as a line that is silent on them is read."""
    if kind is None:
        return None
    marked = [span for span in fragments if text[span.start] in QUOTE_MARKS]
    return [] if kind is Kind.INDIRECT else [list(span) for span in marked]
