"""A dataset folder for Hugging Face `datasets`: Parquet files with typed columns, and a card."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from core.errors import UserMistake
from core.formats.hugging_face.card import Split, card
from core.formats.hugging_face.columns import row, schema
from core.formats.losses import EVERYTHING
from core.model.records import AnnotatedDocument

ROWS = 500
"""Rows of one group: so many articles are in memory at once, fewer if they are long."""

_CHARACTERS = 8 * 1024 * 1024
_NAME = re.compile(r"\w+(?:\.\w+)*")


class HuggingFace:
    """Writes one Parquet file a split, row group by row group; the same lines give the same bytes."""

    name = "hf"
    suffixes = (".parquet",)
    title = "Dataset folder for Hugging Face (Parquet)"
    for_training = True
    keeps = EVERYTHING

    def write_folder(self, lines: Iterable[AnnotatedDocument], folder: Path) -> int:
        """Write all as the split "train" into a folder that is there and empty; returns the number of rows."""
        return self.write_splits({"train": lines}, folder)

    def write_splits(self, splits: Mapping[str, Iterable[AnnotatedDocument]], folder: Path) -> int:
        """Write each split by its name; returns the number of rows. The splits are read one after the other."""
        for name in splits:
            if not _NAME.fullmatch(name):
                raise UserMistake(f"“{name}” can't be the name of a split. Use letters, digits and “_” only.")
        (folder / "data").mkdir()
        written = [_written(name, lines, folder) for name, lines in splits.items()]
        # A split without rows keeps `datasets` from loading the others.
        kept = [split for split in written if split.rows] or written[:1]
        for split in written:
            if split not in kept:
                (folder / split.file).unlink()
        (folder / "README.md").write_text(card(kept), encoding="utf-8", newline="\n")
        return sum(split.rows for split in kept)


def _written(name: str, lines: Iterable[AnnotatedDocument], folder: Path) -> Split:
    import pyarrow as pa
    from pyarrow import parquet

    split = Split(name, f"data/{name}-00000-of-00001.parquet")
    path = folder / split.file
    with parquet.ParquetWriter(path, schema(), compression="zstd") as writer:
        for some in _groups(lines):
            for line in some:
                split.count(line)
            table = pa.Table.from_pylist([row(line) for line in some], schema=schema())
            split.size += table.nbytes
            writer.write_table(table)
    split.packed = path.stat().st_size
    return split


def _groups(lines: Iterable[AnnotatedDocument]) -> Iterator[list[AnnotatedDocument]]:
    group: list[AnnotatedDocument] = []
    size = 0
    for line in lines:
        group.append(line)
        size += len(line.document.text)
        if len(group) == ROWS or size > _CHARACTERS:
            yield group
            group, size = [], 0
    if group:
        yield group
