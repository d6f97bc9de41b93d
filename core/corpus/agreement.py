"""How far two annotators agree: the F1 of one's quotes against the other's, as systems are judged in this field.

Two units are the same if their characters overlap by half or more (intersection over union), paired greedily from the
best; of a mixed quote the whole clause or its marked parts, whichever fit better. End to end, the speaker must be the
same as well: mentions that overlap, one name, or no source in either.
"""

from collections.abc import Iterable, Iterator

import msgspec

from core.evaluation.units import Unit
from core.model.pairing import Forms, forms, paired
from core.model.records import AnnotatedDocument, Quote
from core.model.spans import shared


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of units: of the first annotator, of the second, the same in both, and those with the same speaker too."""

    first: int = 0
    second: int = 0
    same: int = 0
    same_speaker: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(
            first=self.first + other.first,
            second=self.second + other.second,
            same=self.same + other.same,
            same_speaker=self.same_speaker + other.same_speaker,
        )

    @property
    def detection(self) -> float:
        """F1 of the units, 0 to 1; 1 where neither has any."""
        return self._f1(self.same)

    @property
    def end_to_end(self) -> float:
        """F1 of the units with their speakers, 0 to 1; 1 where neither has any."""
        return self._f1(self.same_speaker)

    def _f1(self, same: int) -> float:
        both = self.first + self.second
        return 2 * same / both if both else 1.0


Said = tuple[Quote, Forms]


def agreement(pairs: Iterable[tuple[AnnotatedDocument, AnnotatedDocument]], unit: Unit) -> Agreement:
    """Compare what two annotators say about the same texts, summed over them."""
    total = Agreement()
    for first, second in pairs:
        total += _of_text(list(_units(first, unit)), list(_units(second, unit)))
    return total


def disagreements(first: AnnotatedDocument, second: AnnotatedDocument) -> Iterator[tuple[Quote | None, Quote | None]]:
    """Yield whole quotes of which one annotator has none, or the two have another speaker, kind or pieces."""
    ours, theirs = list(_units(first, Unit.QUOTE)), list(_units(second, Unit.QUOTE))
    matched = _matched(ours, theirs)
    for one, two in matched:
        if one.fragments != two.fragments or one.kind != two.kind or not same_speaker(one, two):
            yield one, two
    yield from ((one, None) for one, _ in ours if not any(one is quote for quote, _ in matched))
    yield from ((None, two) for two, _ in theirs if not any(two is quote for _, quote in matched))


def same_speaker(one: Quote, two: Quote) -> bool:
    """Whether two annotators give a quote to the same speaker."""
    if one.mention and two.mention and shared([one.mention], [two.mention]):
        return True
    if one.speaker_name and two.speaker_name:
        return one.speaker_name.casefold() == two.speaker_name.casefold()
    return one.speaker_type == two.speaker_type and one.mention is None and two.mention is None


def _of_text(first: list[Said], second: list[Said]) -> Agreement:
    matched = _matched(first, second)
    right = sum(same_speaker(one, two) for one, two in matched)
    return Agreement(first=len(first), second=len(second), same=len(matched), same_speaker=right)


def _units(line: AnnotatedDocument, unit: Unit) -> Iterator[Said]:
    for quote in line.layer.quotes:
        if unit is Unit.MARKED:
            yield from ((quote, ((part,),)) for part in quote.quoted)
        else:
            yield quote, forms(quote.fragments, quote.quoted, quote.kind)


def _matched(first: list[Said], second: list[Said]) -> list[tuple[Quote, Quote]]:
    found = paired([said for _, said in first], [said for _, said in second])
    return [(first[i][0], second[j][0]) for i, j in found]
