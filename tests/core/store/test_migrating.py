"""The scripts lead to just the tables that the code speaks of, from any version, and say so in the header."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import core
from core.commands.remarks import CommentQuote
from core.errors import ProjectProblem
from core.store import engine as engines
from core.store import migrating
from core.store.tables import Base
from tests.support.projects import dump, ids, line, neighbours, opened, rows

SCRIPTS = Path(migrating.__file__).with_name("migrations")


@pytest.fixture
def fresh(tmp_path):
    engine = engines.connect(tmp_path / "fresh.qdesk")
    migrating.migrate(engine)
    yield engine
    engines.close(engine)


def test_the_scripts_make_the_tables(fresh):
    with fresh.connect() as connection:
        opts = {"compare_type": True, "include_name": told}
        assert compare_metadata(MigrationContext.configure(connection, opts=opts), Base.metadata) == []


def told(name, kind, _):
    """The index of words is none of the tables: `core/store/search.py` asks it in SQL."""
    return not (kind == "table" and name.startswith("document_words"))


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
    allowed = {
        f"store/{name}.py"
        for name in ("engine", "migrating", "prepared", "project", "rows", "search", "tables", "visible", "word_index")
    }
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
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        assert connection.execute("SELECT value FROM json_each('[1]')").fetchall() == [(1,)]


def of_first_schema(path, source):
    """Put a project there as the first version made it, with all that another one holds."""
    engine = engines.connect(path)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with engine.execution_options(writing=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql(f"PRAGMA application_id = {engines.APPLICATION_ID}")
        connection.exec_driver_sql("PRAGMA user_version = 1")
    engines.close(engine)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ATTACH ? AS source", (str(source),))
        known = {name for (name,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
        for table in Base.metadata.sorted_tables:
            if table.name in known:
                names = [
                    name for (name,) in connection.execute("SELECT name FROM main.pragma_table_info(?)", (table.name,))
                ]
                columns = ", ".join(f'"{name}"' for name in names)
                connection.execute(
                    f"INSERT INTO main.{table.name} ({columns}) SELECT {columns} FROM source.{table.name}"
                )
        connection.commit()
    return path


def test_a_project_of_the_first_schema_is_searched_once_it_was_opened(project, tmp_path):
    with opened(project) as desk:
        desk.run(CommentQuote(document_id="seed", quote_id=ids(desk)[0], comment="Ask Zoë"))
        wanted = desk.queries.search("health ministry")
    (tmp_path / "old").mkdir()
    path = of_first_schema(tmp_path / "old" / "p.qdesk", project)
    assert engines.identify(path) == 1
    before = dump(path)
    now = dump(project)
    for row in now["cast_member"]:
        del row["turn"]  # the first schema didn't know in which order a line named its speakers
    assert before == {name: now[name] for name in before}
    assert now.keys() - before.keys() == {"release", "release_line", "frozen_line"}
    with opened(path) as desk:
        assert desk.queries.search("health ministry") == wanted != []
        assert [hit.where for hit in desk.queries.search("zoe")] == ["comment"]
        desk.bring_in([line("A health ministry of its own.", id="new")])
        assert {hit.document_id for hit in desk.queries.search("health ministry")} == {"seed", "new"}
        desk.undo()
    assert engines.identify(path) == engines.SCHEMA
    assert rows(path, "SELECT version_num FROM alembic_version") == [{"version_num": "0005"}]
    assert neighbours(path) == ["p.qdesk"]
    assert [row["id"] for row in dump(path)["document"]] == ["new", "seed"]


def test_an_index_that_can_not_be_made_leaves_the_first_schema(project, tmp_path, monkeypatch):
    path = of_first_schema(tmp_path / "old.qdesk", project)
    before = dump(path), rows(path, "SELECT * FROM sqlite_master")
    monkeypatch.setattr(migrating, "SCHEMA", "nonsense (")
    with pytest.raises(ProjectProblem, match=r"old\.qdesk"), opened(path):
        pass
    assert (dump(path), rows(path, "SELECT * FROM sqlite_master")) == before
    assert engines.identify(path) == 1
