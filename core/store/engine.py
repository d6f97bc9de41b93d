"""Opening a project file safely: know it before touching it, set the pragmas, verify each, check it, close it whole."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from core.errors import ProjectProblem
from core.held_files import hold, is_held, let_go
from core.store.shared import SharedConnection

APPLICATION_ID = 0x51444B31  # "QDK1"
SCHEMA = 5
BUSY_SECONDS = 5.0

_MAGIC = b"SQLite format 3\x00"
_PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def identify(path: Path) -> int:
    """Return the schema number of a project file by its first hundred bytes; nothing else is touched.

    Raises `ProjectProblem` if the file is missing, no project, or from a newer Quotedesk.
    """
    if is_held(path):
        return SCHEMA  # it is open here, so all of this was asked before; to look again would cost its locks
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise ProjectProblem(f"There is no project {path}. Nothing was changed. Check the name.") from None
    except IsADirectoryError:
        raise ProjectProblem(f"{path} is a folder, not a project. Nothing was changed. Name a .qdesk file.") from None
    except OSError as error:
        raise ProjectProblem(
            f"The project {path} can't be read: {error.strerror}. Nothing was changed. Check its permissions."
        ) from error
    application = int.from_bytes(header[68:72], "big")
    schema = int.from_bytes(header[60:64], "big")
    if not header.startswith(_MAGIC) or application != APPLICATION_ID:
        raise ProjectProblem(f"{path} is not a Quotedesk project. It was left as it is. Name a .qdesk file.")
    if schema > SCHEMA:
        raise ProjectProblem(
            f"The project {path} was made by a newer Quotedesk (schema {schema}, this one knows {SCHEMA}). "
            "It was left as it is. Open it with the newer version."
        )
    return schema


def connect(path: Path) -> Engine:
    """Return an engine of one connection over a file that is known to be ours, each pragma verified."""
    # A URL of parts: a name with a question mark or a percent sign in it would be cut where it is parsed.
    engine = _engine(URL.create("sqlite", database=str(path.absolute())))
    try:
        _set_pragmas(engine)
        hold(engine, path)
    except (DatabaseError, sqlite3.DatabaseError) as error:
        engine.dispose()
        raise problem(path, error) from error
    except ProjectProblem:
        engine.dispose()
        raise
    return engine


def connect_to_read(path: Path) -> Engine:
    """Return an engine over a file that can't be written to and that nobody writes: nothing is put beside it."""
    address = URL.create(
        "sqlite", database=path.absolute().as_uri(), query={"mode": "ro", "immutable": "1", "uri": "true"}
    )
    engine = _engine(address)
    hold(engine, path)
    return engine


def _engine(address: URL) -> Engine:
    # What is done aside uses the connection in a thread of its own.
    shared = {"factory": SharedConnection, "check_same_thread": False}
    arguments = {"timeout": BUSY_SECONDS, "isolation_level": None, **shared}
    engine = create_engine(address, poolclass=StaticPool, connect_args=arguments)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "engine_disposed", let_go)
    return engine


def check(engine: Engine, path: Path) -> None:
    """Raise `ProjectProblem` if the file is damaged."""
    try:
        with engine.connect() as connection:
            findings = [str(row[0]) for row in connection.execute(text("PRAGMA quick_check(3)"))]
    except DatabaseError as error:
        raise problem(path, error) from error
    if findings != ["ok"]:
        raise ProjectProblem(
            f"The project {path} is damaged ({findings[0]}). It was left as it is. Open a copy from your backup."
        )


def close(engine: Engine) -> None:
    """Make the file whole, so that it can be copied or mailed, and let go of it."""
    try:
        make_whole(engine)
    finally:
        engine.dispose()


def make_whole(engine: Engine) -> None:
    """Move what is in the write-ahead log into the one file, if that can be done now."""
    raw = engine.raw_connection()
    cursor = raw.cursor()
    try:
        cursor.execute("PRAGMA busy_timeout = 0")  # whoever is reading just now closes later than we do
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError:
        pass  # another program has it open and will do this when it closes; nothing is lost
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1000)}")
        raw.close()


def problem(path: Path, error: DatabaseError | sqlite3.DatabaseError) -> ProjectProblem:
    """Put what SQLite says into words for people."""
    said = str(error.orig if isinstance(error, DatabaseError) else error)
    if "locked" in said or "busy" in said:
        return ProjectProblem(
            f"Another program is writing to {path}. Nothing was changed. Try again when it has finished."
        )
    if "readonly" in said or "unable to open" in said:
        return ProjectProblem(
            f"The project {path} can't be written to. Nothing was changed. Move it to a folder of your own, "
            "or change its permissions."
        )
    if "full" in said:
        return ProjectProblem(f"The disk of {path} is full. Nothing was changed. Make room and do it again.")
    return ProjectProblem(
        f"The project {path} can't be used ({said}). What was saved before is untouched. Open a copy from your backup."
    )


def is_writable(path: Path) -> bool:
    """Whether the file and its folder can be written to; SQLite needs both."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def check_writable(path: Path) -> None:
    """Raise `ProjectProblem` if the file or its folder can't be written to."""
    if not is_writable(path):
        raise ProjectProblem(
            f"The project {path} can't be written to. Nothing was changed. Move it to a folder of your own, "
            "or change its permissions."
        )


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: a reader that turns writer half-way could find the file changed under it.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _set_pragmas(engine: Engine) -> None:
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        for name, value in _PRAGMAS.items():
            cursor.execute(f"PRAGMA {name} = {value}")
        cursor.execute("PRAGMA fullfsync = 1")
        for name, value in _PRAGMAS.items():
            found = cursor.execute(f"PRAGMA {name}").fetchone()[0]
            if found != value:
                raise ProjectProblem(
                    f"This file system can't keep a project safe ({name} is {found}, not {value}). "
                    "Nothing was changed. Put the project on a local disk."
                )
    finally:
        raw.close()
