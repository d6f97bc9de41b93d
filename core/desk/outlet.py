"""Letting a dataset out of a project, in any format that can be written."""

from typing import BinaryIO, Literal

from sqlalchemy import Engine

from core.errors import UserMistake
from core.formats.registry import StreamWriter, writer_named
from core.store.exporting import exported

Which = Literal["complete", "checked", "all"]
WHICH: tuple[Which, ...] = ("complete", "checked", "all")


def export(engine: Engine, out: BinaryIO, *, format: str, which: Which, annotator: str | None) -> int:
    """Write the lines that `which` names; returns how many lines or rows were written."""
    writer = writer_named(format)
    if not isinstance(writer, StreamWriter):
        raise UserMistake(f"{format} is written as a folder, not as one file. Nothing was written.")
    with engine.connect() as connection:
        return writer.write(exported(connection, which, annotator), out)
