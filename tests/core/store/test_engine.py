"""A file is known before it is touched; then every pragma is set and verified, and at the end one file is left."""

import os
import random
import shutil
import sqlite3
import stat
from contextlib import closing

import pytest
from sqlalchemy import URL, create_engine, text
from sqlalchemy.exc import DatabaseError

from core.errors import ProjectProblem
from core.store import engine as engines
from tests.support.projects import neighbours, opened


def pragma(path, order):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(order)
        connection.commit()


def no_database(path):
    path.write_bytes(random.Random(5).randbytes(5000))


def empty_file(path):
    path.write_bytes(b"")


def text_file(path):
    path.write_text("Not a project.")


def foreign(path):
    path.unlink()
    pragma(path, "CREATE TABLE mine (x)")


def other_application(path):
    pragma(path, "PRAGMA application_id = 12345")


def newer(path):
    pragma(path, "PRAGMA user_version = 99")


def halved(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def header_only(path):
    path.write_bytes(path.read_bytes()[:100])


def scribbled(path):
    data = bytearray(path.read_bytes())
    data[4096:-4096] = random.Random(6).randbytes(len(data) - 8192)
    path.write_bytes(data)


BAD = [no_database, empty_file, text_file, foreign, other_application, newer, halved, header_only, scribbled]


@pytest.mark.parametrize("spoil", BAD, ids=lambda each: each.__name__)
def test_a_file_that_is_no_good_project_stays_byte_for_byte(spoil, project):
    spoil(project)
    before = project.read_bytes(), project.stat().st_mtime_ns
    with pytest.raises(ProjectProblem) as caught, opened(project):
        pass
    sentence = str(caught.value)
    assert project.name in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert (project.read_bytes(), project.stat().st_mtime_ns) == before
    assert neighbours(project) == [project.name]


def test_each_kind_of_wrong_file_is_named(project, tmp_path):
    with pytest.raises(ProjectProblem, match="There is no project"):
        engines.identify(tmp_path / "missing.qdesk")
    with pytest.raises(ProjectProblem, match="is a folder"):
        engines.identify(tmp_path)
    with pytest.raises(ProjectProblem, match="can't be read: Not a directory"):
        engines.identify(project / "inside.qdesk")
    with pytest.raises(ProjectProblem, match="can't be read: File name too long"):
        engines.identify(tmp_path / ("x" * 300))
    assert engines.identify(project) == engines.SCHEMA
    newer(project)
    with pytest.raises(ProjectProblem, match=rf"newer Quotedesk \(schema 99, this one knows {engines.SCHEMA}\)"):
        engines.identify(project)


def test_each_pragma_holds(project):
    engine = engines.connect(project)
    with engine.connect() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "application_id", "user_version")
        }
    engines.close(engine)
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "application_id": 0x51444B31,
        "user_version": engines.SCHEMA,
    }


def test_a_pragma_that_does_not_hold_is_a_problem(project, monkeypatch):
    monkeypatch.setattr(engines, "_PRAGMAS", {"cell_size_check": 5})
    before = project.read_bytes()
    with pytest.raises(ProjectProblem, match="file system"):
        engines.connect(project)
    assert project.read_bytes() == before


def test_closing_leaves_one_file(project):
    engine = engines.connect(project)
    with engine.execution_options(writing=True).begin() as connection:
        connection.execute(text("UPDATE document SET title = 'Changed'"))
    assert len(neighbours(project)) == 3
    copy = project.with_name("copy.qdesk")
    engines.close(engine)
    assert neighbours(project) == [project.name]
    shutil.copy(project, copy)
    with opened(copy) as desk:
        assert desk.queries.documents()[0].title == "Changed"


def test_closing_while_somebody_else_reads_loses_nothing(project):
    one, two = engines.connect(project), engines.connect(project)
    with two.connect() as reader:
        reader.execute(text("SELECT count(*) FROM document")).scalar()
        with one.execution_options(writing=True).begin() as connection:
            connection.execute(text("UPDATE document SET title = 'Changed'"))
        engines.close(one)
        engines.close(engines.connect(project))
    engines.close(two)
    assert neighbours(project) == [project.name]
    with opened(project) as desk:
        assert desk.queries.documents()[0].title == "Changed"


def test_writers_take_their_lock_at_once(project, monkeypatch):
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    one, two = engines.connect(project), engines.connect(project)
    with (
        one.execution_options(writing=True).begin(),
        pytest.raises(DatabaseError) as caught,
        two.execution_options(writing=True).begin(),
    ):
        pass
    assert "Another program is writing" in str(engines.problem(project, caught.value))
    with two.execution_options(writing=True).begin() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    engines.close(one)
    engines.close(two)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database is locked", "Another program"),
        ("attempt to write a readonly database", "can't be written to"),
        ("unable to open database file", "can't be written to"),
        ("database or disk is full", "is full"),
        ("database disk image is malformed", "backup"),
    ],
)
def test_what_sqlite_says_is_put_into_words(said, told, tmp_path):
    found = engines.problem(tmp_path / "p.qdesk", DatabaseError("", {}, sqlite3.OperationalError(said)))
    assert told in str(found)
    assert "p.qdesk" in str(found)


def test_what_can_not_be_written_is_known_beforehand(project, monkeypatch):
    engines.check_writable(project)
    allowed = {project: os.R_OK}
    monkeypatch.setattr(os, "access", lambda path, mode: path not in allowed)
    with pytest.raises(ProjectProblem, match="can't be written to"):
        engines.check_writable(project)
    allowed = {project.parent: os.R_OK}
    with pytest.raises(ProjectProblem, match="can't be written to"):
        engines.check_writable(project)


def test_a_damaged_file_is_told_at_once(project):
    engine = engines.connect(project)
    engines.check(engine, project)
    engines.close(engine)
    scribbled(project)
    with pytest.raises(ProjectProblem, match="backup"):
        engines.check(engines.connect(project), project)


def test_a_crossed_index_is_damage(project):
    """Pages that can each be read, but contradict each other."""
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'ix_speaker_name') WHERE name = 'ix_document_sha256'")  # fmt: skip
        connection.commit()
    before = project.read_bytes()
    with pytest.raises(ProjectProblem, match="damaged"), opened(project):
        pass
    assert project.read_bytes() == before
    assert neighbours(project) == [project.name]


def test_modes_are_left_alone(project):
    project.chmod(0o640)
    with opened(project):
        pass
    assert stat.S_IMODE(project.stat().st_mode) == 0o640


def test_damage_that_stops_the_check_itself(tmp_path):
    path = tmp_path / "p.qdesk"
    no_database(path)
    engine = create_engine(URL.create("sqlite", database=str(path)))
    with pytest.raises(ProjectProblem, match="not a database"):
        engines.check(engine, path)
    engine.dispose()


def test_closing_in_the_middle_of_reading_lets_go_all_the_same(project):
    engine = engines.connect(project)
    reader = engine.connect()
    reader.execute(text("SELECT * FROM quote")).fetchone()
    engines.close(engine)
    reader.invalidate()
    reader.close()
    with opened(project) as desk:
        assert desk.queries.progress().total == 12
    assert neighbours(project) == [project.name]
