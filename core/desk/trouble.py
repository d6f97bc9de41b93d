"""Trouble with the project's file, in words for people: what happened to it, and what can be done."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from core.errors import ProjectProblem
from core.held_files import is_held
from core.store.engine import make_whole, problem
from core.store.project import rescue


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


class Place:
    """Where a project that is open stands, and whether it still stands there.

    Where the system lets go of open files, all would seem to be well while decisions go into a file that nobody has.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._rescued = ""

    def check(self) -> None:
        """Raise `ProjectProblem` if the file is gone, or another one has taken its place."""
        if is_held(self._path):
            return
        if os.path.exists(self._path):
            raise ProjectProblem(
                f"The project {self._path} was replaced by another file while it was open. Nothing was changed. "
                f"{self._rescue()}"
            )
        make_whole(self._engine)
        raise ProjectProblem(
            f"The project {self._path} is no longer there: it was moved or deleted. Nothing was changed, and what "
            "was decided before is in that file. Put it back, or open it where it is now."
        )

    def _rescue(self) -> str:
        """Save what was decided, once, and say where."""
        if not self._rescued:
            try:
                rescued = rescue(self._engine, self._path)
            except OSError:
                return "What was decided in it can't be written beside it: make room there, and do it again."
            self._rescued = f"What was decided in it is whole in {rescued}. Open that one, or open this one anew."
        return self._rescued
