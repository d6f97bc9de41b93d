"""Label Studio's tasks by the converter of its own SDK, with the page that goes with them."""

import csv
import json
from collections import Counter

import pytest
from spans_and_links import LABELS, regions, relations
from truth import OUT, exports, lines


@pytest.fixture(params=exports("labelstudio"), ids=lambda param: param[0])
def export(request, tmp_path):
    """The tasks as Label Studio has them after their import: numbered."""
    which, path = request.param
    tasks = [task | {"id": number} for number, task in enumerate(json.loads(path.read_text("utf-8")), 1)]
    numbered = tmp_path / "tasks.json"
    numbered.write_text(json.dumps(tasks), "utf-8")
    return which, numbered, tmp_path / "out"


@pytest.mark.parametrize("format_", ["JSON", "JSON_MIN", "CSV", "TSV", "CONLL2003"])
def test_the_converter_takes_the_tasks(export, format_):
    which, tasks, out = export
    converted(tasks, out, format_)
    checked = [regions(line, settled) for line in lines(which)]
    if format_ == "JSON_MIN":
        records = json.loads((out / "result.json").read_text("utf-8"))
        assert [sorted(map(shown, record.get("label", ()))) for record in records] == list(map(sorted, checked))
        assert [record["text"] for record in records] == [line["text"] for line in lines(which)]
        for record, line in zip(records, lines(which), strict=True):
            told = record.get("speaker_name", [])
            names = [quote["speaker_name"] for quote in line["quotes"] if settled(quote)]
            assert Counter([told] if isinstance(told, str) else told) == Counter(filter(None, names))
    elif format_ in ("CSV", "TSV"):
        csv.field_size_limit(1 << 25)
        with next(out.glob("result.*")).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="," if format_ == "CSV" else "\t"))
        assert [len(json.loads(row["label"] or "[]")) for row in rows] == list(map(len, checked))
    elif format_ == "CONLL2003":
        rows = [row.partition(" -X- _ ")[::2] for row in (out / "result.conll").read_text("utf-8").splitlines()]
        assert {f"B-{label}" for label in (*LABELS.values(), "Speaker", "Cue")} <= {tag for _, tag in rows}


def test_suggestions_are_predictions_and_relations_lead_to_regions(export):
    which, tasks, _ = export
    for task, line in zip(json.loads(tasks.read_text("utf-8")), lines(which), strict=True):
        for holder, suggested in (("annotations", False), ("predictions", True)):
            results = [result for one in task[holder] for result in one["result"]]
            labels = [one for one in results if one["type"] == "labels"]
            chosen = waiting if suggested else settled
            assert sorted(shown(one["value"]) for one in labels) == sorted(regions(line, chosen))
            for one in labels:
                value = one["value"]
                assert value["text"] == line["text"][value["start"] : value["end"]]
            places = {one["id"]: shown(one["value"]) for one in labels}
            links = [one for one in results if one["type"] == "relation"]
            found = Counter((places[one["from_id"]], places[one["to_id"]], one["labels"][0]) for one in links)
            assert found == relations(line, chosen)


def settled(quote):
    return quote["status"] != "suggested"


def waiting(quote):
    return quote["status"] == "suggested"


def converted(tasks, out, format_):
    from label_studio_sdk.converter import Converter

    page = (OUT / "label_studio.xml").read_text("utf-8")
    converter = Converter(page, str(out.parent), download_resources=False)
    out.mkdir()
    converter.convert(str(tasks), str(out), format_, is_dir=False)


def shown(value):
    return value["start"], value["end"], value["labels"][0]
