from collections import Counter

import msgspec
import pytest
from hypothesis import given

from core.formats.jsonl import decode, encode
from core.formats.line.stand_off import without_text
from core.formats.spans_and_links.graph import About, Graph, Link, Mark, drawn
from core.formats.spans_and_links.joining import Known, in_order, joined
from tests.core.formats.drawing import annotated

TEXT = "“One,” said Ana, “two.” Ben said three. Later Ana said four."
LINE = {
    "id": "d", "text": TEXT, "annotator": "ana", "speakers": [{"id": "s1", "name": "Ana"}, {"id": "s2", "name": "Ben"}],
    "quotes": [
        {"id": "a", "fragments": [[0, 6], [17, 23]], "kind": "direct", "speaker": {"start": 12, "end": 15}, "speaker_id": "s1",
         "cue": {"start": 7, "end": 11}, "status": "corrected", "comment": "x", "attributes": {"factuality": "denied"}, "confidence": 0.5},
        {"id": "b", "start": 33, "end": 38, "kind": "indirect", "speaker": {"start": 24, "end": 27}, "speaker_id": "s2",
         "more_speakers": [{"relation": "joint", "speaker_name": "C"}, {"relation": "joint", "speaker": {"start": 46, "end": 49}}],
         "status": "added", "parent": "a"},
    ],
}  # fmt: skip


def known():
    line = decode(msgspec.json.encode(LINE), where="x")
    return line, Known(line.layer.quotes, without_text(line)["quotes"], "seed")


def back(graph, of=None):
    return in_order(joined(graph, of or known()[1], Counter()))


@given(annotated())
def test_quotes_that_nobody_changed_come_back_as_they_were(line):
    quotes = line.layer.quotes
    raws = without_text(line)["quotes"]
    found = {raw["id"]: raw for raw in back(drawn(quotes), Known(quotes, raws, "seed"))}
    looks = Counter((quote.fragments, quote.kind) for quote in quotes)
    plain = [raw for raw, quote in zip(raws, quotes, strict=True) if looks[quote.fragments, quote.kind] == 1]
    for raw in plain:
        mentions = [one["speaker"] for one in raw["more_speakers"] if one["speaker"]]
        if raw["speaker"] not in mentions or raw["speaker"] is None:
            assert found[raw["id"]] == raw


@pytest.mark.parametrize("about", [True, False])
def test_a_quote_with_other_edges_keeps_its_id_and_loses_its_decision(about):
    line, before = known()
    graph = drawn(line.layer.quotes, about=about)
    graph.marks[1] = graph.marks[1]._replace(start=18)
    first, second = back(graph, before)
    assert (first["id"], first["fragments"], first["quoted"]) == ("a", [[0, 6], [18, 23]], [[0, 6], [18, 23]])
    assert (first["speaker_id"], first["comment"], first["attributes"]) == ("s1", "x", {"factuality": "denied"})
    assert not {"status", "decided", "confidence"} & first.keys()
    assert second == before.raws[1]


def test_another_mention_brings_the_speaker_that_it_has_elsewhere():
    line, _ = known()
    graph = drawn(line.layer.quotes)
    ben = next(number for number, mark in enumerate(graph.marks) if mark.start == 24)
    graph.links[:] = [Link(0, ben, link.label) if link[::2] == (0, "said by") else link for link in graph.links]
    first = back(graph)[0]
    assert (first["speaker"], first["speaker_id"], first["speaker_name"]) == ({"start": 24, "end": 27}, "s2", "Ben")


def test_a_mention_of_nobody_known_leaves_the_speaker_open():
    line, _ = known()
    graph = drawn(line.layer.quotes)
    graph.marks[:] = [mark._replace(start=13) if mark.start == 12 else mark for mark in graph.marks]
    assert not {"speaker_id", "speaker_name", "speaker_type"} & back(graph)[0].keys()


def test_a_name_that_was_changed_is_the_new_speaker():
    line, _ = known()
    graph = drawn(line.layer.quotes, about=True)
    graph.marks[0] = graph.marks[0]._replace(about=About("Dee", "named", "y"))
    first = back(graph)[0]
    assert (first["speaker_name"], first["speaker_type"], first["comment"]) == ("Dee", "named", "y")
    assert "speaker_id" not in first


def test_a_deleted_quote_is_gone_and_nobody_stands_in_it():
    line, before = known()
    graph = drawn(line.layer.quotes[1:])
    (only,) = back(graph, before)
    assert only["id"] == "b"
    assert only.get("parent") is None
    (only,) = back(graph, before.part(line.layer.quotes[1:]))
    assert only["parent"] is None


def test_a_parent_that_the_tool_did_not_show_stays():
    line, before = known()
    first, second = line.layer.quotes
    pairs = joined(drawn([first]), before.part([first]), Counter())
    pairs += joined(drawn([second]), before.part([second]), Counter())
    assert [raw["parent"] for raw in in_order(pairs)] == [None, "a"]


def test_a_new_quote_follows_the_known_ones_and_may_stand_around_another():
    line, before = known()
    graph = drawn(line.layer.quotes)
    graph.marks.extend([Mark(40, 60, "Indirect quote"), Mark(55, 59, "Direct quote", score=2.0)])
    graph.links.append(Link(len(graph.marks) - 1, len(graph.marks) - 2, "inside"))
    raws = back(graph, before)
    assert [raw["fragments"] for raw in raws[2:]] == [[[40, 60]], [[55, 59]]]
    assert raws[3]["parent"] == raws[2]["id"]
    assert raws[3]["confidence"] == 1.0
    assert decode(msgspec.json.encode(LINE | {"quotes": raws}), where="x").layer.quotes[:2] == line.layer.quotes


def test_second_speakers_without_a_mention_stay():
    line, before = known()
    graph = drawn(line.layer.quotes)
    graph.links[:] = [link for link in graph.links if link.label != "joint"]
    assert back(graph, before)[1]["more_speakers"] == before.raws[1]["more_speakers"][:1]


def test_thousands_of_quotes_are_joined_in_time():
    marks = [Mark(n, n + 1, "Quote") for n in range(20_000)]
    line, before = known()
    assert len(back(Graph(marks, []), Known(line.layer.quotes, before.raws))) == 20_000
    assert encode(line)
