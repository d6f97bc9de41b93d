"""Where results go: standard output, or a file that takes its name only when it is whole."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from core.cli.given import DASH
from core.errors import UserMistake

_DATABASE = b"SQLite format 3\x00"


@contextmanager
def output(word: str) -> Iterator[BinaryIO]:
    """Open what `word` names. Whoever reads our standard output may stop early; that ends the run quietly."""
    if word == DASH:
        with _stdout() as out:
            yield out
    elif Path(word).exists() and not Path(word).is_file() and not Path(word).is_dir():
        with Path(word).open("wb") as out:  # a pipe or device keeps its place
            yield out
    else:
        from core.desk.outlet import whole_file

        check_free(Path(word))
        with whole_file(Path(word)) as out:
            yield out


def check_free(path: Path) -> None:
    """Refuse to put a dataset in the place of a folder or a project, which is somebody's work."""
    if path.is_dir():
        raise UserMistake(f"{path} is a folder. Nothing was written. Name a file.")
    if not path.parent.is_dir():
        raise UserMistake(
            f"{path} can't be written: there is no folder {path.parent}. Nothing was written. Make it first."
        )
    try:
        with path.open("rb") as file:
            is_project = file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return  # it isn't there, or can't be read, and so is no project of ours
    if is_project:
        raise UserMistake(f"{path} is a project, not a dataset. It was left as it is. Choose another name.")


@contextmanager
def _stdout() -> Iterator[BinaryIO]:
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python would complain when it flushes at its end; it may flush into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
