"""Where results go: standard output, or a file that takes its name only when it is whole."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from core.cli.given import DASH
from core.desk.whole_file import whole_file


@contextmanager
def output(word: str) -> Iterator[BinaryIO]:
    """Open what `word` names. Whoever reads our standard output may stop early; that ends the run quietly."""
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
        # Python would complain when it flushes at its end; it may flush into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
