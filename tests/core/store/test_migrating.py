"""The scripts lead to just the tables that the code speaks of, in one step, and say so in the header."""

import re
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import core
from core.store import engine as engines
from core.store import migrating
from core.store.tables import Base
from tests.support.projects import neighbours, rows

SCRIPTS = Path(migrating.__file__).with_name("migrations")


@pytest.fixture
def fresh(tmp_path):
    engine = engines.connect(tmp_path / "fresh.qdesk")
    migrating.migrate(engine)
    yield engine
    engines.close(engine)


def test_the_scripts_make_the_tables(fresh):
    with fresh.connect() as connection:
        assert (
            compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata) == []
        )


def test_checks_and_keys_are_those_of_the_tables_too(fresh, tmp_path):
    """Alembic compares neither checks nor what becomes of children; SQLite's own words for both are compared."""
    made = engines.connect(tmp_path / "made.qdesk")
    Base.metadata.create_all(made)
    engines.close(made)
    assert described(tmp_path / "fresh.qdesk") == described(tmp_path / "made.qdesk")


def described(path):
    found = {}
    for row in rows(
        path,
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_%' ESCAPE '\\' OR name IN ('cast_member', 'second_speaker', 'revision_row')",
    ):
        name, sql = row["name"], " ".join(str(row["sql"]).split())
        found[name] = {
            "checks": sorted(re.findall(r"CHECK \((.*?\))\)", sql)),
            "counts": "AUTOINCREMENT" in sql,
            "keys": sorted(map(str, [{k: v for k, v in each.items() if k != "id"} for each in rows(path, f"PRAGMA foreign_key_list({name})")])),
            "columns": [{k: v for k, v in each.items() if k != "dflt_value"} for each in rows(path, f"PRAGMA table_info({name})")],
        }  # fmt: skip
    return found


def test_the_header_tells_the_schema(fresh, tmp_path):
    path = tmp_path / "fresh.qdesk"
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == engines.APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == engines.SCHEMA
    migrating.migrate(fresh)
    assert engines.identify(path) == engines.SCHEMA


def test_each_version_has_one_script():
    scripts = ScriptDirectory(str(SCRIPTS))
    assert len(list(scripts.walk_revisions())) == engines.SCHEMA
    assert len(scripts.get_heads()) == 1


def test_a_script_that_fails_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "half.qdesk"
    engine = engines.connect(path)
    before = rows(path, "SELECT * FROM sqlite_master")
    monkeypatch.setattr(migrating, "SCHEMA", "nonsense (")
    with pytest.raises(Exception, match="nonsense"):
        migrating.migrate(engine)
    assert rows(path, "SELECT * FROM sqlite_master") == before == []
    engines.close(engine)
    assert neighbours(path) == ["half.qdesk"]


def test_the_store_alone_speaks_sql():
    """Statements in words pass by the history, so they stand only where the file itself is looked after."""
    allowed = {"store/engine.py", "store/migrating.py", "store/project.py", "store/tables.py"}
    spoken = re.compile(r"\btext\(|exec_driver_sql|executescript|\.execute\(\s*f?[\"']|\bsqlite3\.connect")
    room = Path(core.__file__).parent
    found = {
        path.relative_to(room).as_posix()
        for path in room.rglob("*.py")
        if "migrations" not in path.parts
        and "sqlalchemy" in (code := path.read_text(encoding="utf-8"))
        and spoken.search(code)
    }
    assert found == allowed


def test_sqlite_is_new_enough():
    assert sqlite3.sqlite_version_info >= (3, 35)
