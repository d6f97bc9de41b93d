"""Which units of a system are those of the gold standard: by overlap, and by the very same words."""

from collections import defaultdict
from collections.abc import Sequence

from core.evaluation.units import Said
from core.model.pairing import paired
from core.model.records import Record
from core.model.spans import Span, shared, size

_EDGES = "\"“”„‟«»‹›‘’'`″.,;: \t\r\n\u00a0"
"""Signs at the edges of a span that do not make it another one.

Not the marks of `core.model.marks`: all published figures were measured with these, and with others they would be no
longer comparable.
"""


class Matching(Record, frozen=True, kw_only=True):
    """The units of one text: how many are asked for, what was found of them, and what was found besides."""

    wanted: tuple[Said, ...]
    pairs: tuple[tuple[Said, Said], ...]
    alarms: tuple[Said, ...]
    exact: int
    """How many of those asked for were found to the letter, but for marks and signs at the edges."""


def matching(text: str, gold: Sequence[Said], found: Sequence[Said]) -> Matching:
    """Pair the units of one text, best overlap first, each once, from half of their characters in common.

    Found units that pair with a unit not asked for, or lie in one by half or more, count neither way.
    """
    pairs = paired([said.forms for said in gold], [said.forms for said in found])
    right = {j: i for i, j in pairs if gold[i].wanted}
    exact = _exact(text, gold, found)
    aside = {j for i, j in pairs if not gold[i].wanted}
    aside |= {j for i, j in exact if not gold[i].wanted and j not in right}
    aside |= {j for j, said in enumerate(found) if j not in right and _lies_aside(said, gold)}
    return Matching(
        wanted=tuple(said for said in gold if said.wanted),
        pairs=tuple((gold[i], found[j]) for j, i in sorted(right.items())),
        alarms=tuple(said for j, said in enumerate(found) if j not in right and j not in aside),
        exact=sum(gold[i].wanted and j not in aside for i, j in exact),
    )


def _lies_aside(said: Said, gold: Sequence[Said]) -> bool:
    half = size(said.spans) / 2
    return any(not other.wanted and shared(other.spans, said.spans) >= half for other in gold)


def _exact(text: str, gold: Sequence[Said], found: Sequence[Said]) -> list[tuple[int, int]]:
    waiting: defaultdict[tuple[Span, ...], list[int]] = defaultdict(list)
    for j, said in enumerate(found):
        waiting[_core(text, said.spans)].append(j)
    pairs = []
    for i, said in enumerate(gold):
        places = next((place for form in said.forms if (place := waiting.get(_core(text, form)))), None)
        if places:
            pairs.append((i, places.pop(0)))
    return pairs


def _core(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without signs at their edges; a span of signs alone is left out, unless there is nothing else."""
    cut = []
    for start, end in spans:
        words = text[start:end]
        first = start + len(words) - len(words.lstrip(_EDGES))
        last = end - (len(words) - len(words.rstrip(_EDGES)))
        if first < last:
            cut.append(Span(first, last))
    return tuple(cut) or tuple(spans)
