"""A project file: made whole or not at all, never in the place of another, the same after any crash."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from core.commands.quotes import FlagQuote
from core.desk.desk import Desk
from core.errors import ProjectProblem
from core.store import engine as engines
from core.store import migrating, project
from tests.support.projects import dump, ids, neighbours, new_project, opened

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "name", ["p.qdesk", "what? 100% #1 & 'é'.qdesk", ":memory:", "file:x.qdesk", "日本 👩🏽‍🚀.qdesk", "no-suffix"]
)
def test_any_name_is_a_name(tmp_path, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = Path(name)
    project.close(project.create(path))
    assert neighbours(tmp_path / name) == [name]
    project.close(project.open_(path))
    assert os.listdir(tmp_path) == [name]


def test_a_new_project_has_one_link_and_the_usual_mode(tmp_path):
    path = tmp_path / "p.qdesk"
    project.close(project.create(path))
    found = path.stat()
    plain = tmp_path / "plain"
    plain.touch()
    assert (found.st_nlink, found.st_mode) == (1, plain.stat().st_mode)


def put_file(path):
    path.write_text("somebody's work")


def put_project(path):
    new_project(path)


def put_dead_link(path):
    path.symlink_to(path.with_name("gone"))


@pytest.mark.parametrize("put", [put_file, put_project, put_dead_link, Path.mkdir])
def test_making_one_never_replaces_anything(tmp_path, put):
    path = tmp_path / "p.qdesk"
    put(path)
    before = path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else None
    with pytest.raises(ProjectProblem, match="exists already"):
        project.create(path)
    assert (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else None) == before
    assert neighbours(path) == ["p.qdesk"]


def test_one_that_comes_in_between_is_not_replaced_either(tmp_path, monkeypatch):
    path = tmp_path / "p.qdesk"
    migrate = project.migrate

    def meanwhile(made):
        migrate(made)
        path.write_text("somebody's work")

    monkeypatch.setattr(project, "migrate", meanwhile)
    with pytest.raises(ProjectProblem, match="exists already"):
        project.create(path)
    assert path.read_text() == "somebody's work"
    assert neighbours(path) == ["p.qdesk"]


def test_what_can_not_be_made_is_named_by_its_own_name(tmp_path, monkeypatch):
    for path, reason in (
        (tmp_path / "missing" / "p.qdesk", "there is no folder"),
        (tmp_path / ("x" * 300), "File name too long"),
    ):
        with pytest.raises(ProjectProblem, match=reason) as caught:
            project.create(path)
        assert f"{path} can't be made" in str(caught.value)
        assert "unfinished" not in str(caught.value)
    (tmp_path / "file").touch()
    with pytest.raises(ProjectProblem, match="can't be made"):
        project.create(tmp_path / "file" / "p.qdesk")
    assert os.listdir(tmp_path) == ["file"]


def test_a_full_disk_leaves_nothing(tmp_path, monkeypatch):
    def full(made):
        raise OperationalError("", {}, sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr(project, "migrate", full)
    with pytest.raises(ProjectProblem, match="can't be made"):
        project.create(tmp_path / "p.qdesk")
    assert os.listdir(tmp_path) == []


def test_a_schema_that_can_not_be_brought_up_is_a_problem(tmp_path):
    path = new_project(tmp_path / "p.qdesk")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("DELETE FROM alembic_version")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(ProjectProblem, match=r"p\.qdesk"):
        project.open_(path)
    assert path.read_bytes() == before
    assert neighbours(path) == ["p.qdesk"]


def test_an_older_schema_is_brought_up(tmp_path, monkeypatch):
    path = new_project(tmp_path / "p.qdesk")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
    before = dump(path)
    project.close(project.open_(path))
    assert engines.identify(path) == engines.SCHEMA
    assert dump(path) == before


def test_changes_by_others_are_seen_and_own_ones_are_not(tmp_path):
    path = new_project(tmp_path / "p.qdesk")
    mine = project.open_(path)
    first = project.changes_elsewhere(mine)
    with mine.execution_options(writing=True).begin() as connection:
        connection.exec_driver_sql("UPDATE document SET title = 'mine'")
    assert project.changes_elsewhere(mine) == first
    with closing(sqlite3.connect(path)) as other:
        other.execute("SELECT * FROM document").fetchall()
        assert project.changes_elsewhere(mine) == first
        other.execute("UPDATE document SET title = 'theirs'")
        assert project.changes_elsewhere(mine) == first
        other.commit()
        assert project.changes_elsewhere(mine) != first
    project.close(mine)


UNPRIVILEGED = """
import os, sys
from pathlib import Path
from core.commands.quotes import FlagQuote
from core.desk.desk import Desk
from core.errors import ProjectProblem
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
for act, path in ((Desk.open, "p.qdesk"), (Desk.create, "new.qdesk")):
    try:
        act(Path(sys.argv[1], path), "ana")
    except ProjectProblem as problem:
        print(problem)
"""


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o666), (0o555, 0o444), (0o755, 0o444)])
def test_a_place_that_can_only_be_read(folder_mode, file_mode):
    folder = Path(tempfile.mkdtemp())
    try:
        path = new_project(folder / "p.qdesk")
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        before = path.read_bytes()
        child = subprocess.run(
            [sys.executable, "-c", UNPRIVILEGED, folder], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if child.returncode and "Permission denied" in child.stderr:
            pytest.skip("the checkout can't be read by others")
        assert child.stderr == ""
        first, *second = child.stdout.splitlines()
        assert first.startswith(f"The project {path} can't be written to.")
        if folder_mode == 0o555:
            assert second[0].startswith(f"The project {folder / 'new.qdesk'} can't be made: the folder {folder}")
        assert path.read_bytes() == before
        assert sorted(each for each in os.listdir(folder) if "new" not in each) == ["p.qdesk"]
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


CHILD = """
import sys
from pathlib import Path
from core.commands.quotes import FlagQuote
from core.desk.desk import Desk
from core.commands.attribution import AssignSpeaker
from core.commands.command import Act
from core.model.terms import Via
desk = Desk.open(Path(sys.argv[1]), "ana")
ids = [quote.id for quote in desk.queries.article("seed").quotes]
first = int(sys.argv[2])
for number in range(first, 10_000):
    desk.run(AssignSpeaker(document_id="seed", quote_id=ids[number % len(ids)], name=f"Speaker {number}", act=Act(via=Via.TYPED)))
    print(number, flush=True)
"""


def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path):
    path = new_project(tmp_path / "p.qdesk")
    start, last = dump(path), -1
    for stop in (7, 30, 64):
        with subprocess.Popen(
            [sys.executable, "-c", CHILD, str(path), str(last + 1)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as child:
            for said in child.stdout:
                last = int(said)
                if last >= stop:
                    os.kill(child.pid, signal.SIGKILL)
                    break
            last = max([last, *(int(said) for said in child.stdout)])
        with opened(path) as desk:
            kept = [int(step.words["speaker"].split()[1]) for step in desk.queries.history(limit=9999)]
            assert kept in (list(range(last, -1, -1)), list(range(last + 1, -1, -1)))
            last = kept[0]
        assert neighbours(path) == ["p.qdesk"]
    with opened(path) as desk:
        for _ in kept:
            desk.undo()
    assert dump(path) == start


def test_a_locked_project_can_be_read_and_tells_who_writes(tmp_path, monkeypatch):
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    path = new_project(tmp_path / "p.qdesk")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with opened(path) as desk:
            assert desk.queries.progress().total == 12
            with pytest.raises(ProjectProblem, match="Another program is writing"):
                desk.undo()
            other.execute("ROLLBACK")
            assert isinstance(desk, Desk)
            assert desk.queries.documents()[0].id == "seed"


def test_migrating_is_not_asked_of_a_file_that_is_up_to_date(tmp_path, monkeypatch):
    path = new_project(tmp_path / "p.qdesk")
    monkeypatch.setattr(project, "migrate", lambda opened: pytest.fail("nothing is missing"))
    project.close(project.open_(path))
    assert migrating.SCHEMA == engines.SCHEMA


def test_a_file_that_fails_the_check_is_let_go_of(tmp_path, monkeypatch):
    path = new_project(tmp_path / "p.qdesk")
    monkeypatch.setattr(engines, "check", lambda opened, path: (_ for _ in ()).throw(ProjectProblem("damaged")))
    before = path.read_bytes()
    with pytest.raises(ProjectProblem, match="damaged"):
        project.open_(path)
    assert path.read_bytes() == before
    assert neighbours(path) == ["p.qdesk"]


@pytest.fixture
def archived(monkeypatch):
    """Puts projects where nobody may write: who runs the tests may write everywhere."""
    monkeypatch.setattr(engines, "is_writable", lambda path: False)


@pytest.mark.parametrize("name", ["p.qdesk", "what? 100% #1 & 'é'.qdesk", "日本 👩🏽‍🚀.qdesk"])
def test_an_archived_project_is_read_where_it_is(tmp_path, archived, name):
    path = new_project(tmp_path / name)
    before = path.read_bytes()
    with closing(Desk.open_to_read(path, "ana")) as desk:
        assert desk.queries.progress().total == 12
        assert neighbours(path) == [name], "nothing is put beside it"
        with pytest.raises(ProjectProblem, match="can't be written to"):
            desk.run(FlagQuote(document_id="seed", quote_id=ids(desk)[0], flagged=True))
    assert path.read_bytes() == before
    with pytest.raises(ProjectProblem, match="can't be written to"):
        Desk.open(path, "ana")


def test_an_archived_project_whose_last_changes_are_beside_it_is_not_read_without_them(tmp_path, archived):
    path = new_project(tmp_path / "p.qdesk")
    path.with_name("p.qdesk-wal").write_bytes(b"changes")
    with pytest.raises(ProjectProblem, match="in the log beside it"):
        Desk.open_to_read(path, "ana")


def test_an_archived_project_of_an_older_version_says_so(tmp_path, archived, monkeypatch):
    path = new_project(tmp_path / "p.qdesk")
    monkeypatch.setattr(engines, "SCHEMA", engines.SCHEMA + 1)
    with pytest.raises(ProjectProblem, match="an older Quotedesk made it"):
        Desk.open_to_read(path, "ana")


def test_a_damaged_archive_is_told_and_a_project_that_can_be_written_to_is_opened_as_ever(tmp_path, monkeypatch):
    path = new_project(tmp_path / "p.qdesk")
    with closing(Desk.open_to_read(path, "ana")) as desk:
        desk.run(FlagQuote(document_id="seed", quote_id=ids(desk)[0], flagged=True))
    path.write_bytes(path.read_bytes()[:4096])
    monkeypatch.setattr(engines, "is_writable", lambda path: False)
    with pytest.raises(ProjectProblem, match="Open a copy from your backup"):
        Desk.open_to_read(path, "ana")
