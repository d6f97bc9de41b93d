"""The planted articles told a little otherwise: one case of theirs changed, all else the same."""

from collections.abc import Callable

from msgspec import structs

from core.formats.losses import Trait
from core.model.records import AnnotatedDocument, Quote
from core.model.spans import Span, hull
from core.model.terms import Kind, Reason, Relation, SpeakerType, State, Status, Via, ZoneType
from tests.readers.planted import ID

Lines = list[AnnotatedDocument]
Change = Callable[[Lines], Lines]


def _of_quote(quote_id: str, change: Callable[[Quote], dict]) -> Change:
    """Change one quote of the first line that has it."""

    def changed(lines: Lines) -> Lines:
        place = next(n for n, line in enumerate(lines) if any(one.id == quote_id for one in line.layer.quotes))
        quotes = [
            structs.replace(one, **change(one)) if one.id == quote_id else one for one in lines[place].layer.quotes
        ]
        return _with(lines, place, quotes=tuple(quotes))

    return changed


def _of_layer(change: Callable[[AnnotatedDocument], dict]) -> Change:
    def changed(lines: Lines) -> Lines:
        place = _first(lines)
        return _with(lines, place, **change(lines[place]))

    return changed


def _of_document(change: Callable[[AnnotatedDocument], dict]) -> Change:
    def changed(lines: Lines) -> Lines:
        line = lines[_first(lines)]
        about = structs.replace(line.document, **change(line))
        return [structs.replace(each, document=about) if each.document.id == about.id else each for each in lines]

    return changed


def _of_text(old: str, new: str) -> Change:
    """Put other words of the same length in the place of some."""
    assert len(old) == len(new)
    return _of_document(lambda line: {"text": line.document.text.replace(old, new)})


def _first(lines: Lines) -> int:
    return next(n for n, line in enumerate(lines) if line.document.id == ID and line.layer.annotator == "ana")


def _with(lines: Lines, place: int, **layer: object) -> Lines:
    line = lines[place]
    return [*lines[:place], structs.replace(line, layer=structs.replace(line.layer, **layer)), *lines[place + 1 :]]


def _second(relation: Relation | None) -> Callable[[Quote], dict]:
    def change(quote: Quote) -> dict:
        assert len(quote.more_speakers) == 1
        assert quote.more_speakers[0].relation is not relation
        told = () if relation is None else (structs.replace(quote.more_speakers[0], relation=relation),)
        return {"more_speakers": told}

    return change


def _decided(**other: object) -> Callable[[Quote], dict]:
    return lambda quote: {"decided": structs.replace(quote.decided, **other)}


def _rejected(line: AnnotatedDocument, reason: Reason | None) -> dict:
    assert {each.reason for each in line.layer.rejected} == {Reason.SCARE, Reason.DUPLICATE}
    other = [structs.replace(each, reason=reason) for each in line.layer.rejected]
    return {"rejected": tuple(other) if reason else ()}


def _without(line: AnnotatedDocument, quote_id: str) -> dict:
    return {"quotes": tuple(one for one in line.layer.quotes if one.id != quote_id)}


def _zoned(line: AnnotatedDocument, type_: ZoneType) -> dict:
    return {"zones": tuple(structs.replace(zone, type=type_) for zone in line.document.zones)}


def _unmerged(line: AnnotatedDocument) -> dict:
    assert any("R. Kern" in each.aliases for each in line.layer.speakers)
    return {"speakers": tuple(structs.replace(each, aliases=()) for each in line.layer.speakers)}


CASES: dict[str, tuple[Change, Trait | None]] = {
    "joint speakers": (_of_quote("joint", _second(Relation.RELAYED_BY)), Trait.SECOND),
    "alternative speakers": (_of_quote("either", _second(Relation.JOINT)), Trait.SECOND),
    "relayed by": (_of_quote("relayed", _second(None)), Trait.SECOND),
    "unnamed": (_of_quote("unnamed", lambda _: {"speaker_type": SpeakerType.COLLECTIVE}), Trait.SPEAKER_TYPE),
    "can't decide": (_of_quote("undecided", lambda _: {"speaker_type": SpeakerType.NONE}), Trait.SPEAKER_TYPE),
    "nested": (_of_quote("inner", lambda _: {"parent": None}), Trait.NESTED),
    "a quote in a quote": (_of_layer(lambda line: _without(line, "inner")), Trait.OVERLAP),
    "over paragraphs": (_of_quote("paragraphs", lambda one: {"fragments": (hull(one.fragments),)}), Trait.SPLIT),
    "split": (_of_quote("split", lambda one: {"fragments": one.fragments[:1]}), Trait.SPLIT),
    "propagated": (_of_quote("no", _decided(via=Via.EDIT)), Trait.DECISION),
    "edited, not confirmed": (_of_quote("tried", _decided(via=Via.IMPORT)), Trait.DECISION),
    "rejected": (_of_layer(lambda line: _rejected(line, None)), Trait.REJECTED),
    "rejected as a duplicate": (_of_layer(lambda line: _rejected(line, Reason.TITLE)), Trait.REJECTED),
    "accepted, then edited": (_of_quote("edited", lambda _: {"status": Status.ACCEPTED}), Trait.STATUS),
    "what was shown": (_of_quote("edited", _decided(suggestion=None)), Trait.DECISION),
    "merged speaker": (_of_layer(_unmerged), Trait.ROSTER),
    "denied": (_of_quote("denied", lambda _: {"attributes": {}}), Trait.ATTRIBUTES),
    "caption": (_of_document(lambda line: _zoned(line, ZoneType.EMBED)), Trait.ZONES),
    "kind": (_of_quote("denied", lambda _: {"kind": Kind.DIRECT}), Trait.KIND),
    "quoted words": (_of_quote("unnamed", lambda one: {"quoted": one.fragments}), Trait.QUOTED),
    "mention": (_of_quote("split", lambda _: {"mention": Span(0, 6)}), Trait.MENTION),
    "cue": (_of_quote("split", lambda _: {"cue": Span(0, 6)}), Trait.CUE),
    "speaker": (_of_quote("rtl", lambda _: {"speaker_name": "Nobody", "speaker_id": None}), Trait.NAME),
    "flag": (_of_quote("rtl", lambda _: {"flagged": False}), Trait.FLAG),
    "not sure": (_of_quote("either", lambda _: {"sure": True}), Trait.FLAG),
    "comment": (_of_quote("split", lambda _: {"comment": "another"}), Trait.COMMENT),
    "confidence": (_of_quote("split", lambda _: {"confidence": 0.25}), Trait.CONFIDENCE),
    "candidates": (_of_quote("split", lambda _: {"candidates": ()}), Trait.CANDIDATES),
    "complete": (_of_layer(lambda _: {"state": State.IN_WORK}), Trait.STATE),
    "annotator": (_of_layer(lambda _: {"annotator": "eve"}), Trait.ANNOTATOR),
    "model": (_of_layer(lambda _: {"model": None}), Trait.MODEL),
    "source": (_of_document(lambda _: {"source": "Another Post"}), Trait.ABOUT),
    "emoji": (_of_text("👨‍👩‍👧‍👦", "👨‍👩‍👦‍👦"), None),
    "combining marks": (_of_text("cafe\u0301", "cafe\u0300"), None),
    "right to left": (_of_text("שלום", "שלוס"), None),
}
"""Each case by name: how to tell it otherwise, and what a manifest calls it where it is lost."""
