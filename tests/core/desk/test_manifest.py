"""A manifest says what is in an export, so that anybody can check it."""

import hashlib
import json

from core.desk.manifest import Chosen, Tally, manifest, written_file
from core.desk.splits import Placement, Split
from core.formats.losses import EVERYTHING, Losses, Trait
from tests.support.projects import line, quote

LINES = [
    line("“Yes.” “No.”", quote(0, 6, status="accepted"), quote(7, 12), id="a", annotator="ana"),
    line("“Yes.” “No.”", quote(0, 6, status="corrected"), id="a", annotator="ben"),
]


PLAIN, NOWHERE = Chosen(format="jsonl", which="all"), Placement(parts={})


def made(tmp_path, chosen=PLAIN, placement=NOWHERE):
    file = tmp_path / "out.jsonl"
    file.write_bytes(b"bytes")
    tally, losses = Tally(), Losses(EVERYTHING - {Trait.STATUS})
    assert len(list(losses.watch(tally.watch(LINES)))) == 2
    return json.loads(
        manifest(chosen, tally, losses, files=[written_file("out.jsonl", file.open("rb"))], placement=placement)
    )


def test_it_counts_and_sums(tmp_path):
    said = made(tmp_path)
    counts = said["counts"]
    assert (counts["articles"], counts["lines"], counts["quotes"]) == (1, 2, 3)
    assert counts["status"] == {"accepted": 1, "corrected": 1, "suggested": 1}
    assert counts["annotator"] == {"ana": 2, "ben": 1}
    assert said["losses"] == [{"what": "statuses", "count": 3}]
    assert said["files"] == [{"name": "out.jsonl", "bytes": 5, "sha256": hashlib.sha256(b"bytes").hexdigest()}]


def test_it_says_how_the_export_was_chosen(tmp_path):
    chosen = Chosen(
        format="jsonl", which="all", annotator="ana", release="1", split=Split(shares=(8, 1, 1), by="outlet")
    )
    said = made(tmp_path, chosen, Placement(parts={"a": "train", "b": "train", "c": "test"}, torn=("x",)))
    articles = {"train": 2, "dev": 0, "test": 1}
    assert said["split"] == {"shares": [8, 1, 1], "by": "outlet", "articles": articles, "left_out": ["x"]}
    assert (said["which"], said["annotator"], said["release"], said["dataset_format"]) == ("all", "ana", "1", "jsonl")


def test_it_is_the_same_twice(tmp_path):
    assert made(tmp_path) == made(tmp_path)
