"""How a line lies in a spaCy Doc: spans in span groups, all else in `doc.user_data["quotedesk"]`, tied together by ids.

Span groups, in each of which a span's id says what it belongs to:

- "quotes": label the kind, id the quote's, one span a fragment, so that fragments with one id are one quote;
- "quoted": label "quoted", id the quote's, the words in quotation marks;
- "mentions": label "speaker", id "m0", "m1", …; the knowledge base id is the speaker's;
- "cues": label "cue", id "c0", "c1", …;
- "zones": label the type, id "z0", "z1", …

`user_data["quotedesk"]` is the line of docs/format.md without text and without what the groups say. There a quote's
`speaker` and `cue`, and the `speaker` of each of its `more_speakers`, are ids of spans in "mentions" and "cues"; a
zone is the `id` of its span. Rejected suggestions stand there whole, with offsets, so that nobody trains on them by
accident. Keys that the format doesn't know stand as JSON text under `extra`, since they may hold what msgpack can't.

Read back, the groups say where things are and of which kind; a quote or a zone without a span is gone.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from core.formats.line.flaws import not_converted
from core.formats.training.extra_text import folded, unfolded
from core.model.records import AnnotatedDocument, Record
from core.model.spans import Span
from core.model.terms import Kind

KEY = "quotedesk"
QUOTES, QUOTED, MENTIONS, CUES, ZONES = "quotes", "quoted", "mentions", "cues", "zones"
GROUPS = frozenset({QUOTES, QUOTED, MENTIONS, CUES, ZONES})

Raw = dict[str, Any]
Shape = TypeVar("Shape")

_IN_GROUPS = ("start", "end", "fragments", "surface", "kind", "quoted")


class Marked(Record, frozen=True, kw_only=True):
    """A span of a group, in code points."""

    span: Span
    label: str
    id: str = ""
    kb_id: str = ""


Groups = dict[str, list[Marked]]


def laid_out(line: AnnotatedDocument) -> tuple[Raw, Groups]:
    """Return what goes into the user data of a Doc, and its span groups."""
    raw = folded(line)
    del raw["text"]
    quotes: list[Marked] = []
    quoted: list[Marked] = []
    mentions, cues = _Marks("m", "speaker"), _Marks("c", "cue")
    zones: list[Marked] = []
    for number, zone in enumerate(raw["zones"]):
        span = Span(zone.pop("start"), zone.pop("end"))
        zone["id"] = f"z{number}"
        zones.append(Marked(span=span, label=zone.pop("type"), id=zone["id"]))
    for quote in raw["quotes"]:
        quotes += [Marked(span=Span(*one), label=quote["kind"], id=quote["id"]) for one in quote["fragments"]]
        quoted += [Marked(span=Span(*one), label="quoted", id=quote["id"]) for one in quote["quoted"]]
        for who in (quote, *quote["more_speakers"]):
            who["speaker"] = mentions.id_of(who["speaker"], who["speaker_id"] or "")
        quote["cue"] = cues.id_of(quote["cue"])
        for key in _IN_GROUPS:
            del quote[key]
    named = {QUOTES: quotes, QUOTED: quoted, MENTIONS: mentions.all, CUES: cues.all, ZONES: zones}
    return raw, named


def gathered(text: str, groups: Groups, notes: Raw | None, id_: str) -> Raw:
    """Return the line that a Doc stands for; without notes of ours it is named `id_`. Raises `Flaw`."""
    if notes is None:
        return {"id": id_, "text": text, "quotes": list(_quotes(groups, []))}
    parts = _converted(notes, _Parts)
    groups = {QUOTED: [], **groups}
    quotes = list(_quotes(groups, parts.quotes))
    known = {_id(each) for each in (*quotes, *parts.rejected)}
    for quote in quotes:
        # The quote in which it stood was taken out.
        if isinstance(above := quote.get("parent"), str) and above not in known:
            quote["parent"] = None
    zones = list(_zones(groups.get(ZONES, []), parts.zones))
    return unfolded(notes | {"text": text, "zones": zones, "quotes": quotes})


class _Parts(msgspec.Struct):
    """The lists in the notes that are looked into here; what else stands there the decoding of the line checks."""

    zones: list[Raw] = []
    quotes: list[Raw] = []
    rejected: list[Raw] = []


class _Marks:
    """A group with numbered spans: one place of one speaker is one span, however many quotes it is evidence of."""

    def __init__(self, letter: str, label: str) -> None:
        self._letter = letter
        self._label = label
        self._ids: dict[tuple[Span, str], str] = {}
        self.all: list[Marked] = []

    def id_of(self, ends: Raw | None, speaker_id: str = "") -> str | None:
        """Return the id of a span, None for none."""
        if ends is None:
            return None
        span = Span(ends["start"], ends["end"])
        if (span, speaker_id) not in self._ids:
            id_ = self._ids[span, speaker_id] = f"{self._letter}{len(self.all)}"
            self.all.append(Marked(span=span, label=self._label, id=id_, kb_id=speaker_id))
        return self._ids[span, speaker_id]


def _zones(group: list[Marked], notes: list[Raw]) -> Iterator[Raw]:
    extra = {_id(zone): zone["extra"] for zone in notes if "extra" in zone}
    for one in group:
        zone = {"start": one.span.start, "end": one.span.end, "type": one.label}
        yield zone | ({"extra": extra[one.id]} if one.id in extra else {})


def _quotes(groups: Groups, notes: list[Raw]) -> Iterator[Raw]:
    """Yield the quotes that have spans: those of the notes in their order, then those that came since."""
    joined: dict[str | int, list[Marked]] = {_id(note): [] for note in notes}
    for number, one in enumerate(groups.get(QUOTES, [])):
        joined.setdefault(one.id or number, []).append(one)
    noted = {_id(note): note for note in notes}
    quoted: dict[str, list[Span]] = defaultdict(list)
    for one in groups.get(QUOTED, []):
        quoted[one.id].append(one.span)
    mentions, cues = ({one.id: one.span for one in groups.get(name, [])} for name in (MENTIONS, CUES))
    for id_, fragments in joined.items():
        if not fragments:
            continue
        named = {"id": id_} if isinstance(id_, str) else {}
        quote = noted.get(str(id_), {}) | named | {"fragments": sorted(one.span for one in fragments)}
        if (kind := fragments[0].label.lower()) in list(Kind):
            quote["kind"] = kind
        if QUOTED in groups:
            quote["quoted"] = sorted(quoted[str(id_)])
        yield _placed(quote, mentions, cues)


def _placed(quote: Raw, mentions: dict[str, Span], cues: dict[str, Span]) -> Raw:
    """Return the quote with spans for the ids of spans."""
    seconds = _converted(quote.get("more_speakers", []), list[Raw])
    return quote | {
        "speaker": _ends(mentions, quote.get("speaker")),
        "cue": _ends(cues, quote.get("cue")),
        "more_speakers": [second | {"speaker": _ends(mentions, second.get("speaker"))} for second in seconds],
    }


def _ends(spans: dict[str, Span], id_: object) -> Raw | None:
    span = spans.get(id_) if isinstance(id_, str) else None
    return None if span is None else {"start": span.start, "end": span.end}


def _id(raw: Raw) -> str:
    return str(raw.get("id", ""))


def _converted(given: object, shape: type[Shape]) -> Shape:
    try:
        return msgspec.convert(given, shape)
    except msgspec.ValidationError as error:
        raise not_converted(error) from error
