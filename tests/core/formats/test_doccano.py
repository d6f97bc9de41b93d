import json
from functools import partial

import pytest

from core.errors import BadInput
from core.formats.doccano import Doccano
from core.formats.jsonl import decode
from core.model.spans import Span
from core.model.terms import Kind, Status
from tests.core.formats.spans_and_links import tools

LINE = decode(
    '{"id": "a", "text": "👩🏽‍🚀 “Ja”, sagt Eva", "quotes": [{"id": "q", "start": 5, "end": 9, "speaker": {"start": 16, '
    '"end": 19}, "speaker_name": "Eva", "status": "added", "comment": "c"}]}',
    where="x",
)


written, read = partial(tools.written, Doccano()), partial(tools.read, Doccano())


def test_offsets_are_those_of_a_browser():
    record = json.loads(written(LINE))
    assert record["entities"] == [
        {"id": 1, "label": "Direct quote", "start_offset": 8, "end_offset": 12},
        {"id": 2, "label": "Speaker", "start_offset": 19, "end_offset": 22},
    ]
    assert record["relations"] == [{"id": 1, "from_id": 1, "to_id": 2, "type": "said by"}]


def test_other_ids_in_what_comes_back_change_nothing():
    record = json.loads(written(LINE)) | {"Comments": ["well"]}
    for entity in record["entities"]:
        entity["id"] += 1000
    record["relations"][0] |= {"from_id": 1001, "to_id": 1002}
    assert read({"id": 77, **record})[0] == [LINE]


def test_an_entity_that_was_changed_there_is_the_truth():
    record = json.loads(written(LINE))
    record["entities"][0] |= {"label": "Indirect quote", "start_offset": 9, "end_offset": 11}
    (found,), _ = read(record)
    (quote,) = found.layer.quotes
    assert (quote.id, quote.fragments, quote.kind) == ("q", (Span(6, 8),), Kind.INDIRECT)
    assert (quote.status, quote.comment, quote.speaker_name) == (Status.ACCEPTED, "c", "Eva")


def test_files_from_before_count_in_code_points():
    record = json.loads(written(LINE))
    del record["quotedesk"]["offsets"]
    for entity in record["entities"]:
        entity |= {"start_offset": entity["start_offset"] - 3, "end_offset": entity["end_offset"] - 3}
    assert read(record)[0] == [LINE]


@pytest.mark.parametrize(("twice", "unit"), [(2, "doccano's window counts them, two"), (1, "programs count them, one")])
def test_how_others_counted_shows_by_the_words_that_it_cuts(twice, unit):
    text = "👩🌉 Eva said yes."
    marks = [("quote", 2 * twice + 10, 2 * twice + 13), ("speaker", 2 * twice + 1, 2 * twice + 4)]
    entities = [{"id": n, "label": label, "start_offset": a, "end_offset": b} for n, (label, a, b) in enumerate(marks)]
    record = {"text": text, "entities": entities, "relations": [{"from_id": 1, "to_id": 0, "type": "says"}]}
    (found, other), problems = read(record, record | {"id": 2})
    (quote,) = found.layer.quotes
    assert (text[slice(*quote.span)], text[slice(*quote.mention)]) == ("yes", "Eva")
    assert len(other.layer.quotes) == 1
    assert problems.remarks == [f"standard input: offsets behind an emoji were taken as {unit} for each (2 lines)."]


@pytest.mark.parametrize("quote", ['"We 👍 it."', "‘We’ll 👍 it.’"])
@pytest.mark.parametrize("before", ["", "👍 "])
@pytest.mark.parametrize("twice", [0, 1])
def test_how_others_counted_shows_by_the_quotation_marks_that_it_tears(quote, before, twice):
    text = f"{before}Eva: {quote} Rain."
    start, end = text.index(quote) + twice * len(before[:1]), text.index(quote) + len(quote)
    end += twice * (1 + len(before[:1]))
    entity = {"id": 1, "label": "quote", "start_offset": start, "end_offset": end}
    (found,), _ = read({"text": text, "entities": [entity], "relations": []})
    assert text[slice(*found.layer.quotes[0].span)] == quote


def test_nothing_is_told_of_texts_that_all_count_alike():
    record = {
        "text": "Éva said yes.",
        "entities": [{"id": 1, "label": "quote", "start_offset": 9, "end_offset": 12}],
        "relations": [],
    }
    assert read(record)[1].remarks == []


def test_foreign_entities_and_relations_are_read():
    record = {
        "id": 4, "text": "Eva said yes.", "Comments": ["odd"],
        "entities": [
            {"id": 31, "label": "quote", "start_offset": 9, "end_offset": 12}, {"id": 30, "label": "SPEAKER", "start_offset": 0, "end_offset": 3},
            {"id": 32, "label": "PER", "start_offset": 0, "end_offset": 3},
        ],
        "relations": [{"id": 1, "from_id": 30, "to_id": 31, "type": "says"}],
    }  # fmt: skip
    (found,), problems = read(record)
    (quote,) = found.layer.quotes
    assert (found.document.id, found.document.extra) == ("4", {"Comments": ["odd"]})
    assert (quote.fragments, quote.mention, quote.kind) == ((Span(9, 12),), Span(0, 3), Kind.INDIRECT)
    assert problems.remarks == ["standard input: left out what is no quote, speaker or cue: PER (1)."]


@pytest.mark.parametrize("key", ["label", "labels"])
@pytest.mark.parametrize("text", ["text", "data"])
def test_lists_of_labels_are_read(key, text):
    (found,), problems = read({text: "Eva said yes.", key: [[9, 12, "Quotation"], [4, 8, "Cue"]]})
    assert (found.document.id, found.layer.quotes[0].fragments) == ("stdin-1", (Span(9, 12),))
    assert "Cue without a quote (1)" in problems.remarks[0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"entities": {}, "relations": []}, None),
        ({"entities": 3}, "entities: must be a list of objects"),
        ({"entities": [{"id": 1, "label": "Quote", "start_offset": "0", "end_offset": 1}]}, "start_offset: must be a whole number"),
        ({"entities": [{"id": 1, "label": "Quote", "start_offset": 0, "end_offset": 99}]}, "quotes[0].fragments: 0-99 lies outside the text of 1 characters"),
        ({"relations": [{"from_id": 1, "to_id": 2}]}, "relations: one leads to an entity that isn't there"),
        ({"label": ["PER"]}, "label: must be a list of [start, end, name]"),
        ({"text": None}, "text: must be text, not null"),
        ({"text": " "}, "text: is empty"),
        ({"quotedesk": {"quotes": [{"kind": "loud"}]}}, "quotes[0].kind: 'loud' is not one of direct, mixed, indirect"),
    ],
)  # fmt: skip
def test_a_broken_line_is_told_and_the_next_one_read(change, said):
    found, problems = read({"id": "bad", "text": "x"} | change, {"id": "good", "text": "y", "entities": []})
    assert problems.first == ([f"standard input, line 1: {said}"] if said else [])
    assert found[-1].document.id == "good"


def test_a_cut_off_or_empty_file_is_told():
    assert read(written(LINE)[:-30])[1].first[0].startswith("standard input, line 1: is not JSON")
    assert read(b"")[1].first == ["standard input: is empty"]
    with pytest.raises(BadInput, match="is not a text file in UTF-8"):
        read("{}".encode("utf-16"))
