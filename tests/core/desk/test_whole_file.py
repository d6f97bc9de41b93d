import os
import stat
from pathlib import Path

import pytest

from core.desk.whole_file import check_free, whole_file
from core.errors import UserMistake


def test_the_file_appears_only_when_it_is_whole(tmp_path: Path):
    out = tmp_path / "out.jsonl"
    with whole_file(out) as file:
        file.write(b"one")
        assert not out.exists()
    assert out.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [out]


def test_an_error_leaves_what_was_there(tmp_path: Path):
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"before")
    with pytest.raises(TypeError), whole_file(out) as file:
        file.writelines([b"half", None])
    assert out.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [out]


def test_a_pipe_keeps_its_place(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with whole_file(pipe) as file:
            file.write(b"words")
        assert os.read(reading, 10) == b"words"
        assert stat.S_ISFIFO(pipe.stat().st_mode)
    finally:
        os.close(reading)


@pytest.mark.parametrize("content", [b"SQLite format 3\x00 and more"])
def test_a_project_is_never_overwritten(tmp_path: Path, content: bytes):
    project = tmp_path / "work.qdesk"
    project.write_bytes(content)
    with pytest.raises(UserMistake, match="is a project"), whole_file(project):
        pytest.fail("it was opened")
    assert project.read_bytes() == content


def test_a_folder_or_a_place_under_a_file_is_refused(tmp_path: Path):
    with pytest.raises(UserMistake, match="is a folder"):
        check_free(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserMistake, match="no folder"), whole_file(tmp_path / "file" / "out"):
        pytest.fail("it was opened")


def test_a_link_stays_and_the_file_it_leads_to_is_written(tmp_path: Path):
    (tmp_path / "far").mkdir()
    (tmp_path / "link").symlink_to("far/out.jsonl")
    for words in (b"new", b"newer"):
        with whole_file(tmp_path / "link") as file:
            file.write(words)
        assert (tmp_path / "far" / "out.jsonl").read_bytes() == words
        assert os.readlink(tmp_path / "link") == "far/out.jsonl"
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["far", "link", "out.jsonl"]
    (tmp_path / "lost").symlink_to("none/out.jsonl")
    with pytest.raises(UserMistake, match="there is no folder"), whole_file(tmp_path / "lost"):
        pytest.fail("it was opened")


def test_a_name_that_is_too_long_is_told(tmp_path: Path):
    with pytest.raises(UserMistake, match="File name too long"), whole_file(tmp_path / ("x" * 300)):
        pytest.fail("it was opened")
    assert list(tmp_path.iterdir()) == []
