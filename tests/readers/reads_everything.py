"""Every format has its reader here, and none of them knows the program."""

import hashlib
import json
from collections import Counter
from importlib.util import find_spec

import pytest
from truth import FORMATS, PLANTED, ROOT, exports, lines


def test_no_format_is_without_a_reader():
    readers = {path.stem.removeprefix("reads_") for path in (ROOT / "tests" / "readers").glob("reads_*.py")}
    assert {*FORMATS} <= readers


def test_the_program_is_out_of_reach():
    assert find_spec("core") is None
    assert find_spec("gui") is None


def test_the_sample_holds_what_it_is_there_for():
    everything, complete = lines("all"), lines("complete")
    assert (len(everything), len({line["id"] for line in everything})) > (42, 41)
    planted = [line for line in everything if line["id"] == PLANTED["complete"]]
    assert {line["annotator"] for line in planted} == {"ana", "ben"}
    quotes = [quote for line in everything for quote in line["quotes"]]
    assert {quote["speaker_type"] for quote in quotes} == {"named", "unnamed", "collective", "none", "undecided"}
    relations = {second["relation"] for quote in quotes for second in quote["more_speakers"]}
    assert relations == {"joint", "alternative", "relayed_by"}
    assert {quote["status"] for quote in quotes} == {"suggested", "accepted", "corrected", "added"}
    vias = {quote["decided"]["via"] for quote in quotes if quote["decided"]}
    assert vias >= {"enter", "digit", "click", "typed", "edit", "propagated", "bulk"}
    assert any(len(quote["fragments"]) > 1 for quote in quotes)
    assert any(quote["parent"] for quote in quotes)
    assert any(quote["attributes"].get("factuality") == "denied" for quote in quotes)
    assert {refused["reason"] for line in planted for refused in line["rejected"]} == {"scare", "duplicate"}
    assert not [quote for line in complete for quote in line["quotes"] if quote["status"] == "suggested"]
    text = planted[0]["text"]
    assert "\r\n" in text
    assert "👨‍👩‍👧‍👦" in text
    assert "e\u0301" in text
    assert "שלום" in text


@pytest.mark.parametrize(("which", "path", "name"), [(*each, name) for name in FORMATS for each in exports(name)])
def test_the_manifest_counts_what_is_there_and_names_no_loss_of_what_is_kept(which, path, name):
    beside = path / "manifest.json" if path.is_dir() else path.with_name(f"{path.name}.manifest.json")
    said = json.loads(beside.read_text("utf-8"))
    quotes = [(line, quote) for line in lines(which) for quote in line["quotes"]]
    assert said["counts"] == {
        "articles": len({line["id"] for line in lines(which)}),
        "lines": len(lines(which)),
        "quotes": len(quotes),
        "status": Counter(quote["status"] for _, quote in quotes),
        "kind": Counter(quote["kind"] for _, quote in quotes),
        "annotator": Counter(line["annotator"] or "" for line, _ in quotes),
        "via": Counter(quote["decided"]["via"] if quote["decided"] else "" for _, quote in quotes),
    }
    assert not {loss["what"] for loss in said["losses"]} & set(FORMATS[name]["keeps"])
    root = path if path.is_dir() else path.parent
    assert said["files"]
    for file in said["files"]:
        data = (root / file["name"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
