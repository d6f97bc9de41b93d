import ast
import csv
import json

import pytest
from hypothesis import given

from core.formats.jsonl import decode
from core.formats.losses import Losses
from core.formats.pdnc import CHARACTERS, INDEX, QUOTATIONS, TEXT, Pdnc
from tests.core.formats.drawing import annotated

LINE = """{"id": "wire/7", "title": "T", "text": "“If 👩🏽‍🚀,”\\r\\nsaid Ana Ruiz, “we go.”\\r\\n“Why?” he asked. No, said Bo O'Hara.", "annotator": "ana",
    "speakers": [{"id": "s", "name": "Ana Ruiz", "aliases": ["Ruiz", "Ana 'R'"], "external_id": "Q42", "kind": "person"}, {"id": "t", "name": "Bo O'Hara"}],
    "quotes": [{"id": "q", "fragments": [[0, 10], [27, 35]], "kind": "direct", "speaker_id": "s", "speaker": {"start": 17, "end": 25}, "cue": {"start": 12, "end": 16}},
     {"id": "r", "start": 37, "end": 43, "kind": "direct", "speaker_id": "t", "speaker": {"start": 44, "end": 46}, "cue": {"start": 47, "end": 52}},
     {"id": "n", "start": 54, "end": 56, "kind": "indirect", "speaker_id": "t", "parent": "r"},
     {"id": "u", "start": 54, "end": 56, "kind": "direct", "speaker_type": "none", "comment": "?"}]}"""


def folder_of(tmp_path, *lines):
    assert Pdnc().write_folder(iter(lines), tmp_path) == len(lines)
    return tmp_path


def rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_an_article_is_a_folder_of_text_quotations_and_characters(tmp_path):
    folder = folder_of(tmp_path, decode(LINE, where="x"))
    assert sorted(path.name for path in folder.iterdir()) == [INDEX, "wire%2F7"]
    assert sorted(path.name for path in (folder / "wire%2F7").iterdir()) == [CHARACTERS, TEXT, QUOTATIONS]
    (index,) = rows(folder / INDEX)
    assert (index["Folder Name"], index["id"], index["annotator"]) == ("wire%2F7", "wire/7", "ana")


def test_line_ends_that_become_others_are_told():
    losses = Losses(Pdnc.keeps)
    list(losses.watch([decode(LINE, where="x")]))
    assert "Left out: line ends other than LF (1 article)." in losses.sentences()


def test_places_are_those_of_the_text_as_python_opens_it_without_marks(tmp_path):
    own = folder_of(tmp_path, decode(LINE, where="x")) / "wire%2F7"
    text = (own / TEXT).read_text(encoding="utf-8")
    quotes = rows(own / QUOTATIONS)
    for row in quotes:
        spans, surfaces = ast.literal_eval(row["quoteByteSpans"]), ast.literal_eval(row["subQuotationList"])
        assert [text[start:end] for start, end in spans] == surfaces
        assert len(ast.literal_eval(row["mentionSpansList"])) == len(spans)
    assert quotes[0]["quoteText"] == "If 👩🏽‍🚀, we go."
    assert [row["speaker"] for row in quotes] == ["Ana Ruiz", "Bo O'Hara", "Bo O'Hara", "nan"]
    assert [row["quoteType"] for row in quotes] == ["Explicit", "Anaphoric", "Implicit", "Implicit"]
    assert [row["referringExpression"] for row in quotes] == ["said Ana Ruiz", "he asked", "nan", "nan"]
    start, end = ast.literal_eval(quotes[0]["speakerMentionSpan"])
    assert text[start:end] == "Ana Ruiz"
    assert [row["kind"] for row in quotes] == ["direct", "direct", "indirect", "direct"]
    assert [row["parentID"] for row in quotes] == ["", "", "r", ""]


@pytest.mark.parametrize(
    ("text", "kind", "quoted", "words"),
    [
        ("that it belongs to the workers’", "indirect", [], None),
        ("that Bob had told him “never ever give up”", "mixed", [[22, 42]], None),
        ("It belongs to the workers’", "direct", [], None),
        ("“We go,| Ana said, |and stay.”", "direct", None, ["We go,", "and stay."]),
        ("»We go.«", "direct", None, ["We go."]),
        ("”We go.”", "direct", None, ["We go."]),
        ("“We go.| |“We stay.”", "direct", None, ["We go.", "We stay."]),
        ("“The workers’", "direct", None, None),
    ],
)
def test_only_marks_around_a_direct_quote_are_taken_off(tmp_path, text, kind, quoted, words):
    pieces, place = [], 0
    for number, part in enumerate(text.split("|")):
        pieces += [[place, place + len(part)]] * (number % 2 == 0)
        place += len(part)
    whole = {"fragments": pieces, "kind": kind, "quoted": pieces if quoted is None else quoted}
    text = text.replace("|", "")
    line = decode(json.dumps({"id": "a", "text": text, "quotes": [whole]}), where="x")
    (row,) = rows(folder_of(tmp_path, line) / "a" / QUOTATIONS)
    assert ast.literal_eval(row["subQuotationList"]) == (words or [text])


def test_characters_have_aliases_as_a_set(tmp_path):
    found = rows(folder_of(tmp_path, decode(LINE, where="x")) / "wire%2F7" / CHARACTERS)
    assert [row["Character ID"] for row in found] == ["0", "1"]
    assert ast.literal_eval(found[0]["Aliases"]) == {"Ana Ruiz", "Ruiz", "Ana 'R'"}
    assert (found[0]["External ID"], found[0]["Kind"], found[1]["Kind"]) == ("Q42", "person", "")


@pytest.mark.parametrize("id_", ["..", ".", "a.", "a ", "/etc", "C:\\x", "x" * 500, "👩🏽‍🚀"])
def test_a_folder_is_made_for_every_id_and_stays_inside(tmp_path, id_):
    line = decode('{"id": "a", "text": "x"}', where="x")
    line = type(line)(document=type(line.document)(id=id_, text="x", sha256=line.document.sha256), layer=line.layer)
    folder = folder_of(tmp_path, line, line)
    assert [row["id"] for row in rows(folder / INDEX)] == [id_, id_]
    made = [path for path in folder.iterdir() if path.is_dir()]
    assert len(made) == 2
    assert not any(path.name.endswith((".", " ")) for path in made)


@given(line=annotated())
def test_any_article_has_a_row_for_each_quote(tmp_path_factory, line):
    folder = folder_of(tmp_path_factory.mktemp("pdnc"), line)
    (own,) = [path for path in folder.iterdir() if path.is_dir()]
    text = (own / TEXT).read_bytes().decode("utf-8")
    assert "\r" not in text
    found = rows(own / QUOTATIONS)
    assert [row["quoteID"] for row in found] == [quote.id for quote in line.layer.quotes]
    for row in found:
        spans, surfaces = ast.literal_eval(row["quoteByteSpans"]), ast.literal_eval(row["subQuotationList"])
        assert [text[start:end] for start, end in spans] == surfaces
