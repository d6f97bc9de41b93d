"""Opening: projects, articles beside which a project is made, the sample; what can't be read is said."""

import pytest

from core.corpus.sample import sample
from core.settings import Settings
from gui.actions import opening
from gui.dialogs.problem import Problem


@pytest.fixture(autouse=True)
def no_labelling(monkeypatch):
    monkeypatch.setattr("gui.jobs.Jobs.label", lambda *given, **named: None)


def test_articles_make_a_project_beside_the_first_one_and_open_it_again(start):
    first, second = start.folder / "a.txt", start.folder / "b.txt"
    first.write_text("One spoke.", encoding="utf-8")
    second.write_text("Two spoke.", encoding="utf-8")
    opening.open_files(start.desktop, [first, second])
    assert start.desktop.bridge.path == start.folder / "a.qdesk"
    assert [row.id for row in start.models.watch.documents.rows] == ["a", "b"]
    start.desktop.bridge.close()
    opening.open_files(start.desktop, [first])
    assert [row.id for row in start.models.watch.documents.rows] == ["a", "b"]
    assert "already" in start.told[-1]


def test_a_project_that_is_none_leaves_the_open_one_open(frame):
    before = frame.desktop.bridge.path
    false = frame.folder / "false.qdesk"
    false.write_bytes(b"no database at all")
    assert not opening.open_project(frame.desktop, false)
    assert frame.desktop.bridge.path == before
    assert "false.qdesk" in frame.told[-1]
    (told,) = frame.window.findChildren(Problem)
    told.close()
    assert false.read_bytes() == b"no database at all"


def test_some_files_are_bad(frame):
    good, bad = frame.folder / "good.txt", frame.folder / "bad.txt"
    good.write_text("Somebody spoke.", encoding="utf-8")
    bad.write_bytes(b"")
    opening.add_articles(frame.desktop, [bad, good])
    assert frame.told[-1].startswith("1 article added. Left out:")
    assert frame.models.selection.document_id == "good"


def test_the_sample_has_a_project_of_its_own(start, monkeypatch, tmp_path):
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name: str(tmp_path / "data" / name))
    opening.open_sample(start.desktop)
    assert start.desktop.bridge.path == tmp_path / "data" / "quotedesk" / "Sample.qdesk"
    opening.open_sample(start.desktop)
    ids = [line.document.id for line in sample()]
    assert sorted(row.id for row in start.models.watch.documents.rows) == sorted(ids)
    assert start.models.selection.document_id == ids[0]


def test_recent_projects_are_kept_newest_first(frame):
    other = frame.folder / "other.qdesk"
    assert opening.open_project(frame.desktop, other, new=True)
    kept = Settings.load(frame.desktop.settings.path)["recent_projects"]
    assert kept == [str(other), str(frame.folder / "work.qdesk")]


def test_a_data_folder_that_can_not_be_made_is_told(frame, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    before = frame.desktop.bridge.path
    frame.application.menus.run("open_sample")
    assert frame.desktop.bridge.path == before
    assert "can't be made" in frame.told[-1]


def test_settings_that_can_not_be_saved_do_not_keep_a_project_shut(frame, tmp_path):
    (tmp_path / "file").write_text("in the way")
    frame.desktop.settings.path = tmp_path / "file" / "settings.toml"
    frame.application.menus.run("open_sample")
    assert frame.desktop.bridge.path.name == "Sample.qdesk"
    assert any("can't be saved" in told for told in frame.told)
