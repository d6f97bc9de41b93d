"""From the bytes of one line to an annotated document, or the first thing that is wrong with it."""

from functools import cache
from itertools import count

import msgspec

from core.formats.line.bare import completed
from core.formats.line.decisions import DecisionDecoder
from core.formats.line.extras import extras, inside
from core.formats.line.flaws import Flaw, not_converted, refusal
from core.formats.line.parsing import json_object
from core.formats.line.quote_decoding import QuoteDecoder
from core.formats.line.roster import Roster
from core.formats.line.spans_decoding import Spans
from core.formats.line.stand_off import with_text
from core.formats.line.strict import strict
from core.formats.line.unkept import UnkeptKeys
from core.formats.line.wire import FORMAT, Raw, WireLine, WireModel, WireQuote, WireRejection, WireZone
from core.formats.reading import Reading
from core.model.identity import sha256_of
from core.model.records import AnnotatedDocument, Document, Layer, Model, Quote, Rejection, Zone
from core.model.spans import Span
from core.model.terms import State, Status


def decode(
    data: bytes | str,
    *,
    where: str,
    reading: Reading | None = None,
    id: str | None = None,
    unkept: UnkeptKeys | None = None,
) -> AnnotatedDocument:
    """Return the line as records, its open points settled by `reading` (default: an import at this moment).

    With an `id`, a line that names no format may do without one and have its text under another usual name. `unkept`
    counts the keys for which the records have no place.
    Raises `BadInput` "where: field: reason"; nothing of a wrong line is taken.
    """
    try:
        found = _utf8(data) if isinstance(data, str) else data
        wire = _complete(found)
        if wire is not None:
            return _records(wire, None, reading, where)
        raw = json_object(found)
        line = _document(raw if id is None else completed(raw, id), reading, where)
        if unkept is not None:
            unkept.look(raw)
        return line
    except Flaw as flaw:
        raise refusal(where, flaw) from flaw


def decode_object(raw: Raw, *, where: str, reading: Reading | None = None) -> AnnotatedDocument:
    """Return the records of a line that another format's reader has put into this one's shape; raises as `decode`."""
    try:
        return _document(raw, reading, where)
    except Flaw as flaw:
        raise refusal(where, flaw) from flaw


def _document(raw: Raw, reading: Reading | None, where: str) -> AnnotatedDocument:
    raw = with_text(raw, reading.texts if reading else None)
    try:
        wire = msgspec.convert(raw, WireLine)
    except msgspec.ValidationError as error:
        raise not_converted(error) from error
    return _records(wire, raw, reading, where)


def _records(wire: WireLine, raw: Raw | None, reading: Reading | None, where: str) -> AnnotatedDocument:
    return _Line(wire, raw, reading or Reading.at_this_moment()).document(where)


def _complete(data: bytes) -> WireLine | None:
    """Return a line that lacks nothing and holds no unknown key, as nearly all do; None if it needs a second look."""
    try:
        return _strict_decoder().decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


@cache
def _strict_decoder() -> msgspec.json.Decoder[WireLine]:
    """Made with the first line that is read: a window that only opens needs none."""
    return msgspec.json.Decoder(strict(WireLine))


def _utf8(data: str) -> bytes:
    try:
        return data.encode("utf-8")
    except UnicodeEncodeError:
        raise Flaw("", "holds half a character (a lone surrogate)") from None


class _Line:
    """One line being read: text first, then speakers, then quotes, since each is checked against the one before."""

    def __init__(self, wire: WireLine, raw: Raw | None, reading: Reading) -> None:
        self._wire = wire
        self._raw = raw
        self._reading = reading
        self._sha256 = self._checked_text()
        self._spans = Spans(wire.text)
        self._roster = Roster(self._sha256)
        self._decisions = DecisionDecoder(self._spans, reading)
        seed = f"{self._sha256}\n{wire.annotator or reading.annotator}"
        self._quotes = QuoteDecoder(self._spans, self._roster, self._decisions, seed)

    def document(self, where: str) -> AnnotatedDocument:
        """Return the records of this line, which stands there."""
        wire = self._wire
        document = Document(
            id=wire.id,
            text=wire.text,
            sha256=self._sha256,
            title=wire.title,
            source=wire.source,
            url=wire.url,
            date=wire.date,
            language=wire.language,
            zones=tuple(map(self._zone, count(), wire.zones, inside(self._raw, "zones"))),
            extra=extras(self._raw, WireLine),
        )
        return AnnotatedDocument(document=document, layer=self._layer(), where=where)

    def _checked_text(self) -> str:
        wire = self._wire
        if wire.format != FORMAT:
            raise Flaw("format", f"“{wire.format}” is unknown; this version reads {FORMAT}")
        if not wire.text.strip():
            raise Flaw("text", "is empty")
        found = sha256_of(wire.text)
        if wire.sha256 is not None and wire.sha256.lower() != found:
            raise Flaw("sha256", "is not that of the text, so one of them was changed")
        return found

    def _zone(self, number: int, wire: WireZone, raw: Raw | None) -> Zone:
        self._spans.several(f"zones[{number}]", (Span(wire.start, wire.end),))
        return Zone(start=wire.start, end=wire.end, type=wire.type, extra=extras(raw, WireZone))

    def _layer(self) -> Layer:
        wire, raw = self._wire, self._raw
        for number, speaker, its in zip(count(), wire.speakers, inside(raw, "speakers")):
            self._roster.enter(f"speakers[{number}]", speaker, its)
        quotes = tuple(map(self._quote, count(), wire.quotes, inside(raw, "quotes")))
        rejected = tuple(map(self._rejection, count(), wire.rejected, inside(raw, "rejected")))
        _check_ids(quotes, rejected)
        return Layer(
            annotator=self._annotator(quotes, rejected),
            state=self._state(quotes),
            model=_model(wire.model),
            speakers=self._roster.speakers,
            quotes=quotes,
            rejected=rejected,
        )

    def _quote(self, number: int, wire: WireQuote, raw: Raw | None) -> Quote:
        quote = self._quotes.quote("quotes", number, wire, raw)
        return quote if wire.status is not None else self._decisions.adopt(quote)

    def _rejection(self, number: int, wire: WireRejection, raw: Raw | None) -> Rejection:
        quote = self._quotes.quote("rejected", number, wire, raw)
        return Rejection(quote=quote, reason=wire.reason)

    def _annotator(self, quotes: tuple[Quote, ...], rejected: tuple[Rejection, ...]) -> str | None:
        decided = any(quote.checked or quote.decided for quote in quotes)
        persons = decided or rejected or self._wire.state is State.COMPLETE
        return self._wire.annotator or (self._reading.annotator if persons else None)

    def _state(self, quotes: tuple[Quote, ...]) -> State:
        if self._wire.state is None:
            return State.IN_WORK if quotes else State.NEW
        if self._reading.as_suggestions and self._wire.state is State.COMPLETE:
            # What has just become a suggestion still waits for a person.
            waiting = any(quote.status is Status.SUGGESTED for quote in quotes)
            return State.IN_WORK if waiting else State.COMPLETE
        return self._wire.state


def _model(wire: WireModel | None) -> Model | None:
    return None if wire is None else Model(name=wire.name, version=wire.version, weights=wire.weights)


def _check_ids(quotes: tuple[Quote, ...], rejected: tuple[Rejection, ...]) -> None:
    every = [*quotes, *(each.quote for each in rejected)]
    parents = {quote.id: quote.parent for quote in every}
    if len(parents) == len(every) and all(parent is None for parent in parents.values()):
        return  # as nearly always
    seen, good = set[str](), set[str]()
    for number, quote in enumerate(every):
        if quote.id in seen:
            raise Flaw(f"{_place(number, quotes)}.id", f"{quote.id} stands there twice")
        seen.add(quote.id)
    for number, quote in enumerate(every):
        _check_parent(f"{_place(number, quotes)}.parent", quote.id, parents, good)


def _place(number: int, quotes: tuple[Quote, ...]) -> str:
    """Where something stands in a line: among its quotes, else among what comes behind them."""
    return f"quotes[{number}]" if number < len(quotes) else f"rejected[{number - len(quotes)}]"


def _check_parent(place: str, id_: str, parents: dict[str, str | None], good: set[str]) -> None:
    """Follow a quote to the outermost one, or to one of the `good`, whose way there is known; adds all on the way."""
    way: dict[str, None] = {}
    above: str | None = id_
    while above is not None and above not in good:
        if above not in parents:
            raise Flaw(place, f"{above} is no quote of this line")
        if above in way:
            raise Flaw(place, "leads back to the quote itself")
        way[above] = None
        above = parents[above]
    good.update(way)
