"""A project file: made whole or not at all, opened only if it is ours, closed into one file."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError

from core.errors import ProjectProblem
from core.store import engine as engines
from core.store.migrating import migrate


def create(path: Path) -> Engine:
    """Make a new, empty project and open it; an existing file is never replaced."""
    if os.path.lexists(path):
        raise ProjectProblem(f"{path} exists already. It was left as it is. Choose another name or open it.")
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        made = engines.connect(unfinished)
        try:
            migrate(made)
        finally:
            engines.close(made)
        _name_finally(unfinished, path)
    except FileExistsError:
        raise ProjectProblem(f"{path} exists already. It was left as it is. Choose another name or open it.") from None
    except (OSError, DatabaseError, ProjectProblem) as error:
        raise _not_made(path, error) from error
    finally:
        _forget(unfinished)
    return open_(path)


def _name_finally(unfinished: Path, path: Path) -> None:
    """Give the file its name; a link can't replace another's file, but some file systems know no links."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.exists(path):
            raise FileExistsError(path) from None
        unfinished.rename(path)


def open_(path: Path) -> Engine:
    """Open a project that exists, brought to this schema and checked for damage."""
    schema = engines.identify(path)
    engines.check_writable(path)
    opened = engines.connect(path)
    try:
        engines.check(opened, path)
        if schema < engines.SCHEMA:
            migrate(opened)
    except DatabaseError as error:
        opened.dispose()
        raise engines.problem(path, error) from error
    except BaseException:
        opened.dispose()
        raise
    return opened


def open_to_read(path: Path) -> Engine:
    """Open a project for who only reads: one that can't be written to is read where it is, and stays as it is."""
    schema = engines.identify(path)
    if engines.is_writable(path):
        return open_(path)
    log = path.with_name(f"{path.name}-wal")
    if schema < engines.SCHEMA or (os.path.exists(log) and log.stat().st_size):
        why = "its last changes are in the log beside it" if schema == engines.SCHEMA else "an older Quotedesk made it"
        raise ProjectProblem(
            f"The project {path} can't be read where it is, since {why} and it can't be written to. "
            "Nothing was changed. Copy it, with what stands beside it, to a folder of your own."
        )
    opened = engines.connect_to_read(path)
    try:
        engines.check(opened, path)
    except BaseException:
        opened.dispose()
        raise
    return opened


def close(opened: Engine) -> None:
    """Close a project so that everything is in the one file."""
    engines.close(opened)


def changes_elsewhere(opened: Engine) -> int:
    """Return a number that differs from the one before whenever another program has written to the file."""
    with opened.connect() as connection:
        return int(connection.execute(text("PRAGMA data_version")).scalar_one())


def rescue(opened: Engine, path: Path) -> Path:
    """Write what an open project holds into a file of its own, since another file has taken its place, `path`.

    Returns the new file. The log beside the other file is emptied: it is none of that file's, and would damage it.
    Raises `OSError` where the new one can't be written.
    """
    free = (path.with_name(f"{path.stem} (rescued{number}){path.suffix}") for number in ("", *map(str, range(2, 1000))))
    rescued = next((each for each in free if not os.path.lexists(each)), None)
    if rescued is None:
        raise FileExistsError(path)
    raw = opened.raw_connection()
    try:
        raw.cursor().execute("VACUUM INTO ?", (str(rescued),))
    except sqlite3.DatabaseError as error:
        rescued.unlink(missing_ok=True)
        raise OSError(str(error)) from error
    finally:
        raw.close()
    engines.make_whole(opened)
    return rescued


def _not_made(path: Path, error: Exception) -> ProjectProblem:
    if isinstance(error, OSError):
        reason = error.strerror
    elif not os.path.isdir(path.parent):
        reason = f"there is no folder {path.parent}"
    else:
        reason = f"the folder {path.parent} can't be written to, or is full"
    return ProjectProblem(f"The project {path} can't be made: {reason}. Nothing was written. Choose another folder.")


def _forget(unfinished: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        try:
            unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)
        except OSError:
            continue  # the folder can't be written to, which the caller is told already
