import json
import os
from threading import Thread

TEXT = "“Yes,” she said. “No,” he said."
OLD = {"start": 0, "end": 6, "speaker_name": "Ana", "id": "q1"}
NEW = OLD | {"speaker_name": "Bea"}


def dataset(path, *quotes, id_="a"):
    path.write_text(json.dumps({"id": id_, "text": TEXT, "quotes": quotes}) + "\n")
    return path


def test_what_changed_is_told_quote_by_quote(quotedesk, tmp_path):
    old = dataset(tmp_path / "old.jsonl", OLD)
    new = dataset(tmp_path / "new.jsonl", NEW, {"start": 17, "end": 22, "id": "q2"})
    done = quotedesk("diff", old, new)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "~ a (import) “Yes,”",
        "    speaker_name: Ana -> Bea",
        "+ a (import) “No,”",
        "1 quote added, 1 quote changed.",
    ]
    said = json.loads(quotedesk("diff", old, new, "--json").out)
    assert said["changes"][0]["fields"] == {"speaker_name": ["Ana", "Bea"]}


def test_the_same_is_no_change(quotedesk, tmp_path):
    old = dataset(tmp_path / "old.jsonl", OLD)
    assert quotedesk("diff", old, old).out == "Nothing changed.\n"


def test_projects_and_releases_are_compared(quotedesk, project, tmp_path):
    quotedesk("release", project, "one")
    more = dataset(tmp_path / "more.jsonl", OLD, id_="later")
    quotedesk("import", project, more)
    assert quotedesk("diff", f"{project}@one", project).out.splitlines() == ["+ later", "1 article added."]
    assert quotedesk("diff", project, f"{project}@one").out.splitlines() == ["- later", "1 article removed."]
    assert quotedesk("diff", f"{project}@none", project).code == 1


def test_what_can_not_be_read_is_a_sentence(quotedesk, tmp_path):
    old = dataset(tmp_path / "old.jsonl", OLD)
    done = quotedesk("diff", old, tmp_path / "none.jsonl")
    assert done.code == 1
    assert "there is no such file" in done.err


def test_a_pipe_is_read_from_its_beginning(quotedesk, tmp_path):
    old, pipe = dataset(tmp_path / "old.jsonl", OLD), tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    writer = Thread(target=lambda: pipe.write_bytes(old.read_bytes()), daemon=True)
    writer.start()
    assert quotedesk("diff", pipe, old).out == "Nothing changed.\n"
    writer.join(10)


def test_a_release_and_a_project_may_have_an_at_sign_in_their_names(quotedesk, project, tmp_path):
    named = project.rename(tmp_path / "p@home.qdesk")
    quotedesk("release", named, "v@2")
    assert quotedesk("diff", f"{named}@v@2", named).out == "Nothing changed.\n"
    assert "no release 2 in" in quotedesk("diff", f"{named}@2", named).err


def test_changes_of_articles_are_in_the_object_for_programs(quotedesk, tmp_path):
    old, new = dataset(tmp_path / "old.jsonl", OLD), tmp_path / "new.jsonl"
    new.write_text(json.dumps(json.loads(old.read_text()) | {"title": "T", "text": TEXT + "!"}) + "\n")
    said = json.loads(quotedesk("diff", old, new, "--json").out)
    assert said["articles"] == [
        {"document_id": "a", "annotator": None, "fields": {"title": [None, "T"], "text": [TEXT, TEXT + "!"]}}
    ]
