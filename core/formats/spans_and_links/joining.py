"""Quotes as a tool returned them, joined to what Quotedesk knew of them before: the tool's marks rule."""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from typing import Any

from core.formats.line.quote_decoding import drawn_id
from core.formats.spans_and_links.finding import Found, found
from core.formats.spans_and_links.graph import NOTHING, Graph
from core.model.records import Quote
from core.model.spans import Span, overlap, shared
from core.model.terms import SpeakerType

Raw = dict[str, Any]

_FROM_THE_TOOL = ("start", "end", "surface", "fragments", "kind", "speaker", "cue", "parent", "more_speakers", "quoted")
_OF_THE_DECISION = ("status", "decided", "confidence")
_MOST_COMPARED = 250_000
"""Pairs of changed quotes that are compared by their words; more are no work of a person's."""
_OF_THE_SPEAKER = ("speaker_id", "speaker_name", "speaker_type")


class Known:
    """The quotes of a line as they went out: records, and as they stand in the file.

    `shown` are those that the tool shows in this graph: links to others can't have been lost there.
    """

    def __init__(self, quotes: Sequence[Quote] = (), raws: Sequence[Raw] = (), seed: str = "") -> None:
        self.quotes = list(quotes)
        self.raws = list(raws)
        self.seed = seed
        self.shown = {quote.id for quote in quotes}
        self.by_mention = {quote.mention: raw for quote, raw in zip(self.quotes, self.raws, strict=True)}

    def part(self, shown: Iterable[Quote]) -> "Known":
        """Return the same for a graph that shows only these quotes."""
        fewer = Known(self.quotes, self.raws, self.seed)
        fewer.shown = {quote.id for quote in shown}
        return fewer


def joined(graph: Graph, known: Known, left_out: Counter[str]) -> list[tuple[int | None, Raw]]:
    """Return the quotes in the shape of the dataset format, each with the place of the known one that it was.

    A quote that is as it went out is kept whole. Of one that was changed the decision and the status go, so that the
    reading rules on them; a known quote that isn't there any more was deleted in the tool.
    """
    quotes = found(graph, left_out)
    places = _matched(quotes, known)
    ids = [known.quotes[place].id if place is not None else None for place in places]
    for number, quote in enumerate(quotes):
        if quote.inside is not None and ids[quote.inside] is None:
            ids[quote.inside] = drawn_id(known.seed, f"around {number}")
    pairs = enumerate(zip(quotes, places, strict=True))
    return [(place, _Joining(quote, place, known, ids).raw(number)) for number, (quote, place) in pairs]


def in_order(joined_quotes: Sequence[tuple[int | None, Raw]]) -> list[Raw]:
    """Return known quotes in their old order, then new ones; a parent that is gone is forgotten."""
    known = sorted((pair for pair in joined_quotes if pair[0] is not None), key=lambda pair: pair[0] or 0)
    raws = [raw for _, raw in known] + [raw for place, raw in joined_quotes if place is None]
    there = {raw.get("id") for raw in raws}
    for raw in raws:
        if raw.get("parent") not in there:
            raw["parent"] = None
    return raws


def _matched(quotes: Sequence[Found], known: Known) -> list[int | None]:
    """Return for each quote the known one that it is: all the same first, then the same words, then the most shared."""
    places: list[int | None] = [None] * len(quotes)
    free = dict.fromkeys(range(len(known.quotes)))
    for of_found, of_known in ((_sight, _looks), (lambda one: tuple(one.fragments), lambda one: one.fragments)):
        alike: dict[Any, deque[int]] = {}
        for place in free:
            alike.setdefault(of_known(known.quotes[place]), deque()).append(place)
        for number, quote in enumerate(quotes):
            if places[number] is None and alike.get(key := of_found(quote)):
                free.pop(place := alike[key].popleft())
                places[number] = place
    left = [number for number, place in enumerate(places) if place is None]
    if len(left) * len(free) > _MOST_COMPARED:
        return places
    for number in left:
        fragments = quotes[number].fragments
        closest = max(free, key=lambda each: overlap(fragments, known.quotes[each].fragments), default=None)
        if closest is not None and shared(fragments, known.quotes[closest].fragments):
            places[number] = closest
            del free[closest]
    return places


def _sight(quote: Found) -> Any:
    """What can be seen of a quote in a tool, by which it is known again."""
    return tuple(quote.fragments), quote.kind, quote.mention, quote.cue, frozenset(quote.seconds)


def _looks(quote: Quote) -> Any:
    """The same of a quote as it went out."""
    seconds = frozenset((second.relation, second.mention) for second in quote.more_speakers if second.mention)
    return quote.fragments, quote.kind, quote.mention, quote.cue, seconds


class _Joining:
    """One quote that the tool shows, and the one that it was before, if any."""

    def __init__(self, quote: Found, place: int | None, known: Known, ids: Sequence[str | None]) -> None:
        self._found = quote
        self._known = known
        self._ids = ids
        self._before = None if place is None else known.quotes[place]
        self._raw: Raw = {} if place is None else dict(known.raws[place])

    def raw(self, number: int) -> Raw:
        """Return the quote in the shape of the dataset format."""
        if self._before is not None and self._unchanged(self._before):
            return self._raw
        before = self._raw
        self._raw = {key: value for key, value in before.items() if key not in (*_FROM_THE_TOOL, *_OF_THE_DECISION)}
        if self._ids[number] is not None:
            self._raw["id"] = self._ids[number]
        self._raw |= {"fragments": [list(span) for span in self._found.fragments], "parent": self._parent()}
        self._raw |= {"speaker": _span(self._found.mention), "cue": _span(self._found.cue)}
        if self._found.kind:
            self._raw["kind"] = self._found.kind.value
        if self._before is None and self._found.score is not None:
            self._raw["confidence"] = min(1.0, max(0.0, self._found.score))
        self._raw["more_speakers"] = self._seconds(before)
        self._marked(before)
        self._who()
        return self._raw

    def _unchanged(self, before: Quote) -> bool:
        about = self._found.about
        told = about == NOTHING or (
            about.name == (before.speaker_name or None)
            and about.type in (None, before.speaker_type)
            and (about.comment or "") == before.comment
        )
        return told and _sight(self._found) == _looks(before) and self._parent() == before.parent

    def _parent(self) -> str | None:
        if self._found.inside is not None:
            return self._ids[self._found.inside]
        if self._before is None:
            return None
        was_shown = {self._before.id, self._before.parent} <= self._known.shown
        return None if was_shown else self._before.parent

    def _seconds(self, before: Raw) -> list[Raw]:
        """Those who have no mention can't be seen in a tool and stay; the others are those that are linked."""
        linked = list(dict.fromkeys(self._found.seconds))
        kept = []
        for second in before.get("more_speakers", []):
            span = second.get("speaker")
            pair = span and (second["relation"], Span(span["start"], span["end"]))
            if span is None or pair in linked:
                kept.append(second)
            if pair in linked:
                linked.remove(pair)
        return kept + [{"relation": relation.value, "speaker": _span(span)} for relation, span in linked]

    def _marked(self, before: Raw) -> None:
        """Keep of the quoted parts what lies in the words still."""
        if self._before is None:
            return
        parts = self._before.quoted
        if tuple(self._found.fragments) != self._before.fragments:
            parts = tuple(cut for part in parts for piece in self._found.fragments if (cut := _common(part, piece)))
            if before.get("quoted") and not parts:
                return
        self._raw["quoted"] = [list(part) for part in parts]

    def _who(self) -> None:
        about, before = self._found.about, self._before
        if about.comment is not None or (about != NOTHING and before is not None):
            self._raw["comment"] = about.comment or ""
        if about != NOTHING:
            self._named(about.name, about.type)
        elif before is not None and before.mention != self._found.mention:
            self._as_elsewhere()

    def _named(self, name: str | None, type_: str | None) -> None:
        before = self._before
        if before and name == (before.speaker_name or None) and type_ in (None, before.speaker_type):
            return
        self._forget_speaker()
        typed = type_ and not (name and before and type_ == before.speaker_type == SpeakerType.UNDECIDED)
        self._raw |= {"speaker_name": name or None} | ({"speaker_type": type_} if typed else {})

    def _as_elsewhere(self) -> None:
        """Who is meant by another mention isn't known, unless a known quote has that mention."""
        self._forget_speaker()
        if self._found.mention is not None:
            raw = self._known.by_mention.get(self._found.mention, {})
            self._raw |= {key: raw[key] for key in _OF_THE_SPEAKER if key in raw}

    def _forget_speaker(self) -> None:
        for key in _OF_THE_SPEAKER:
            self._raw.pop(key, None)


def _common(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}
