"""Who speaks in an article, how often, and in which colour."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from core.model.records import Layer, Quote
from core.model.terms import Kind, SpeakerType

SLOTS = 7
NOBODY = {
    SpeakerType.NAMED: "Not named",
    SpeakerType.UNNAMED: "Unnamed source",
    SpeakerType.COLLECTIVE: "Several people",
    SpeakerType.NONE: "No speaker in the text",
    SpeakerType.UNDECIDED: "Not decided",
}


class Voice(NamedTuple):
    """Somebody with the quotes of an article; slot 0 is grey and for all who are no speaker of the roster.

    `repeats` says that another one has had the colour before, so that it is drawn with a ring.
    """

    name: str
    slot: int
    repeats: bool
    kinds: Counter[Kind]
    checked: int
    characters: int

    @property
    def quotes(self) -> int:
        """How many quotes are theirs."""
        return self.kinds.total()


class People:
    """The voices of an article: speakers take the colours by number of quotes, then in the order of the text."""

    def __init__(self, layer: Layer, quotes: Sequence[Quote]) -> None:
        self._names = {speaker.id: speaker.name for speaker in layer.speakers}
        counts = Counter(quote.speaker_id for quote in quotes if quote.speaker_id is not None)
        self._slots = {id_: number for number, (id_, _) in enumerate(counts.most_common(), 1)}
        self._quotes = quotes

    def name(self, quote: Quote) -> str:
        """Return the words for whoever says it, never nothing."""
        named = self._names.get(quote.speaker_id or "") or quote.speaker_name
        return named if named and named.strip() else NOBODY[quote.speaker_type]

    def slot(self, quote: Quote) -> int:
        """Return the colour, 0 to `SLOTS`; the eighth speaker has that of the first."""
        number = self._slots.get(quote.speaker_id or "", 0)
        return (number - 1) % SLOTS + 1 if number else 0

    def _repeats(self, quote: Quote) -> bool:
        return self._slots.get(quote.speaker_id or "", 0) > SLOTS

    def voices(self) -> list[Voice]:
        """Return all who have a quote, the most quoted first."""
        found: dict[tuple[str | None, str], Voice] = {}
        for quote in self._quotes:
            key = (quote.speaker_id, self.name(quote))
            known = found.setdefault(key, Voice(key[1], self.slot(quote), self._repeats(quote), Counter(), 0, 0))
            known.kinds[quote.kind] += 1
            said = sum(end - start for start, end in quote.fragments)
            found[key] = known._replace(checked=known.checked + quote.checked, characters=known.characters + said)
        return sorted(found.values(), key=lambda voice: -voice.quotes)


def monogram(name: str) -> str:
    """Return one or two letters for the chip before a name."""
    words = [word for word in name.split() if word[0].isalnum()] or [name]
    return words[0][0].upper() + words[-1][0].upper() if len(words) > 1 else words[0][:1].upper() + words[0][1:2]
