"""Who speaks in an article, how often, and in which colour."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from core.model.records import Layer, Quote
from core.model.spans import size
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
        self._numbers = {id_: number for number, (id_, _) in enumerate(counts.most_common(), 1)}
        self._quotes = quotes

    def name(self, quote: Quote) -> str:
        """Return the words for whoever says it, never nothing."""
        named = self._names.get(quote.speaker_id or "") or quote.speaker_name
        return named if named and named.strip() else NOBODY[quote.speaker_type]

    def slot(self, quote: Quote) -> int:
        """Return the colour, 0 to `SLOTS`; the eighth speaker has that of the first."""
        number = self._number(quote)
        return (number - 1) % SLOTS + 1 if number else 0

    def _number(self, quote: Quote) -> int:
        return self._numbers.get(quote.speaker_id or "", 0)

    def voices(self) -> list[Voice]:
        """Return all who have a quote, the most quoted first."""
        theirs: defaultdict[tuple[str | None, str], list[Quote]] = defaultdict(list)
        for quote in self._quotes:
            theirs[quote.speaker_id, self.name(quote)].append(quote)
        voices = [self._voice(name, quotes) for (_, name), quotes in theirs.items()]
        return sorted(voices, key=lambda voice: -voice.quotes)

    def _voice(self, name: str, quotes: Sequence[Quote]) -> Voice:
        return Voice(
            name=name,
            slot=self.slot(quotes[0]),
            repeats=self._number(quotes[0]) > SLOTS,
            kinds=Counter(quote.kind for quote in quotes),
            checked=sum(quote.checked for quote in quotes),
            characters=sum(size(quote.fragments) for quote in quotes),
        )


def monogram(name: str) -> str:
    """Return one or two letters for the chip before a name."""
    words = [word for word in name.split() if word[0].isalnum()] or [name]
    return words[0][0].upper() + words[-1][0].upper() if len(words) > 1 else words[0][:1].upper() + words[0][1:2]
