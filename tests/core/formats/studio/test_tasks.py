from collections import Counter

import pytest

from core.errors import BadInput
from core.formats.jsonl import decode
from core.formats.reading import Reading
from core.formats.spans_and_links.records import Place
from core.formats.studio.tasks import lines_of, task_of
from core.model.terms import State, Status

TEXT = "“Ja”, sagt Eva. Er sagt: „Nein.“"
QUOTES = [
    '{"id": "a", "start": 0, "end": 4, "status": "added"}',
    '{"id": "b", "start": 25, "end": 32, "status": "suggested", "confidence": 0.4, "parent": "a"}',
]


def line(quotes=QUOTES, more=""):
    return decode(f'{{"id": "d", "text": "{TEXT}", "quotes": [{", ".join(quotes)}]{more}}}', where="x")


def read(task, **reading):
    place = Place("f, record 1", Reading(annotator="me", **reading), Counter())
    return list(lines_of(task, "f-1", place)), place.left_out


def region(start, end, label, **more):
    return {"id": f"{start}", "type": "labels", "from_name": "l", "to_name": "t",
            "value": {"start": start, "end": end, "labels": [label]}} | more  # fmt: skip


def test_what_is_checked_is_an_annotation_and_what_is_not_a_prediction():
    task = task_of(line())
    assert [one["id"] for one in task["annotations"][0]["result"] if one["type"] == "labels"] == ["r1"]
    assert task["predictions"][0]["score"] == 0.4
    assert task["predictions"][0]["model_version"] == "quotedesk"
    assert read(task) == ([line()], Counter())


def test_predictions_may_be_missing_in_what_comes_back():
    for left in ([], [12], None, 3):
        assert read(task_of(line()) | {"predictions": left})[0] == [line()]


def test_an_article_without_quotes_has_no_annotation_unless_it_is_complete():
    assert task_of(line([]))["annotations"] == []
    done = line([], ', "annotator": "ana", "state": "complete"')
    assert task_of(done)["annotations"] == [{"ground_truth": False, "result": []}]
    assert read(task_of(done))[0] == [done]


def test_a_suggestion_that_was_taken_over_keeps_its_id_and_is_accepted():
    task = task_of(line())
    regions = task["predictions"][0]["result"]
    task["annotations"][0]["result"] += [one | {"id": "new"} for one in regions]
    (found,), _ = read(task)
    assert [(quote.id, quote.status) for quote in found.layer.quotes] == [("a", Status.ADDED), ("b", Status.ACCEPTED)]
    assert found.layer.quotes[1].parent == "a"


def test_an_annotation_of_a_models_article_is_the_annotators():
    suggested = line(
        [QUOTES[1].replace(', "parent": "a"', ""), '{"id": "c", "start": 0, "end": 4, "status": "suggested"}']
    )
    task = task_of(suggested)
    result = [one for one in task["predictions"][0]["result"] if one["id"] == "r1"]
    task["annotations"] = [{"result": result, "completed_by": {"id": 3, "email": "ana@example.org"}}]
    (found,), _ = read(task)
    assert (found.layer.annotator, found.layer.state) == ("ana@example.org", State.COMPLETE)
    assert [(quote.id, quote.status) for quote in found.layer.quotes] == [("b", Status.ACCEPTED)]


def test_predictions_that_were_made_anew_stay_suggestions():
    task = task_of(line())
    task["predictions"][0]["result"][0]["value"] = {"start": 26, "end": 32, "labels": ["Direct quote"]}
    (found,), _ = read(task)
    assert [(quote.id, quote.span.start, quote.status) for quote in found.layer.quotes] == [
        ("a", 0, Status.ADDED),
        ("b", 26, Status.SUGGESTED),
    ]


def test_each_further_annotation_is_a_line_of_its_own():
    task = task_of(line())
    task["annotations"].append({"result": [region(0, 4, "Quote")], "completed_by": 7})
    task["annotations"].append({"result": [], "completed_by": 8, "was_cancelled": True})
    mine, other = read(task)[0]
    assert mine == line()
    assert (other.layer.annotator, [quote.id for quote in other.layer.quotes]) == ("annotator 7", ["a"])


def test_a_foreign_task_gives_a_line_for_each_annotation_and_prediction():
    relation = {"type": "relation", "from_id": "11", "to_id": "0", "direction": "right", "labels": []}
    result = [region(0, 4, "Quotation"), region(11, 14, "Speaker"), relation, region(16, 18, "PER")]
    task = {
        "id": 5, "data": {"content": TEXT, "title": "T", "section": "s", "state": "Texas"},
        "annotations": [{"result": result, "completed_by": 1}], "predictions": [{"result": result[:1], "model_version": "m"}],
    }  # fmt: skip
    (person, model), left_out = read(task)
    assert (person.document.id, person.document.title, person.document.extra) == ("5", "T", {"section": "s"})
    (quote,) = person.layer.quotes
    assert (quote.mention, quote.status, person.layer.state) == ((11, 14), Status.ACCEPTED, State.COMPLETE)
    assert (model.layer.annotator, model.layer.model.name, model.layer.quotes[0].status) == (
        None,
        "m",
        Status.SUGGESTED,
    )
    assert left_out == {"PER": 1}


def test_drafts_and_cancelled_annotations_are_counted_and_no_lines():
    place = Place("f, record 1", Reading(annotator="me"), Counter())
    drafts = [{"result": [region(0, 4, "Quote")]}, {"result": []}]
    task = {"data": {"text": TEXT}, "annotations": [{"result": [], "was_cancelled": True}], "drafts": drafts}
    (found,) = lines_of(task, "f-1", place)
    assert (found.layer.quotes, found.layer.state) == ((), State.NEW)
    assert place.passed_over == {"drafts that nobody submitted": 1, "annotations that were cancelled": 1}


def test_a_score_is_the_confidence_the_regions_before_the_predictions():
    regions = [region(0, 4, "Quote"), region(25, 32, "Quote", score=0.9)]
    for score, others in ((0.4, 0.4), (87, None), (None, None)):
        (found,), _ = read({"data": {"text": TEXT}, "predictions": [{"result": regions, "score": score}]})
        assert [quote.confidence for quote in found.layer.quotes] == [others, 0.9]


@pytest.mark.parametrize(
    ("about", "taken"),
    [
        ([{"score": 0.7}, {"score": 0.4}, {}], "m0"),
        ([{"created_at": "2024-02-01"}, {"created_at": "2024-01-01"}, {}], "m0"),
        ([{}, {}, {}], "m2"),
    ],
)
def test_of_several_predictions_the_best_or_newest_is_taken_and_the_others_are_counted(about, taken):
    place = Place("f, record 1", Reading(annotator="me"), Counter())
    offered = [{"result": [region(0, 4, "Quote")], "model_version": f"m{n}"} | one for n, one in enumerate(about)]
    (found,) = lines_of({"data": {"text": TEXT}, "predictions": offered}, "f-1", place)
    assert found.layer.model.name == taken
    assert place.passed_over == {"predictions beside the one of their task that is taken": 2}


def test_predictions_of_others_beside_ours_are_counted():
    place = Place("f, record 1", Reading(annotator="me"), Counter())
    task = task_of(line())
    task["predictions"].append({"result": [], "model_version": "other"})
    assert list(lines_of(task, "f-1", place)) == [line()]
    assert place.passed_over.total() == 1


def test_a_task_without_annotations_is_an_article():
    (found,), _ = read({"data": {"text": TEXT}})
    assert (found.document.id, found.layer.quotes) == ("f-1", ())


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ({"annotations": []}, "data: must be an object"),
        (
            {"id": 1, "text": "a", "annotation_id": 2},
            "is of Label Studio's JSON-MIN, which drops the relations; export JSON there",
        ),
        ({"data": {"image": "a.png"}}, r"data: has no text \(under text, content, body, article\)"),
        ({"data": {"text": TEXT}, "annotations": [{"result": 3}]}, "result: must be a list of objects"),
        ({"data": {"text": TEXT}, "annotations": 3}, "annotations: must be a list of objects"),
        (
            {"data": {"text": TEXT}, "annotations": [{"result": [region(0, 99, "Quote")]}]},
            "quotes.0..fragments: 0-99 lies outside",
        ),
    ],
)
def test_a_broken_task_is_told(task, said):
    with pytest.raises(BadInput, match=f"f, record 1: {said}"):
        read(task)
