"""Whether a system gave a quote to its speaker: by the words that name the source, or by the name of who is meant."""

import re
from collections.abc import Iterable, Sequence

from core.model.extras import span_in, words_in
from core.model.names import same_name, words_of
from core.model.records import Layer, Quote, Record
from core.model.spans import Span, shared
from core.model.terms import SpeakerType

_WORD = re.compile(r"\w[\w'’.-]*")


class Verdict(Record, frozen=True, kw_only=True):
    """What is to be said of the speaker of one found quote.

    `sourced` says whether the standard has a source at all; `name` whether the name is right, None where the standard
    has none; `place` is the place of the right one in the list of candidates, from 1, None where it is not in it.
    """

    right: bool
    sourced: bool
    name: bool | None
    place: int | None


class Judge:
    """Judges the speakers of one text."""

    def __init__(self, text: str, gold: Layer) -> None:
        self._text = text
        self._aliases = {speaker.id: speaker.aliases for speaker in gold.speakers}
        self._ambiguous = _surnames_of_two(name for quote in gold.quotes for name in self._names(quote))

    def verdict(self, gold: Quote, found: Quote) -> Verdict:
        """Return the verdict on a found quote that is this one of the standard."""
        names = self._names(gold)
        if gold.mention is None and not names:
            nobody = found.mention is None and found.speaker_name is None
            return Verdict(right=nobody, sourced=False, name=None, place=None)
        name = found.speaker_name or (self._text[slice(*found.mention)] if found.mention else None)
        name_right = self._is_one_of(name, names) if names else None
        return Verdict(
            right=self._names_source(gold, found.mention) or bool(name_right),
            sourced=True,
            name=name_right,
            place=self._place(gold, names, found),
        )

    def _place(self, gold: Quote, names: Sequence[str], found: Quote) -> int | None:
        for place, candidate in enumerate(found.candidates, 1):
            if self._names_source(gold, candidate.mention) or self._is_one_of(candidate.name, names):
                return place
        return None

    def _names(self, quote: Quote) -> tuple[str, ...]:
        """The names under which a standard knows who is meant; a mere description is none."""
        if quote.speaker_name is None or quote.speaker_type is not SpeakerType.NAMED:
            return ()
        return (quote.speaker_name, *self._aliases.get(quote.speaker_id or "", ()), *words_in(quote.extra, "aliases"))

    def _names_source(self, gold: Quote, mention: Span | None) -> bool:
        if gold.mention is None or mention is None:
            return False
        return bool(shared([self._head(gold, gold.mention)], [mention]))

    def _head(self, gold: Quote, mention: Span) -> Span:
        """The word that must be met: the one that the standard names, else the last of the mention."""
        given = span_in(gold.extra, "head")
        if given:
            return given
        words = list(_WORD.finditer(self._text, *mention))
        return Span(*words[-1].span()) if words else mention

    def _is_one_of(self, name: str | None, names: Iterable[str]) -> bool:
        return name is not None and any(self._same(name, other) for other in names)

    def _same(self, one: str, other: str) -> bool:
        """Whether two names mean one speaker; where two people share the surname, all words have to be the same."""
        if not same_name(one, other):
            return False
        return words_of(one) == words_of(other) or not {words_of(one)[-1], words_of(other)[-1]} & self._ambiguous


def _surnames_of_two(names: Iterable[str]) -> frozenset[str]:
    first: dict[str, set[str]] = {}
    for name in names:
        words = words_of(name)
        if len(words) > 1:
            first.setdefault(words[-1], set()).add(words[0])
    return frozenset(surname for surname, people in first.items() if len(people) > 1)
