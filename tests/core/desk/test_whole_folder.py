"""A folder appears whole or not at all, and nobody's files are ever replaced."""

from pathlib import Path

import pytest

from core.desk.manifest import Chosen, Tally, manifest, written_file
from core.desk.splits import Placement
from core.desk.whole_folder import whole_folder
from core.errors import UserMistake
from core.formats.folder import MANIFEST_FILE
from core.formats.losses import Losses
from core.formats.registry import writer_named


def fill(path, **files):
    with whole_folder(path) as folder:
        for name, words in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(words)
        losses, written = (
            Losses(writer_named("brat").keeps),
            [written_file(name, (folder / name).open("rb")) for name in files],
        )
        chosen = Chosen(format="brat", which="all")
        (folder / MANIFEST_FILE).write_bytes(
            manifest(chosen, Tally(), losses, files=written, placement=Placement(parts={}))
        )


def break_off(path, error):
    with whole_folder(path) as folder:
        (folder / "half").write_text("x")
        raise error


def test_an_export_takes_the_place_of_an_older_one(tmp_path):
    fill(tmp_path / "out", a="1", b="2")
    fill(tmp_path / "out", a="3")
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["a", MANIFEST_FILE]
    assert (tmp_path / "out" / "a").read_text() == "3"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_what_breaks_off_leaves_what_was_there(tmp_path):
    fill(tmp_path / "out", a="1")
    for error in (KeyboardInterrupt(), ValueError()):
        with pytest.raises(type(error)):
            break_off(tmp_path / "out", error)
    with pytest.raises(UserMistake, match="can't be written: no room"):
        break_off(tmp_path / "out", OSError(28, "no room"))
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["a", MANIFEST_FILE]
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


def test_a_manifest_of_another_program_makes_no_export(tmp_path):
    for said in (
        '{"manifest_version": 3, "name": "An extension"}',
        "{}",
        '{"format": "quotedesk-manifest/1"}',
        '{"format": "quotedesk-manifest/1", "files": [',
    ):
        (tmp_path / "mine").mkdir(exist_ok=True)
        (tmp_path / "mine" / MANIFEST_FILE).write_text(said)
        (tmp_path / "mine" / "work.js").write_text("years")
        with pytest.raises(UserMistake, match="holds files that are no export"):
            fill(tmp_path / "mine", a="1")
        assert (tmp_path / "mine" / "work.js").read_text() == "years"
        assert (tmp_path / "mine" / MANIFEST_FILE).read_text() == said


def test_what_somebody_put_into_an_export_is_not_taken_away_with_it(tmp_path):
    fill(tmp_path / "out", **{"a": "1", "deep/b": "2"})
    (tmp_path / "out" / ".DS_Store").write_text("of the system")
    fill(tmp_path / "out", **{"a": "1", "deep/b": "2"})
    (tmp_path / "out" / "deep" / "notes.txt").write_text("mine")
    with pytest.raises(UserMistake, match=r"deep/notes\.txt in it is none of its files\. It was left as it is"):
        fill(tmp_path / "out", a="3")
    assert (tmp_path / "out" / "deep" / "notes.txt").read_text() == "mine"
    assert (tmp_path / "out" / "a").read_text() == "1"


def test_what_somebody_changed_in_an_export_is_not_written_over(tmp_path):
    fill(tmp_path / "out", **{"a.ann": "T1", "b": "2", "c": "3"})
    (tmp_path / "out" / "c").unlink()
    fill(tmp_path / "out", **{"a.ann": "T1", "b": "2"})
    for changed in ("T1\nT2", "T2"):
        (tmp_path / "out" / "a.ann").write_text(changed)
        with pytest.raises(UserMistake, match=r"a\.ann in it was changed since\. It was left as it is"):
            fill(tmp_path / "out", b="3")
        assert (tmp_path / "out" / "a.ann").read_text() == changed
        assert (tmp_path / "out" / "b").read_text() == "2"


def test_a_link_stays_and_the_folder_it_leads_to_is_written(tmp_path):
    (tmp_path / "far").mkdir()
    (tmp_path / "link").symlink_to("far")
    for words in ("1", "2"):
        fill(tmp_path / "link", a=words)
        assert (tmp_path / "far" / "a").read_text() == words
        assert (tmp_path / "link").readlink() == Path("far")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["far", "link"]


@pytest.mark.parametrize("name", [".", "../here"])
def test_the_folder_that_one_is_in_does_not_make_room(tmp_path, monkeypatch, name):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(UserMistake, match="is the folder that you are in"):
        fill(Path(name), a="1")
    assert [each.name for each in tmp_path.rglob("*")] == ["here"]


def test_a_name_that_is_too_long_is_told(tmp_path):
    with pytest.raises(UserMistake, match="File name too long"):
        fill(tmp_path / ("x" * 300), a="1")
    assert list(tmp_path.iterdir()) == []
