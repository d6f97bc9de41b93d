"""Trouble with the project's file, in words for people: what happened to it, and what can be done."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from core.errors import ProjectProblem
from core.store.engine import problem


@contextmanager
def trouble_told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a project's file meanwhile into a `ProjectProblem`."""
    try:
        yield
    except (IntegrityError, ProgrammingError):
        raise  # the program's own mistake, not the file's
    except DatabaseError as error:
        found: ProjectProblem = problem(path, error)
        raise found from error


def check_is_there(path: Path) -> None:
    """Raise `ProjectProblem` if the file is gone: where the system lets go of open files, all would seem to be well."""
    if not path.exists():
        raise ProjectProblem(
            f"The project {path} is no longer there: it was moved or deleted. Nothing was changed, and what "
            "was decided before is in that file. Put it back, or open it where it is now."
        )
