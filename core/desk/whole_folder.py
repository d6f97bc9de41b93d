"""A folder that takes its name only when all of it is on disk; only an export of ours is ever replaced."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.desk.whole_file import check_parent, not_written
from core.errors import UserMistake

MANIFEST = "manifest.json"


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder to write into; on any error nothing is left behind and what was there before is untouched.

    A folder that is empty or holds an earlier export makes room. Raises `UserMistake` for a file, somebody's folder,
    and a place that can't be written to.
    """
    _check_free(path)
    token = secrets.token_hex(4)
    unfinished, gone = (path.with_name(f".{path.name}.{token}.{end}") for end in ("unfinished", "gone"))
    try:
        unfinished.mkdir()
        yield unfinished
        for each in unfinished.rglob("*"):
            _settle(each)
        if path.exists():
            path.replace(gone)
        unfinished.replace(path)
        _settle(path.parent)
    except OSError as error:
        raise not_written(path, error) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        if gone.exists() and not path.exists():
            gone.replace(path)
        shutil.rmtree(gone, ignore_errors=True)


def _check_free(path: Path) -> None:
    check_parent(path)
    if path.exists() and not path.is_dir():
        raise UserMistake(f"{path} is a file, and this export is a folder. It was left as it is. Name a folder.")
    if path.is_dir() and not (path / MANIFEST).is_file() and any(path.iterdir()):
        raise UserMistake(
            f"{path} holds files that are no export. It was left as it is. Name a new or an empty folder."
        )


def _settle(path: Path) -> None:
    """Have the disk hold what was written; where folders can't be opened, the system does so by itself."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
