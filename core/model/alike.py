"""Speakers of an article that look like one person under two names."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.model.extras import words_in
from core.model.records import Speaker
from core.model.terms import SpeakerKind

APART = "apart"
"""Under this word a speaker's `extra` keeps the ids of those whom a person has told apart from them."""


class Pair(NamedTuple):
    """Two entries of the roster of which the second may be merged into the first."""

    kept: Speaker
    gone: Speaker


def alike(speakers: Iterable[Speaker]) -> Pair | None:
    """Return the first two speakers who look like one: a name of the one is a name, or the surname, of the other.

    Two fuller names that a surname fits are no hint for either; nor are speakers whom a person has told apart, or who
    are known to be of different kinds or to have different external ids.
    """
    everybody = list(speakers)
    for gone in everybody:
        fuller = [kept for kept in everybody if kept is not gone and _fits(kept, gone)]
        if len(fuller) == 1 and _may_be_one(fuller[0], gone):
            return Pair(fuller[0], gone)
    return None


def _fits(kept: Speaker, gone: Speaker) -> bool:
    names = _names(kept)
    if gone.name.casefold() in names or (len(kept.name) > len(gone.name) and not _names(gone).isdisjoint(names)):
        return True
    words = gone.name.casefold().split()
    return len(words) == 1 and _is_longer(kept.name.casefold().split(), words)


def _names(speaker: Speaker) -> set[str]:
    return {name.casefold() for name in (speaker.name, *speaker.aliases)}


def _is_longer(full: Sequence[str], short: Sequence[str]) -> bool:
    return len(full) > 1 and full[-1] == short[0]


def _may_be_one(one: Speaker, other: Speaker) -> bool:
    if other.id in words_in(one.extra, APART) or one.id in words_in(other.extra, APART):
        return False
    if one.external_id and other.external_id and one.external_id != other.external_id:
        return False
    kinds = {one.kind, other.kind} - {SpeakerKind.UNKNOWN}
    return len(kinds) < 2
