import json

import pytest
from hypothesis import given

from core.errors import UserMistake
from core.formats import hf
from core.formats.hf import HuggingFace
from core.formats.jsonl import decode
from core.formats.line.decoding import decode_object
from core.formats.training.extra_text import unfolded
from tests.core.formats.drawing import annotated

FILE = "data/train-00000-of-00001.parquet"


def line(id_="a", **more):
    quote = {"id": "q", "start": 0, "end": 4, "speaker_name": "E", "status": "accepted", "attributes": {"b": "c"}}
    raw = {"id": id_, "text": "“Ja”, sagt 👩🏽‍🚀\r\n", "annotator": "ana", "quotes": [quote], "mood": [1]}
    return decode(json.dumps(raw | more), where="x")


def lines_of(path):
    from pyarrow import parquet

    for raw in parquet.read_table(path).to_pylist():
        for quote in (*raw["quotes"], *raw["rejected"]):
            quote["attributes"] = {one["key"]: one["value"] for one in quote["attributes"]}
        yield decode_object(unfolded(raw), where="x")


@given(annotated())
def test_everything_can_be_read_from_the_columns(tmp_path_factory, given_line):
    folder = tmp_path_factory.mktemp("hf")
    assert HuggingFace().write_folder([given_line], folder) == 1
    assert list(lines_of(folder / FILE)) == [given_line]


def test_the_same_lines_give_the_same_bytes(tmp_path):
    written = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        HuggingFace().write_folder([line(), line("b")], tmp_path / name)
        written.append([(tmp_path / name / file).read_bytes() for file in (FILE, "README.md")])
    assert written[0] == written[1]


def test_rows_are_written_in_groups_as_they_come(tmp_path, monkeypatch):
    from pyarrow import parquet

    monkeypatch.setattr(hf, "ROWS", 2)
    assert HuggingFace().write_folder((line(str(number)) for number in range(5)), tmp_path) == 5
    assert parquet.ParquetFile(tmp_path / FILE).num_row_groups == 3
    assert [one.document.id for one in lines_of(tmp_path / FILE)] == list("01234")


def test_long_articles_make_small_groups(tmp_path, monkeypatch):
    from pyarrow import parquet

    monkeypatch.setattr(hf, "_CHARACTERS", 10)
    HuggingFace().write_folder([line(), line("b")], tmp_path)
    assert parquet.ParquetFile(tmp_path / FILE).num_row_groups == 2


def test_each_split_is_a_file_and_those_without_articles_are_left_out(tmp_path):
    assert HuggingFace().write_splits({"train": [line(), line("b")], "dev": [line("c")], "test": []}, tmp_path) == 3
    files = sorted(path.name for path in (tmp_path / "data").iterdir())
    assert files == ["dev-00000-of-00001.parquet", "train-00000-of-00001.parquet"]
    card = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert '- split: "dev"' in card
    assert "test" not in card


def test_no_article_at_all_makes_an_empty_table(tmp_path):
    assert HuggingFace().write_folder([], tmp_path) == 0
    assert list(lines_of(tmp_path / FILE)) == []


@pytest.mark.parametrize("name", ["", "../train", "a b", "a-b"])
def test_a_split_with_an_impossible_name_is_refused_before_anything_is_written(tmp_path, name):
    with pytest.raises(UserMistake, match="can't be the name of a split"):
        HuggingFace().write_splits({name: [line()]}, tmp_path)
    assert list(tmp_path.iterdir()) == []
