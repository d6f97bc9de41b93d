import csv
import io
import json

import pytest

from core.formats.csv_table import COLUMNS, CsvTable
from core.formats.jsonl import decode
from core.formats.reading import Reading

TEXT = '=1+1 said "cmd" and\r\n“go,” 👩🏽‍🚀 said.'


def table(**quote):
    base = {"id": "q1", "fragments": [[10, 15], [21, 26]], "status": "accepted"}
    line = decode(
        json.dumps({"id": "a", "text": TEXT, "quotes": [base | quote]}), where="x", reading=Reading(at="2026-01-01")
    )
    out = io.BytesIO()
    assert CsvTable().write([line, line], out) == 2
    assert not out.closed
    return out.getvalue()


def row(**quote):
    return next(csv.DictReader(io.StringIO(table(**quote).decode("utf-8-sig"), newline="")))


def test_a_table_begins_with_a_mark_and_a_heading():
    data = table()
    assert data.startswith(b"\xef\xbb\xbfdocument_id,")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert data.decode("utf-8-sig").splitlines()[0].split(",") == list(COLUMNS)


def test_a_quote_is_a_row():
    found = row(
        speaker_name="Ana",
        cue={"start": 5, "end": 9},
        confidence=0.5,
        comment="a\nb",
        flagged=True,
        decided={"via": "enter"},
    )
    wanted = {
        "document_id": "a", "annotator": "import", "quote_id": "q1", "text": '"cmd" […] “go,”', "speaker": "Ana", "speaker_type": "named",
        "cue": "said", "status": "accepted", "via": "enter", "confidence": "0.5", "start": "10", "end": "26", "fragments": "10:15 21:26",
        "flagged": "yes", "sure": "yes", "comment": "a\nb", "mention": "", "title": "",
    }  # fmt: skip
    assert {key: found[key] for key in wanted} == wanted


def test_second_speakers_are_named():
    more = [{"speaker_name": "Ben", "relation": "joint"}, {"relation": "alternative"}]
    assert row(more_speakers=more)["more_speakers"] == "Ben (joint); (alternative)"


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", "\t=1", "\r1", " =1", "＝1", "\n-x"])
def test_no_cell_is_run_as_a_formula(start):
    assert row(comment=start)["comment"] == f"'{start}"


@pytest.mark.parametrize("harmless", ["1-1", "a=b", "", "\n", "“-”"])
def test_other_cells_stay_as_they_are(harmless):
    assert row(comment=harmless)["comment"] == harmless


def test_a_mention_that_looks_like_a_formula_is_guarded():
    assert row(speaker={"start": 0, "end": 4})["mention"] == "'=1+1"
