import csv
import io
import json

import pytest
from hypothesis import given
from msgspec.structs import replace

from core.errors import BadInput
from core.formats.articles import articles
from core.formats.csv_table import COLUMNS, CsvTable
from core.formats.jsonl import decode
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.model.records import AnnotatedDocument
from tests.core.formats.drawing import annotated
from tests.support.pace import in_time

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
        "cue": "said", "status": "accepted", "via": "enter", "confidence": "0.5", "start": "10", "end": "26", "fragments": "10..15 21..26",
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


def read(data: bytes, reading: Reading | None = None):
    problems = Problems()
    return list(CsvTable().read(io.BytesIO(data), problems, reading)), problems


def without_losses(line: AnnotatedDocument) -> AnnotatedDocument:
    """What a table keeps of a line; it doesn't tell an empty text from none."""
    document = replace(line.document, zones=(), extra={})
    for key in ("title", "source", "url", "date", "language"):
        document = replace(document, **{key: getattr(document, key) or None})
    quotes = []
    for quote in line.layer.quotes:
        decided = quote.decided and replace(
            quote.decided, blind=False, seconds=None, keys=None, fast=False, suggestion=None, extra={}
        )
        more = tuple(replace(one, speaker_name=one.speaker_name or None) for one in quote.more_speakers)
        quote = replace(quote, candidates=(), extra={}, decided=decided, more_speakers=more)
        quotes.append(replace(quote, speaker_name=quote.speaker_name or None))
    layer = replace(line.layer, model=None, speakers=(), rejected=(), quotes=tuple(quotes), extra={})
    return AnnotatedDocument(document=document, layer=layer)


@given(annotated())
def test_what_was_written_is_read_but_for_what_is_told_as_lost(line):
    out = io.BytesIO()
    CsvTable().write([line, line], out)
    found, problems = read(out.getvalue())
    assert problems.first == []
    assert [replace(one, layer=replace(one.layer, speakers=())) for one in found] == [without_losses(line)] * 2
    again = io.BytesIO()
    CsvTable().write(found, again)
    assert again.getvalue() == out.getvalue()


def test_what_begins_like_a_formula_comes_back():
    found, _ = read(table(comment="'=1"))
    assert (found[0].document.text, found[0].layer.quotes[0].comment) == (TEXT, "'=1")
    spaced, _ = read(table(comment="'=1").replace(b"document_id,", b" document_id ,", 1))
    assert spaced == found


def test_an_apostrophe_in_a_table_of_others_is_its_own():
    found, _ = read(b'text,a\nx,document_id\n\'=y,quote_id\n"document_id","quote_id",fragments\n\'=z,\n')
    assert [line.document.text for line in found] == ["x", "'=y", "'=z"]


def test_tables_of_others_are_read():
    found, problems = read("Titel;Inhalt\nA;'=Er sagt: „Ja.“\nB;\n".encode("cp1252"))
    assert [(line.document.id, line.document.title, line.document.text) for line in found] == [
        ("stdin-2", "A", "'=Er sagt: „Ja.“")
    ]
    assert problems.first == ["standard input, row 3: has no text in the column Inhalt"]
    assert problems.remarks == ["standard input: was read as cp1252."]


def test_a_table_whose_first_line_declares_the_sign_is_known_and_read():
    data = b"sep=;\r\nid;text\r\n7;Hello, there.\r\n"
    assert CsvTable().recognises(data)
    (found,), problems = read(data)
    assert (found.document.id, found.document.text) == ("7", "Hello, there.")
    assert (problems.first, problems.remarks) == ([], [])


def test_a_person_may_say_which_column_is_which():
    data = b"a,b\n1,Words.\n"
    assert CsvTable().columns(io.BytesIO(data)) == ["a", "b"]
    found, _ = read(data, Reading(columns={"text": "b", "id": "a"}))
    assert (found[0].document.id, found[0].document.text) == ("1", "Words.")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a,b\n1,2\n", "has no column for the text of an article, such as text. It has: a, b"),
        (b"\x00\xff\xfe\x00" * 99, "is no text, so it is no table that can be read"),
        (",".join(f"c{n}" for n in range(100_000)).encode(), "has 100,000 columns; a table may have 16,384"),
    ],
)
def test_what_is_no_table_of_articles_is_refused_at_once(data, said):
    with in_time(20):
        with pytest.raises(BadInput) as caught:
            read(data)
        assert str(caught.value) == f"standard input: {said}"


def test_an_empty_table_is_told():
    assert read(b"")[1].first == ["standard input: is empty"]
    assert read(table()[: table().index(b"\n")])[0] == []


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.data"])
def test_a_table_is_found_by_its_name_or_heading(tmp_path, name):
    path = tmp_path / name
    path.write_text("id\ttext\n1\t“Ja”, sagt er.\n", encoding="utf-8")
    problems = Problems()
    assert [line.document.id for line in articles([path], problems)] == ["1"]
    assert not problems


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (table()[:4096], True),
        (b"id;text\n", True),
        (b"text\n", False),
        (b"In this text, the body of the article, he said", False),
        (b"", False),
        (b'"a', False),
    ],
)
def test_it_is_known_by_its_heading(head, known):
    assert CsvTable().recognises(head) is known
