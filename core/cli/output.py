"""Where results go: standard output, or a file that takes its name only when it is whole."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from core.cli.given import DASH
from core.desk.whole_file import whole_file
from core.errors import UserMistake

_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EIO)


@contextmanager
def output(word: str) -> Iterator[BinaryIO]:
    """Open what `word` names. Whoever reads our standard output may stop early; that ends the run quietly.

    Raises `UserMistake` where it can't be written to, such as a file on a disk that is full.
    """
    if word == DASH:
        with _stdout() as out:
            yield out
    else:
        with whole_file(Path(word)) as out:
            yield out


@contextmanager
def _stdout() -> Iterator[BinaryIO]:
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _flush_into_nothing()
        raise typer.Exit(0) from None
    except OSError as error:
        _flush_into_nothing()
        raise _unwritten(error) from error


@contextmanager
def printing() -> Iterator[None]:
    """Have what is printed reach standard output; raises `UserMistake` where there is no room for it."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        if error.errno not in _NO_ROOM or error.filename is not None:
            raise  # of some file, not of the stream
        _flush_into_nothing()
        raise _unwritten(error) from error


def _unwritten(error: OSError) -> UserMistake:
    return UserMistake(
        f"Standard output can't be written: {error.strerror or error}. What arrived there is not whole. "
        "Make room, or name a file in another place."
    )


def _flush_into_nothing() -> None:
    """Python flushes once more at its end, and would complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
