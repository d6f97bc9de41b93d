"""Web Annotations by plain JSON: the shape that the W3C's model asks for, and both selectors of each target."""

import json

import pytest
from truth import exports, lines

PURPOSES = {"tagging", "identifying", "commenting", "describing", "linking"}


@pytest.mark.parametrize(("which", "path"), exports("w3c"))
def test_annotations_are_the_quotes(which, path):
    found = json.loads(path.read_text("utf-8"))
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    items = found["first"]["items"]
    assert (found["total"], found["first"]["partOf"]) == (len(items), found["id"])
    ids = {item["id"] for item in items}
    assert len(ids) == len(items)
    assert all(one.startswith("urn:uuid:") for one in ids)
    starts = [number for number, item in enumerate(items) if item["motivation"] == "describing"]
    for start, end, line in zip(starts, [*starts[1:], len(items)], lines(which), strict=True):
        same(items[start:end], line, ids)


def same(items, line, ids):
    about, *others = items
    text = line["text"]
    assert (about["quotedesk:id"], about["quotedesk:sha256"]) == (line["id"], line["sha256"])
    for item in others:
        assert item["type"] == "Annotation"
        assert {body["purpose"] for body in item["body"]} <= PURPOSES
        for target in targets(item):
            position, words = target["selector"]
            assert (position["type"], words["type"]) == ("TextPositionSelector", "TextQuoteSelector")
            start, end = position["start"], position["end"]
            assert (target["source"], words["exact"]) == (about["target"], text[start:end])
            assert text[:start].endswith(words["prefix"])
            assert text[end:].startswith(words["suffix"])
    quotes = [item for item in others if "quotedesk:id" in item]
    numbers = {item["id"]: item["quotedesk:id"] for item in quotes}
    for item, quote in zip(quotes, line["quotes"], strict=True):
        assert item["quotedesk:id"] == quote["id"]
        assert [one["selector"][1]["exact"] for one in targets(item)] == quote["surface"]
        assert item["body"][0] == {
            "type": "TextualBody",
            "purpose": "tagging",
            "value": quote["kind"],
            "format": "text/plain",
        }
        named = [each for each in item["body"] if each["purpose"] == "identifying" and each["type"] == "TextualBody"]
        seconds = [(one["speaker_name"] or "", one["relation"]) for one in quote["more_speakers"]]
        wanted = [(quote["speaker_name"], None)] * (quote["speaker_name"] is not None) + seconds
        assert [(each["value"], each.get("quotedesk:relation")) for each in named] == wanted
        assert (item["quotedesk:status"], item["quotedesk:speakerType"]) == (quote["status"], quote["speaker_type"])
        assert numbers.get(item.get("quotedesk:parent")) == quote["parent"]
        assert item.get("quotedesk:attributes", {}) == quote["attributes"]
    for item in others:
        linked = [body["source"] for body in item["body"] if body["purpose"] == "linking"]
        assert set(linked) <= ids


def targets(item):
    return item["target"] if isinstance(item["target"], list) else [item["target"]]
