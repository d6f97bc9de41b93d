import json
from functools import partial

import pytest
from hypothesis import given

from core.formats.jsonl import decode
from core.formats.prodigy import Prodigy
from core.formats.reading import Reading
from core.model.spans import Span
from core.model.terms import State, Status
from tests.core.formats.drawing import annotated
from tests.core.formats.spans_and_links import tools

RAW = {
    "id": "a", "text": "👩🏽‍🚀 “Ja”, sagt Eva. “Nein.”", "annotator": "ana", "state": "complete",
    "quotes": [
        {"id": "q", "fragments": [[5, 9], [21, 28]], "speaker": {"start": 16, "end": 19}, "cue": {"start": 11, "end": 15},
         "speaker_name": "Eva", "status": "added", "comment": "c"},
    ],
}  # fmt: skip
LINE = decode(json.dumps(RAW), where="x")


written, read = partial(tools.written, Prodigy()), partial(tools.read, Prodigy())


@given(annotated())
def test_spans_and_relations_agree_with_the_tokens(line):
    task = json.loads(written(line))
    tokens = task["tokens"]
    assert [token["id"] for token in tokens] == list(range(len(tokens)))
    for span in task["spans"] + [
        relation[end] for relation in task["relations"] for end in ("head_span", "child_span")
    ]:
        assert tokens[span["token_start"]]["start"] == span["start"]
        assert tokens[span["token_end"]]["end"] == span["end"]
    assert all(relation["head"] == relation["head_span"]["token_end"] for relation in task["relations"])


def test_a_complete_article_is_an_accepted_task():
    task = json.loads(written(LINE))
    assert (task["answer"], task["_annotator_id"], task["meta"]) == ("accept", "ana", {"id": "a"})
    assert [relation["label"] for relation in task["relations"]] == ["continues", "said by", "cue"]
    unfinished = decode(json.dumps(RAW | {"state": "in_work"}), where="x")
    assert "answer" not in json.loads(written(unfinished))


def test_a_span_that_was_changed_there_is_the_truth():
    task = json.loads(written(LINE))
    task["spans"][0]["start"] = 6
    task["relations"] = [one for one in task["relations"] if one["label"] != "continues"]
    for relation in task["relations"]:
        relation["head_span"]["start"] = 6
    (found,), _ = read(task)
    first, second = found.layer.quotes
    assert (first.id, first.fragments, first.mention, first.status) == (
        "q",
        (Span(6, 9),),
        Span(16, 19),
        Status.ACCEPTED,
    )
    assert (second.fragments, second.mention, first.comment) == ((Span(21, 28),), None, "c")


def test_suggestions_in_a_task_that_was_accepted_are_the_annotators():
    quotes = [RAW["quotes"][0] | {"status": "suggested"}]
    line = decode(json.dumps({"id": "a", "text": RAW["text"], "quotes": quotes}), where="x")
    assert line.layer.annotator is None
    task = json.loads(written(line)) | {"answer": "accept", "_session_id": "set-ben", "_task_hash": 5}
    (found,), _ = read(task)
    assert (found.layer.annotator, found.layer.state) == ("set-ben", State.COMPLETE)
    assert (found.layer.quotes[0].id, found.layer.quotes[0].status) == ("q", Status.ACCEPTED)
    assert read(json.loads(written(line)))[0] == [line]


def test_tasks_that_were_rejected_or_ignored_are_told_and_left_out():
    tasks = [{"text": "x", "spans": [], "answer": answer} for answer in ("reject", "ignore", "reject", "accept")]
    found, problems = read(*tasks)
    assert [line.document.id for line in found] == ["stdin-4"]
    assert problems.remarks == [
        "standard input: left out 2 tasks with the answer “reject”.",
        "standard input: left out 1 task with the answer “ignore”.",
    ]
    spans = [{"start": 0, "end": 1, "label": "ORG"}]
    assert read({"text": "x", "spans": spans}, tasks[0])[1].remarks == [
        "standard input: left out 1 task with the answer “reject”.",
        "standard input: left out what is no quote, speaker or cue: ORG (1).",
    ]


def test_foreign_spans_and_relations_are_read():
    spans = [
        {"start": 0, "end": 3, "token_start": 0, "token_end": 0, "label": "SPEAKER"},
        {"start": 9, "end": 12, "token_start": 2, "token_end": 2, "label": "QUOTE"},
        {"start": 4, "end": 8, "label": "ORG"},
    ]
    task = {
        "text": "Eva said yes.", "meta": {"source": "AP", "section": "x"}, "spans": spans, "answer": "accept", "_input_hash": 1,
        "relations": [{"head": 2, "child": 0, "label": "by"}, {"head": 1, "child": 9, "label": "dep"}],
    }  # fmt: skip
    (found,), problems = read(task, reading=Reading(annotator="me"))
    (quote,) = found.layer.quotes
    assert (quote.fragments, quote.mention) == ((Span(9, 12),), Span(0, 3))
    assert (found.document.id, found.document.source, found.document.extra) == ("stdin-1", "AP", {"section": "x"})
    assert (found.layer.annotator, found.layer.state) == ("me", State.COMPLETE)
    assert problems.remarks == [
        "standard input: left out what is no quote, speaker or cue: dep (between single words) (1), ORG (1)."
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"spans": 3}, "spans: must be a list of objects"),
        ({"spans": [{"start": 0, "label": "Quote"}]}, "end: must be a whole number"),
        (
            {"spans": [{"start": 5, "end": 9, "label": "Quote"}]},
            "quotes[0].fragments: 5-9 lies outside the text of 1 characters",
        ),
        ({"relations": [3]}, "relations: must be a list of objects"),
        ({"text": 3}, "text: must be text, not a whole number"),
        ({"meta": 3, "answer": 4}, None),
        ({"relations": [{"head": {}, "child": [], "head_span": {"start": []}}]}, None),
    ],
)
def test_a_broken_task_is_told_and_the_next_one_read(change, said):
    found, problems = read({"text": "x", "spans": []} | change, {"text": "y", "spans": []})
    assert problems.first == ([f"standard input, line 1: {said}"] if said else [])
    assert found[-1].document.text == "y"


def test_a_task_without_a_text_is_told():
    assert read({"image": "x.png", "spans": []})[1].first == ["standard input, line 1: text: is missing"]
    assert read(b"")[1].first == ["standard input: is empty"]
