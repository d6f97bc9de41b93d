import csv
import io
import json


def test_a_dataset_is_written(quotedesk, project, tmp_path):
    out = tmp_path / "out.jsonl"
    done = quotedesk("export", project, out, "--format", "jsonl")
    assert (done.code, done.err) == (0, "1 lines written (checked).\n".replace("lines", "line"))
    (line,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert (line["id"], line["annotator"], line["quotes"][0]["id"]) == ("a", "import", "q1")


def test_standard_output_holds_the_dataset_alone(quotedesk, project):
    done = quotedesk("export", project, "-", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.data.decode("utf-8-sig"), newline="")))
    assert [row["speaker"] for row in rows] == ["Mary Brown"]
    said = done.err.splitlines()
    assert said[-1] == "1 record written (checked)."
    assert "Left out: how quotes were decided (1 quote)." in said


def test_what_and_whose(quotedesk, project):
    assert quotedesk("export", project, "-", "--format", "jsonl", "--which", "complete").data == b""
    assert quotedesk("export", project, "-", "--format", "jsonl", "--which", "all").data.count(b"\n") == 2


def test_a_name_that_nobody_has_writes_nothing(quotedesk, project, tmp_path):
    out = tmp_path / "out.jsonl"
    quotedesk("export", project, out, "--format", "jsonl")
    quotedesk("release", project, "one")
    before = out.read_bytes()
    for more in ((), ("--release", "one")):
        done = quotedesk("export", project, out, "--format", "jsonl", "--annotator", "Import", *more)
        assert (done.code, done.err) == (
            1,
            "There is no annotator Import. There are: import. Nothing was written.\n",
        )
        assert out.read_bytes() == before
        assert quotedesk("export", project, "-", "--format", "jsonl", "--annotator", "import", *more).data == before


def test_an_empty_dataset_is_told_and_never_takes_the_place_of_a_full_one(quotedesk, project, tmp_path):
    empty, full = tmp_path / "empty.jsonl", tmp_path / "full.jsonl"
    for _ in range(2):
        done = quotedesk("export", project, empty, "--format", "jsonl", "--which", "complete")
        assert (done.code, done.err, empty.read_bytes()) == (0, "0 lines written (complete).\n", b"")
    quotedesk("export", project, full, "--format", "jsonl")
    before = full.read_bytes()
    done = quotedesk("export", project, full, "--format", "jsonl", "--which", "complete")
    assert (done.code, full.read_bytes()) == (1, before)
    assert done.err.startswith(f"There is nothing to export (complete), and {full} is there already. It was left")


def test_what_was_exported_can_be_imported(quotedesk, project, tmp_path):
    for name in ("one", "two"):
        out, again = tmp_path / f"{name}.jsonl", tmp_path / f"{name}.qdesk"
        assert quotedesk("export", project, out, "--format", "jsonl", "--which", "all").code == 0
        assert quotedesk("import", again, out).code == 0
        project = again
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_an_unknown_format_is_wrong_usage(quotedesk, project, tmp_path):
    done = quotedesk("export", project, tmp_path / "out", "--format", "nonsense")
    assert done.code == 2
    assert "nonsense is none of" in done.err


def test_a_project_is_never_overwritten(quotedesk, project):
    before = project.read_bytes()
    done = quotedesk("export", project, project, "--format", "jsonl")
    assert (done.code, project.read_bytes()) == (1, before)


def test_bytes_are_the_same_twice(quotedesk, project):
    first, again = (quotedesk("export", project, "-", "--format", "jsonl").data for _ in range(2))
    assert first == again


def test_a_split_is_a_folder_with_its_manifest(quotedesk, project, tmp_path):
    out = tmp_path / "out"
    done = quotedesk("export", project, out, "--format", "jsonl", "--which", "all", "--split", "50/25/25")
    sizes, *empty, last = done.err.splitlines()
    assert (done.code, sizes) == (0, "Articles in each part: train 1, dev 0, test 1.")
    assert empty[0].startswith("Nothing is in dev:")
    assert last == "2 lines written (all)."
    assert json.loads((out / "manifest.json").read_bytes())["split"]["articles"] == {"train": 1, "dev": 0, "test": 1}
    assert sorted(each.name for each in out.iterdir()) == ["dev.jsonl", "manifest.json", "test.jsonl", "train.jsonl"]
    assert sum(each.read_bytes().count(b"\n") for each in out.glob("*.jsonl")) == 2


def test_shares_that_are_none_are_wrong_usage(quotedesk, project, tmp_path):
    for shares in ("half", "80/20", "50/50/10"):
        done = quotedesk("export", project, tmp_path / "out", "--format", "jsonl", "--split", shares)
        assert (done.code, (tmp_path / "out").exists()) == (2, False)
        assert f"{shares} is no split" in " ".join(done.err.split())


def test_texts_that_are_left_out_are_joined_again(quotedesk, project, tmp_path):
    out, texts = tmp_path / "bare.jsonl", tmp_path / "texts.jsonl"
    assert quotedesk("export", project, out, "--format", "jsonl", "--which", "all", "--stand-off").code == 0
    assert quotedesk("export", project, texts, "--format", "jsonl", "--which", "all").code == 0
    assert not any("text" in json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    refused = quotedesk("import", tmp_path / "no.qdesk", out)
    assert refused.code == 1
    assert "--texts FOLDER" in refused.err
    folder = tmp_path / "texts"
    folder.mkdir()
    texts.rename(folder / "texts.jsonl")
    assert quotedesk("import", tmp_path / "yes.qdesk", out, "--texts", folder).code == 0
    again = quotedesk("export", tmp_path / "yes.qdesk", "-", "--format", "jsonl", "--which", "all").data
    assert again == (folder / "texts.jsonl").read_bytes()


def test_a_release_is_exported_as_it_was(quotedesk, project, tmp_path):
    assert quotedesk("release", project, "one").code == 0
    before = quotedesk("export", project, "-", "--format", "jsonl", "--which", "all").data
    more = tmp_path / "more.jsonl"
    more.write_text('{"id": "later", "text": "Later words."}\n')
    assert quotedesk("import", project, more).code == 0
    words = ("export", project, "-", "--format", "jsonl", "--which", "all", "--release", "one")
    assert quotedesk(*words).data == before
    assert quotedesk(*words[:-1], "two").code == 1
