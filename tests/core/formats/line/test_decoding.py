import json
import re

import pytest

from core.errors import BadInput
from core.formats.line.decoding import decode, decode_object
from core.formats.reading import Reading
from core.model.identity import sha256_of, suggested_speaker_id
from core.model.spans import Span
from core.model.terms import Kind, SpeakerKind, SpeakerType, State, Status, Via
from tests.support.pace import in_time

TEXT = 'Ana said "yes." Ben said that he would go.'
DIRECT = {"start": 9, "end": 15}
INDIRECT = {"start": 25, "end": 41}
AT = "2026-11-23T20:17:34.123Z"


def line(**more):
    return {"id": "one", "text": TEXT} | more


def read(some, reading: Reading | None = None):
    return decode(json.dumps(some), where="f, line 3", reading=reading)


def test_text_and_id_are_enough():
    found = read(line())
    assert found.document.sha256 == sha256_of(TEXT)
    assert (found.layer.annotator, found.layer.state, found.layer.quotes) == (None, State.NEW, ())


def test_defaults_of_a_quote():
    layer = read(line(quotes=[DIRECT, INDIRECT | {"speaker_name": "Ben"}]), Reading(annotator="ana", at=AT)).layer
    direct, indirect = layer.quotes
    assert (direct.kind, direct.fragments, direct.quoted) == (Kind.DIRECT, (Span(9, 15),), (Span(9, 15),))
    assert (direct.speaker_type, direct.status, direct.decided.via) == (
        SpeakerType.UNDECIDED,
        Status.ACCEPTED,
        Via.IMPORT,
    )
    assert direct.decided.at == AT
    assert (indirect.kind, indirect.quoted, indirect.speaker_type) == (Kind.INDIRECT, (), SpeakerType.NAMED)
    assert (layer.annotator, layer.state) == ("ana", State.IN_WORK)


def test_quotes_without_status_may_come_as_suggestions():
    layer = read(line(quotes=[DIRECT], state="complete"), Reading(as_suggestions=True)).layer
    assert (layer.quotes[0].status, layer.quotes[0].decided) == (Status.SUGGESTED, None)
    assert layer.state is State.IN_WORK


def test_a_status_in_the_file_stands_also_where_suggestions_are_wanted():
    layer = read(line(quotes=[DIRECT | {"status": "corrected"}], state="complete"), Reading(as_suggestions=True)).layer
    assert (layer.quotes[0].status, layer.annotator, layer.state) == (Status.CORRECTED, "import", State.COMPLETE)


def test_suggestions_alone_are_nobodys():
    assert read(line(quotes=[DIRECT | {"status": "suggested"}])).layer.annotator is None


@pytest.mark.parametrize("more", [{"rejected": [DIRECT]}, {"state": "complete"}, {"quotes": [DIRECT]}])
def test_what_only_a_person_does_has_an_annotator(more):
    assert read(line(**more)).layer.annotator == "import"
    assert read(line(annotator="ben", **more)).layer.annotator == "ben"


def test_a_time_of_decision_is_noted_only_where_there_is_one():
    assert read(line(quotes=[DIRECT]), Reading(at=None)).layer.quotes[0].decided is None
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z", read(line(quotes=[DIRECT])).layer.quotes[0].decided.at)


def test_ids_that_are_missing_are_the_same_at_every_reading():
    some = line(quotes=[DIRECT, DIRECT], rejected=[DIRECT])
    first, again = read(some, Reading()), read(some, Reading())
    assert first == again
    ids = {quote.id for quote in first.layer.quotes} | {first.layer.rejected[0].quote.id}
    assert len(ids) == 3


def test_unknown_keys_are_kept_at_every_level():
    quote = DIRECT | {"q": 1, "candidates": [{"name": "A", "c": 2}], "decided": {"d": 3}}
    found = read(
        line(
            licence="CC0",
            zones=[{"start": 0, "end": 3, "type": "byline", "z": 4}],
            speakers=[{"name": "A", "s": 5}],
            quotes=[quote],
        )
    )
    kept = found.layer.quotes[0]
    assert found.document.extra == {"licence": "CC0"}
    assert found.document.zones[0].extra == {"z": 4}
    assert found.layer.speakers[0].extra == {"s": 5}
    assert (kept.extra, kept.candidates[0].extra, kept.decided.extra) == ({"q": 1}, {"c": 2}, {"d": 3})


def test_a_rejection_keeps_its_reason():
    rejection = read(line(rejected=[DIRECT | {"reason": "scare"}])).layer.rejected[0]
    assert (rejection.reason, rejection.quote.extra, rejection.quote.status) == ("scare", {}, Status.SUGGESTED)


def test_model_and_speakers_are_read():
    speakers = [{"id": "s1", "name": "Ana", "aliases": ["A."], "external_id": "Q1", "kind": "person"}]
    layer = read(line(model={"name": "m", "version": "1", "weights": "w"}, speakers=speakers)).layer
    assert (layer.model.name, layer.speakers[0].kind) == ("m", SpeakerKind.PERSON)


def test_a_name_alone_means_a_speaker_of_the_line():
    layer = read(line(quotes=[DIRECT | {"speaker_name": "Ana"}])).layer
    assert [speaker.name for speaker in layer.speakers] == ["Ana"]
    assert layer.quotes[0].speaker_id == layer.speakers[0].id == suggested_speaker_id(sha256_of(TEXT), "Ana")


BAD = {
    "text: is missing": {"id": "a"},
    "id: is missing": {"text": "a"},
    "id: is empty": line(id=""),
    "id: must be text, not a whole number": line(id=7),
    "text: is empty": line(text=" \n"),
    "format: “quotedesk/2” is unknown; this version reads quotedesk/1": line(format="quotedesk/2"),
    "sha256: is not that of the text, so one of them was changed": line(sha256="00"),
    "zones[0]: 40-99 lies outside the text of 42 characters": line(zones=[{"start": 40, "end": 99, "type": "byline"}]),
    "zones[0].type: 'x' is not one of headline, caption, pull_quote, embed, byline": line(zones=[{"start": 0, "end": 9, "type": "x"}]),
    "state: 'done' is not one of new, in_work, complete": line(state="done"),
    "speakers[0].kind: 'x' is not one of person, group, document, unknown": line(speakers=[{"name": "a", "kind": "x"}]),
    "speakers[0].name: is empty": line(speakers=[{"name": ""}]),
    "speakers[1].id: s stands there twice": line(speakers=[{"id": "s", "name": "a"}, {"id": "s", "name": "b"}]),
    "quotes: must be a list, not an object": line(quotes={}),
    "quotes[0]: must be an object, not a whole number": line(quotes=[3]),
    "quotes[0]: has neither fragments nor start and end": line(quotes=[{"start": 3}]),
    "quotes[0].start: must be a whole number or null, not text": line(quotes=[{"start": "3", "end": 5}]),
    "quotes[0].start: 3-99 lies outside the text of 42 characters": line(quotes=[{"start": 3, "end": 99}]),
    "quotes[0].start: 3-3 is empty": line(quotes=[{"start": 3, "end": 3}]),
    "quotes[0].start: is 1, but the fragments begin at 0": line(quotes=[{"start": 1, "fragments": [[0, 3]]}]),
    "quotes[0].end: is 4, but the fragments end at 3": line(quotes=[{"end": 4, "fragments": [[0, 3]]}]),
    "quotes[0].fragments: there is no span": line(quotes=[{"fragments": []}]),
    "quotes[0].fragments: 2-5 overlaps the span before it or is out of order": line(quotes=[{"fragments": [[0, 3], [2, 5]]}]),
    "quotes[0].quoted: -1-5 lies outside the text of 42 characters": line(quotes=[DIRECT | {"quoted": [[-1, 5]]}]),
    "quotes[0].surface[0]: is “no”, but the text there is “\"yes.\"”": line(quotes=[DIRECT | {"surface": ["no"]}]),
    "quotes[0].surface: has 0 pieces, but there are 1 fragments": line(quotes=[DIRECT | {"surface": []}]),
    "quotes[0].kind: 'x' is not one of direct, mixed, indirect": line(quotes=[DIRECT | {"kind": "x"}]),
    "quotes[0].confidence: must be at most 1.0": line(quotes=[DIRECT | {"confidence": 1.5}]),
    "quotes[0].speaker: 0-99 lies outside the text of 42 characters": line(quotes=[DIRECT | {"speaker": {"start": 0, "end": 99}}]),
    "quotes[0].quoted: 3-3 is empty": line(quotes=[DIRECT | {"quoted": [[3, 3]]}]),
    "quotes[0].parent:  is no quote of this line": line(quotes=[DIRECT | {"parent": ""}]),
    "quotes[0].candidates[1].mention: 0-99 lies outside the text of 42 characters": line(
        quotes=[DIRECT | {"candidates": [{"name": "a"}, {"name": "a", "mention": {"start": 0, "end": 99}}]}]
    ),
    "quotes[0].more_speakers[0].speaker: 9-9 is empty": line(
        quotes=[DIRECT | {"more_speakers": [{"relation": "joint", "speaker": {"start": 9, "end": 9}}]}]
    ),
    "quotes[0].more_speakers[0].speaker_id: s9 is not among the speakers of this line": line(
        quotes=[DIRECT | {"more_speakers": [{"relation": "joint", "speaker_id": "s9"}]}]
    ),
    "quotes[0].decided.suggestion.fragments: there is no span": line(
        quotes=[DIRECT | {"decided": {"suggestion": {"fragments": [], "kind": "direct"}}}]
    ),
    "rejected[0].speaker_name: “b” is not the name of speaker s, “a”": line(
        speakers=[{"id": "s", "name": "a"}], rejected=[DIRECT | {"speaker_id": "s", "speaker_name": "b"}]
    ),
    "quotes[0].cue.end: is missing": line(quotes=[DIRECT | {"cue": {"start": 1}}]),
    "quotes[0].speaker_id: s is not among the speakers of this line": line(quotes=[DIRECT | {"speaker_id": "s"}]),
    "quotes[0].parent: p is no quote of this line": line(quotes=[DIRECT | {"parent": "p"}]),
    "quotes[0].parent: leads back to the quote itself": line(quotes=[DIRECT | {"id": "a", "parent": "a"}]),
    "rejected[0].id: a stands there twice": line(quotes=[DIRECT | {"id": "a"}], rejected=[DIRECT | {"id": "a"}]),
    "quotes[0].candidates[0].name: is missing": line(quotes=[DIRECT | {"candidates": [{}]}]),
    "quotes[0].decided.at: “soon” is no time such as 2026-11-23T20:17:34.123Z": line(quotes=[DIRECT | {"decided": {"at": "soon"}}]),
    "is not a JSON object in braces": [],
}  # fmt: skip


@pytest.mark.parametrize("reason", BAD)
def test_a_wrong_line_names_field_and_reason(reason):
    with pytest.raises(BadInput) as caught:
        read(BAD[reason])
    assert str(caught.value) == f"f, line 3: {reason}"


@pytest.mark.parametrize(
    ("outermost", "said"),
    [(None, None), ("4999", "leads back to the quote itself"), ("x", "x is no quote of this line")],
)
def test_quotes_that_stand_in_one_another_are_followed_once(outermost, said):
    above = [*map(str, range(1, 20_000)), outermost]
    quotes = [DIRECT | {"id": str(n), "parent": parent} for n, parent in enumerate(above)]
    with in_time(5):
        if said is None:
            assert [quote.parent for quote in read(line(quotes=quotes)).layer.quotes] == above
        else:
            with pytest.raises(BadInput, match=rf"quotes\[0\]\.parent: {said}"):
                read(line(quotes=quotes))


SURROGATE = "f, line 3: holds half a character (a lone surrogate)"


@pytest.mark.parametrize("escape", ["\\ud800", "\\udc00", "\\ud800x", "\\ud800\\u0041", "\\udc00\\ud800"])
@pytest.mark.parametrize(
    "frame", ['{"id": "a", "text": "%s"}', '{"id": "a", "text": "b", "x": ["%s"]}', '{"id": "a", "text": "b", "%s": 1}']
)
def test_lone_surrogates_are_refused(escape, frame):
    with pytest.raises(BadInput, match=re.escape(SURROGATE)):
        decode(frame % escape, where="f, line 3")


def test_a_lone_surrogate_in_a_string_is_refused():
    with pytest.raises(BadInput, match=re.escape(SURROGATE)):
        decode('{"id": "a", "text": "\ud800"}', where="f, line 3")


@pytest.mark.parametrize("data", [b'{"x":' + b"[" * 90_000, b'{"x":' + b"[" * 90_000 + b"]" * 90_000 + b"}"])
def test_deep_nesting_is_refused(data):
    with pytest.raises(BadInput, match="nested too deeply"):
        decode(data, where="x")


def test_what_another_reader_has_put_into_this_shape_is_checked_alike():
    raw = {"id": "a", "text": "Words.", "quotes": [{"start": 0, "end": 5}]}
    reading = Reading(at="2026-01-01")
    assert decode_object(raw, where="x", reading=reading) == decode(json.dumps(raw), where="x", reading=reading)
    with pytest.raises(BadInput, match=r"^x: quotes\[0\]"):
        decode_object(raw | {"quotes": [{"start": 0, "end": 50}]}, where="x")
    with pytest.raises(BadInput, match=r"^x: text: is missing"):
        decode_object({"id": "a"}, where="x")
