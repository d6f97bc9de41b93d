"""A folder appears whole or not at all, and nobody's files are ever replaced."""

import pytest

from core.desk.whole_folder import MANIFEST, whole_folder
from core.errors import UserMistake


def fill(path, **files):
    with whole_folder(path) as folder:
        for name, words in files.items():
            (folder / name).write_text(words)
        (folder / MANIFEST).write_text("{}")


def break_off(path, error):
    with whole_folder(path) as folder:
        (folder / "half").write_text("x")
        raise error


def test_an_export_takes_the_place_of_an_older_one(tmp_path):
    fill(tmp_path / "out", a="1", b="2")
    fill(tmp_path / "out", a="3")
    assert {each.name: each.read_text() for each in (tmp_path / "out").iterdir()} == {"a": "3", MANIFEST: "{}"}
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_what_breaks_off_leaves_what_was_there(tmp_path):
    fill(tmp_path / "out", a="1")
    for error in (KeyboardInterrupt(), ValueError()):
        with pytest.raises(type(error)):
            break_off(tmp_path / "out", error)
    with pytest.raises(UserMistake, match="can't be written: no room"):
        break_off(tmp_path / "out", OSError(28, "no room"))
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["a", MANIFEST]
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_may_be_filled(tmp_path):
    (tmp_path / "out").mkdir()
    fill(tmp_path / "out", a="1")
    assert (tmp_path / "out" / "a").read_text() == "1"


def test_somebodys_files_stay(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years")
    (tmp_path / "file").write_text("x")
    for path, said in (
        (tmp_path / "mine", "holds files that are no export"),
        (tmp_path / "file", "is a file"),
        (tmp_path / "none" / "out", "there is no folder"),
    ):
        with pytest.raises(UserMistake, match=said):
            fill(path)
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "years"
