"""Letting a dataset out: the file under its final name is always a whole one."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

from sqlalchemy import Engine

from core.errors import UserMistake
from core.formats.registry import writer_named
from core.store.exporting import exported

Which = Literal["complete", "checked", "all"]
WHICH: tuple[Which, ...] = ("complete", "checked", "all")


def export(engine: Engine, out: BinaryIO, *, format: str, which: Which, annotator: str | None) -> int:
    """Write the lines that `which` names; returns how many lines or rows were written."""
    writer = writer_named(format)
    with engine.connect() as connection:
        return writer.write(exported(connection, which, annotator), out)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its name only when all of it is on disk; on any error nothing is left behind."""
    if path.is_dir():
        raise UserMistake(f"{path} is a folder. Nothing was written. Name a file.")
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.unfinished")
    try:
        with unfinished.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise UserMistake(
            f"{path} can't be written: {error.strerror or error}. What was there before is untouched. "
            "Choose another place."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
