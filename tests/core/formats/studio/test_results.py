from collections import Counter

import pytest

from core.errors import BadInput
from core.formats.spans_and_links.graph import About, Graph, Link, Mark
from core.formats.studio.results import graph_of, results_of

TEXT = "“Ja”, sagt 👩🏽‍🚀 Eva"
GRAPH = Graph(
    [Mark(0, 4, "Direct quote", About("Eva", "named", "a\nb"), 0.5), Mark(16, 19, "Speaker")], [Link(0, 1, "said by")]
)


def back(results, text=TEXT):
    left_out = Counter()
    return graph_of({"result": results}, text, "f, record 1", left_out), left_out


def test_results_show_the_graph():
    results = results_of(GRAPH, TEXT)
    assert results[0] == {
        "id": "r1", "from_name": "label", "to_name": "text", "type": "labels", "score": 0.5,
        "value": {"start": 0, "end": 4, "text": "“Ja”", "labels": ["Direct quote"]},
    }  # fmt: skip
    assert [one["value"] for one in results[1:4]] == [
        {"start": 0, "end": 4, "text": ["Eva"]},
        {"start": 0, "end": 4, "choices": ["named"]},
        {"start": 0, "end": 4, "text": ["a\nb"]},
    ]
    assert results[-1] == {
        "type": "relation",
        "from_id": "r1",
        "to_id": "r2",
        "direction": "right",
        "labels": ["said by"],
    }
    assert back(results) == (GRAPH, Counter())


def test_a_relation_to_the_left_leads_the_other_way():
    results = results_of(GRAPH, TEXT)
    results[-1]["direction"] = "left"
    del results[-1]["labels"]
    assert back(results)[0].links == [Link(1, 0, "")]


def test_offsets_of_old_versions_are_utf16():
    text = "👩🏽‍🚀 “Ja”"
    region = {"id": "a", "type": "labels", "value": {"start": 8, "end": 12, "text": "“Ja”", "labels": ["x", "Quote"]}}
    assert back([region], text)[0].marks == [Mark(5, 9, "Quote")]


def test_what_is_no_region_of_the_text_is_counted():
    others = [
        {"id": "a", "type": "choices", "from_name": "topic", "value": {"choices": ["sport"]}},
        {"id": "b", "type": "hypertextlabels", "from_name": "h", "value": {"start": "/p[1]", "labels": ["Quote"]}},
        {"id": "c", "type": "rating", "from_name": "stars", "value": {"start": 0, "end": 1, "rating": 3}},
        {"type": "relation", "from_id": "b", "to_id": "zz", "labels": ["says"]},
        {"id": "d", "type": "labels", "value": {"start": 0, "end": 1, "labels": []}},
        {},
    ]
    graph, left_out = back(others)
    assert graph.marks == [Mark(0, 1, "no label")]
    assert set(left_out) == {"topic (choices)", "h (hypertextlabels)", "stars (rating)", " (no type)",
                             "says (relation of a region that isn't there)"}  # fmt: skip


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "a", "type": "labels", "value": {"start": 0, "end": "4", "labels": ["Quote"]}},
        {"id": "a", "type": "labels", "value": {"start": 0, "end": 4, "text": "Nein", "labels": ["Quote"]}},
    ],
)
def test_a_region_that_can_not_be_placed_is_refused(broken):
    with pytest.raises(BadInput, match="f, record 1: "):
        back([broken])


def test_an_unknown_type_of_speaker_is_refused():
    results = results_of(GRAPH, TEXT)
    results[2]["value"]["choices"] = ["alien"]
    with pytest.raises(BadInput, match="speaker_type: “alien” is not one of named, unnamed"):
        back(results)


def test_fields_of_other_projects_are_understood():
    results = results_of(Graph([Mark(0, 4, "Quote")], []), TEXT)
    results.append(
        {"id": "r1", "type": "textarea", "from_name": "Source", "value": {"start": 0, "end": 4, "text": "Eva"}}
    )
    assert back(results)[0].marks[0].about == About("Eva")
