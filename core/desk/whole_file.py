"""A file that takes its name only when all of it is on disk, and that never takes the place of somebody's work."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from core.errors import UserMistake
from core.held_files import is_held

_DATABASE = b"SQLite format 3\x00"
_BUFFER = 1024 * 1024


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing; on any error nothing is left behind and what was there before is untouched.

    A pipe or device keeps its place and is written to directly, and a link stays: the file it leads to is written.
    Raises `UserMistake` for a folder, a project, and a place that can't be written to.
    """
    check_free(path)
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with path.open("wb") as file:
                yield file
            return
        with _taking_the_name(Path(os.path.realpath(path))) as file:
            yield file
    except BrokenPipeError:
        raise  # whoever reads has had enough, which is no trouble of the file
    except OSError as error:
        raise not_written(path, error) from error


@contextmanager
def _taking_the_name(path: Path) -> Iterator[BinaryIO]:
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.unfinished")
    try:
        with unfinished.open("xb", buffering=_BUFFER) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        with suppress(OSError):  # where it could not be made it can't be removed either, which is told already
            unfinished.unlink(missing_ok=True)


def check_free(path: Path) -> None:
    """Refuse to put a dataset in the place of a folder or a project."""
    if os.path.isdir(path):
        raise UserMistake(f"{path} is a folder. Nothing was written. Name a file.")
    check_parent(path)
    if is_project(path):
        raise UserMistake(f"{path} is a project, not a dataset. It was left as it is. Choose another name.")


def check_parent(path: Path) -> None:
    """Refuse a place in a folder that is not there or may not be looked at."""
    folder = Path(os.path.realpath(path)).parent if os.path.islink(path) else path.parent
    try:
        os.stat(os.path.join(folder, ""))  # the last slash asks for a folder
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UserMistake(
            f"{path} can't be written: there is no folder {folder}. Nothing was written. Make it first."
        ) from error
    except OSError as error:
        raise not_written(path, error) from error


def not_written(path: Path, error: OSError) -> UserMistake:
    """Return what to say of a place that couldn't be written to."""
    return UserMistake(
        f"{path} can't be written: {error.strerror or error}. What was there before is untouched. Choose another place."
    )


def is_project(path: Path) -> bool:
    """Whether a file begins as a project does; what can't be read is none of ours."""
    if is_held(path):
        return True
    if not os.path.isfile(path):
        return False  # opening a pipe would wait for somebody at its other end
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False
