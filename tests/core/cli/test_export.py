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
    assert done.err == "1 quote written (checked).\n"


def test_what_and_whose(quotedesk, project):
    assert quotedesk("export", project, "-", "--format", "jsonl", "--which", "complete").data == b""
    assert quotedesk("export", project, "-", "--format", "jsonl", "--which", "all").data.count(b"\n") == 2
    assert quotedesk("export", project, "-", "--format", "jsonl", "--annotator", "ben").data == b""


def test_what_was_exported_can_be_imported(quotedesk, project, tmp_path):
    for name in ("one", "two"):
        out, again = tmp_path / f"{name}.jsonl", tmp_path / f"{name}.qdesk"
        assert quotedesk("export", project, out, "--format", "jsonl", "--which", "all").code == 0
        assert quotedesk("import", again, out).code == 0
        project = again
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_an_unknown_format_is_wrong_usage(quotedesk, project, tmp_path):
    done = quotedesk("export", project, tmp_path / "out", "--format", "docx")
    assert done.code == 2
    assert "csv, jsonl" in done.err


def test_a_project_is_never_overwritten(quotedesk, project):
    before = project.read_bytes()
    done = quotedesk("export", project, project, "--format", "jsonl")
    assert (done.code, project.read_bytes()) == (1, before)


def test_bytes_are_the_same_twice(quotedesk, project):
    first, again = (quotedesk("export", project, "-", "--format", "jsonl").data for _ in range(2))
    assert first == again
