"""What leaves a project: the same bytes every time, in any format that can be written, whole or not at all."""

import hashlib
import io
import json
from typing import get_args

import pytest
from msgspec import structs

from core.commands.review import CompleteDocument
from core.desk.desk import Desk
from core.desk.manifest import Chosen
from core.desk.outlet import is_folder, manifest_beside, usual_which
from core.desk.splits import Split, part_of
from core.errors import UserMistake
from core.formats.jsonl import Jsonl
from core.formats.problems import Problems
from core.formats.registry import FolderWriter, writers
from core.model.chosen import Which
from core.model.terms import State
from tests.support.projects import line, quote

THIRDS = Split(shares=(1, 1, 1))
FORMATS = [writer.name for writer in writers()]


def articles(count=30):
    return [
        line(
            f"“Yes {n}.” " + " ".join(f"w{n}x{k}" for k in range(40)),
            quote(0, 6, status="accepted"),
            id=f"a{n}",
            annotator="ana",
        )
        for n in range(count)
    ]


@pytest.fixture
def many(empty):
    empty.bring_in(articles())
    return empty


def contents(path):
    if path.is_file():
        return {path.name: path.read_bytes()}
    return {each.relative_to(path).as_posix(): each.read_bytes() for each in path.rglob("*") if each.is_file()}


@pytest.mark.parametrize("which", get_args(Which))
@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_bytes_twice(desk, tmp_path, which, format_):
    chosen = Chosen(format=format_, which=which)
    one, two = desk.export(tmp_path / "one", chosen), desk.export(tmp_path / "two", chosen)
    assert one == two
    first, second = contents(tmp_path / "one"), contents(tmp_path / "two")
    assert list(first.values()) == list(second.values())
    assert (tmp_path / "one").is_dir() == isinstance(next(w for w in writers() if w.name == format_), FolderWriter)


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_can_be_split(many, tmp_path, format_):
    written = many.export(tmp_path / "out", Chosen(format=format_, which="all", split=THIRDS))
    assert (written.articles, written.quotes) == (30, 30)
    said = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert said["split"]["shares"] == [1, 1, 1]
    found = contents(tmp_path / "out")
    assert {each["name"]: each["sha256"] for each in said["files"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in found.items() if name != "manifest.json"
    }


def parts_of(out):
    return {
        found.document.id: part
        for part in ("train", "dev", "test")
        for found in Jsonl().read(out / f"{part}.jsonl", Problems())
    }


def test_completing_an_article_moves_no_other_one_to_another_part(empty, tmp_path):
    older, newer = (
        next(f"a{n}" for n in range(99) if part_of(f"a{n}", (1, 1, 1)) == part) for part in ("train", "test")
    )
    for id_, state in ((older, State.IN_WORK), (newer, State.COMPLETE)):
        text = "“Yes.” " + " ".join(f"w{k}" for k in range(90)) + id_
        made = line(text, quote(0, 6, status="accepted"), id=id_, annotator="ana")
        empty.bring_in([structs.replace(made, layer=structs.replace(made.layer, state=state))])
    chosen = Chosen(format="jsonl", which="complete", split=THIRDS)
    empty.export(tmp_path / "before", chosen)
    assert parts_of(tmp_path / "before") == {newer: "train"}
    empty.run(CompleteDocument(document_id=older))
    empty.export(tmp_path / "after", chosen)
    assert parts_of(tmp_path / "after") == {older: "train", newer: "train"}


def test_parts_of_a_split_share_no_article_and_miss_none(many, tmp_path):
    many.export(tmp_path / "out", Chosen(format="jsonl", which="all", split=THIRDS))
    parts = [
        {found.document.id for found in Jsonl().read(tmp_path / "out" / f"{part}.jsonl", Problems())}
        for part in ("train", "dev", "test")
    ]
    assert sum(map(len, parts)) == len(set().union(*parts)) == 30
    assert all(parts)


def test_what_trains_comes_with_its_configuration(many, tmp_path):
    many.export(tmp_path / "out", Chosen(format="docbin", which="all", split=THIRDS))
    names = {"config.cfg", "train.spacy", "dev.spacy", "test.spacy", "manifest.json"}
    assert set(contents(tmp_path / "out")) == names
    assert 'train = "train.spacy"' in (tmp_path / "out" / "config.cfg").read_text()


def test_a_part_without_a_share_is_no_file(many, tmp_path):
    many.export(tmp_path / "out", Chosen(format="jsonl", which="all", split=Split(shares=(1, 0, 1))))
    assert set(contents(tmp_path / "out")) == {"train.jsonl", "test.jsonl", "manifest.json"}


def test_a_file_has_its_manifest_beside_it(desk, tmp_path):
    out = tmp_path / "out.csv"
    written = desk.export(out, Chosen(format="csv", which="all"))
    said = json.loads(manifest_beside(out).read_bytes())
    assert said["files"][0]["sha256"] == hashlib.sha256(out.read_bytes()).hexdigest()
    assert said["counts"]["quotes"] == written.quotes == 12
    assert {each["what"]: each["count"] for each in said["losses"]}
    assert written.losses
    assert desk.export_to(io.BytesIO(), Chosen(format="csv", which="all")).losses == written.losses


def test_a_stream_has_none(desk):
    out = io.BytesIO()
    assert desk.export_to(out, Chosen(format="jsonl", which="all")).count == 1
    assert out.getvalue().count(b"\n") == 1
    with pytest.raises(UserMistake, match="Name a folder"):
        desk.export_to(out, Chosen(format="jsonl", which="all", split=THIRDS))


def test_an_unknown_format_is_refused(desk, tmp_path):
    with pytest.raises(UserMistake, match="There is no format nonsense"):
        desk.export(tmp_path / "out", Chosen(format="nonsense", which="all"))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("split", [None, THIRDS])
@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "jsonl"])
def test_texts_are_left_out_only_where_the_format_can(many, tmp_path, format_, split):
    """Nobody may pass on what the manifest says is without texts, and find them in it."""
    bare = Chosen(format=format_, which="all", stand_off=True, split=split)
    with pytest.raises(UserMistake, match=f"^{format_} can't leave the texts out. Nothing was written. Choose jsonl.$"):
        many.export(tmp_path / "out", bare)
    with pytest.raises(UserMistake, match="can't leave the texts out"):
        many.export_to(io.BytesIO(), bare)
    assert not [each for each in tmp_path.iterdir() if "out" in each.name]


def test_no_part_of_a_split_without_texts_has_any(many, tmp_path):
    many.export(tmp_path / "out", Chosen(format="jsonl", which="all", stand_off=True, split=THIRDS))
    files = contents(tmp_path / "out")
    assert len(files) == 4
    assert not any(b"Yes" in data for data in files.values())


def test_training_takes_complete_articles():
    assert usual_which("jsonl") == usual_which("csv") == "checked"
    assert {usual_which(name) for name in ("docbin", "conll", "hf")} == {"complete"}
    assert is_folder(Chosen(format="jsonl", which="all", split=THIRDS))
    assert not is_folder(Chosen(format="jsonl", which="all"))


def test_a_project_is_never_replaced_by_a_folder(project, tmp_path):
    desk = Desk.open(project, "ana")
    with pytest.raises(UserMistake, match="is the project itself"):
        desk.export(project, Chosen(format="jsonl", which="all", split=THIRDS))
    desk.close()


@pytest.mark.parametrize("format_", ["jsonl", "csv", "brat"])
def test_an_empty_dataset_never_takes_the_place_of_a_full_one(many, tmp_path, format_):
    out, chosen = tmp_path / "out", Chosen(format=format_, which="all")
    nothing = structs.replace(chosen, which="complete")
    many.export(out, chosen)
    before = contents(tmp_path)
    with pytest.raises(UserMistake, match=r"nothing to export \(complete\), and .*out is there already"):
        many.export(out, nothing)
    assert contents(tmp_path) == before
    for _ in range(2):
        assert many.export(tmp_path / "new", nothing).count == 0


def test_a_file_of_which_nothing_is_known_counts_as_full(many, tmp_path):
    out, nothing = tmp_path / "out", Chosen(format="jsonl", which="complete")
    out.write_text("notes")
    with pytest.raises(UserMistake, match="left as it is"):
        many.export(out, nothing)
    manifest_beside(out).write_text("{}")
    with pytest.raises(UserMistake, match="left as it is"):
        many.export(out, nothing)
    assert out.read_text() == "notes"
    out.write_text("")
    assert many.export(out, nothing).count == 0
