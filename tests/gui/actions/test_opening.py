"""Opening: projects, articles beside which a project is made, the sample; what can't be read is said."""

import shutil

import pytest

from core.corpus.sample import sample
from core.desk.desk import Desk
from core.settings import Settings
from gui.actions import find, gaps, opening
from gui.dialogs.import_ import Import
from gui.dialogs.problem import Problem
from gui.selection import Mode
from tests.gui.answers import answer
from tests.gui.frame import ANNOTATOR, drop


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
    assert any("can't be kept" in told for told in frame.told)


def at(frame):
    return frame.models.selection.document_id, frame.at


def test_one_comes_back_to_the_quote_at_which_one_stopped(frame):
    path = frame.desktop.bridge.path
    frame.press("right", "right")
    assert opening.open_project(frame.desktop, frame.folder / "other.qdesk", new=True)
    assert at(frame) == ("", 0)
    assert opening.open_project(frame.desktop, path)
    assert at(frame) == ("seed", 3)
    frame.press("ctrl+pgdown")
    frame.window.close()
    assert Settings.load(frame.desktop.settings.path)["left_at"][str(path)].startswith("two\t")
    assert opening.open_project(frame.desktop, path)
    assert at(frame) == ("two", 1)


def test_to_open_the_open_project_again_moves_nobody(frame):
    frame.press("right", "right", "right")
    assert opening.open_project(frame.desktop, frame.desktop.bridge.path)
    assert at(frame) == ("seed", 4)


@pytest.mark.parametrize(
    ("left", "place"),
    [
        ("two\tgone", ("two", 1)),
        ("two", ("two", 1)),
        ("gone\tq1", ("seed", 1)),
        ("", ("seed", 1)),
        ("\t", ("seed", 1)),
        ("\t\t\t", ("seed", 1)),
        ("x" * 10_000, ("seed", 1)),
        ("أنا\t😀", ("seed", 1)),
    ],
)
def test_a_place_that_is_gone_means_the_beginning(frame, left, place):
    path = frame.desktop.bridge.path
    frame.desktop.bridge.close()
    frame.desktop.settings.choose("left_at", {str(path): left})
    assert opening.open_project(frame.desktop, path)
    assert at(frame) == place


def test_only_the_last_places_are_kept_the_newest_last(frame):
    frame.desktop.settings.choose("left_at", {f"/{number}.qdesk": "a\tb" for number in range(30)})
    opening.keep_place(frame.desktop)
    kept = list(Settings.load(frame.desktop.settings.path)["left_at"])
    assert len(kept) == opening.MOST_PLACES
    assert kept[-2:] == ["/29.qdesk", str(frame.desktop.bridge.path)]


def test_without_a_project_no_place_is_kept(start):
    opening.keep_place(start.desktop)
    assert start.desktop.settings["left_at"] == {}
    assert not start.desktop.settings.path.exists()


def test_a_place_that_can_not_be_kept_hinders_nobody(frame, tmp_path):
    (tmp_path / "file").write_text("in the way")
    frame.desktop.settings.path = tmp_path / "file" / "settings.toml"
    opening.keep_place(frame.desktop)
    assert "can't be kept" in frame.told[-1]
    frame.window.close()
    assert not frame.desktop.bridge.is_open


def test_a_project_whose_file_went_away_can_not_be_opened_again_and_is_said(frame):
    path = frame.desktop.bridge.path
    other = frame.folder / "other.qdesk"
    assert opening.open_project(frame.desktop, other, new=True)
    path.unlink()
    assert not opening.open_project(frame.desktop, path)
    assert frame.desktop.bridge.path == other
    assert "work.qdesk" in frame.told[-1]
    for told in frame.window.findChildren(Problem):
        told.close()
    assert not path.exists()


def test_what_was_looked_up_in_one_project_does_not_outlive_it(frame, made_project):
    find.look_for(frame.desktop, "said")
    frame.window.toolbar.search.setText("said")
    gaps.show_unread(frame.desktop)
    assert frame.models.found.hits
    assert frame.desktop.read_gaps
    other = shutil.copy(made_project, frame.folder / "other.qdesk")
    assert opening.open_project(frame.desktop, other)
    assert (frame.models.found.hits, frame.desktop.read_gaps) == ([], {})
    assert (frame.window.toolbar.search.text(), frame.view.finding.words) == ("", "")


def test_what_could_not_be_opened_leaves_what_was_looked_up(frame):
    find.look_for(frame.desktop, "said")
    hits = list(frame.models.found.hits)
    assert not opening.open_project(frame.desktop, frame.folder / "missing.qdesk")
    assert frame.models.found.hits == hits
    for told in frame.window.findChildren(Problem):
        told.close()


def test_a_project_beside_a_folder_has_its_whole_name(start):
    folder = start.folder / "articles 2026.11"
    folder.mkdir()
    (folder / "one.txt").write_text("“We will wait,” Ana Ruiz said.", encoding="utf-8")
    answer(lambda asked: asked.accept(), Import)
    opening.open_files(start.desktop, [folder])
    assert start.desktop.bridge.path == start.folder / "articles 2026.11.qdesk"


def comments(path, annotator=ANNOTATOR):
    """Return the comments that an annotator has in a project."""
    desk = Desk.open(path, annotator)
    try:
        return [quote.comment for quote in desk.queries.article("seed").quotes if quote.comment]
    finally:
        desk.close()


@pytest.fixture
def twin(frame, made_project):
    """Another project with the same articles."""
    return shutil.copy(made_project, frame.folder / "twin.qdesk")


@pytest.mark.parametrize("dropped", [True, False])
def test_a_comment_that_is_being_written_is_kept_in_its_own_project(frame, twin, dropped):
    first = frame.desktop.bridge.path
    frame.press("c")
    frame.press(*"why him", on=frame.window.panel.comment_box)
    if dropped:
        drop(frame.window, [twin])
    else:
        opening.open_project(frame.desktop, twin)
    assert (frame.desktop.bridge.path, frame.window.panel.comment_box.isVisible()) == (twin, False)
    frame.press("right")
    assert (comments(first), comments(twin)) == (["why him"], [])


def test_a_comment_that_can_not_be_kept_keeps_its_project_open(frame, twin):
    first, box = frame.desktop.bridge.path, frame.window.panel.comment_box
    box.begin("", ("seed", "gone"))
    frame.press(*"why him", on=box)
    assert not opening.open_project(frame.desktop, twin)
    assert (frame.desktop.bridge.path, box.toPlainText(), box.isVisible()) == (first, "why him", True)
    assert "Copy its words" in frame.told[-1]
    frame.press("esc", on=box)
    assert opening.open_project(frame.desktop, twin)


@pytest.mark.parametrize("key", ["x", "0", "a", "b", ";", "v"])
def test_what_was_begun_in_one_project_is_not_done_in_another(frame, twin, key):
    frame.press(key)
    assert opening.open_project(frame.desktop, twin)
    selection = frame.models.selection
    assert (selection.mode, selection.edge, selection.gap, frame.at) == (Mode.PICK, -1, -1, 1)
    assert (frame.view.hints.active, frame.view.caret.active) == (False, False)
    assert frame.models.candidates.choice(1).value.name == "Lukashenko"
