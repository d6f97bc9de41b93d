"""Letting a dataset out of a project: in any format that can be written, split or whole, with a manifest."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import structs

from core.desk.manifest import Chosen, Tally, WrittenFile, manifest, written_file
from core.desk.splits import Placement, placed
from core.desk.whole_file import whole_file
from core.desk.whole_folder import whole_folder
from core.errors import UserMistake
from core.formats.folder import MANIFEST_FILE
from core.formats.losses import Losses
from core.formats.registry import FolderWriter, StreamWriter, Writer, writer_named
from core.model.chosen import Which
from core.model.records import AnnotatedDocument, Record

Lines = Iterator[AnnotatedDocument]


class Exported(Record, frozen=True, kw_only=True):
    """What an export wrote: lines or rows, articles, and in sentences what its format has no place for."""

    count: int
    articles: int
    quotes: int
    losses: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()
    """Ids of articles that are in no part of a split, since they are near-duplicates of two."""
    parts: tuple[str, ...] = ()
    """Of a split, in sentences: how large its parts are, and which ones stayed empty."""


def usual_which(format: str) -> Which:
    """Return which quotes a format takes unless told otherwise: those for training take complete articles only.

    What is not marked in an article in work is no negative example.
    """
    return "complete" if getattr(writer_named(format), "for_training", False) else "checked"


def can_stand_off(writer: Writer) -> bool:
    """Whether a format can leave the texts out; only one that is a single file can."""
    return hasattr(writer, "write_stand_off")


def is_folder(chosen: Chosen) -> bool:
    """Whether an export becomes a folder."""
    return chosen.split is not None or isinstance(writer_named(chosen.format), FolderWriter)


def manifest_beside(out: Path) -> Path:
    """Return where the manifest of a dataset of one file stands."""
    return out.with_name(f"{out.name}.manifest.json")


class Outlet:
    """One export. `lines` gives the lines of a choice anew at each call, always the same ones."""

    def __init__(self, chosen: Chosen, lines: Callable[[Chosen], Lines]) -> None:
        self._chosen = chosen
        self._writer: Writer = writer_named(chosen.format)
        if chosen.stand_off and not can_stand_off(self._writer):
            raise UserMistake(f"{chosen.format} can't leave the texts out. Nothing was written. Choose jsonl.")
        self._lines = partial(lines, chosen)
        self._tally, self._losses = Tally(), Losses(self._writer.keeps)
        self._placement = Placement(parts={})
        if chosen.split is not None:
            everything = structs.replace(chosen, which="all", annotator=None)
            self._placement = placed(lines(chosen), chosen.split, lines(everything))

    def write(self, out: Path) -> Exported:
        """Write a file with its manifest beside it, or a folder with its manifest inside, when all of it is whole."""
        count = self._write_folder(out) if is_folder(self._chosen) else self._write_file(out)
        return self._exported(count)

    def _write_folder(self, out: Path) -> int:
        with whole_folder(out) as folder:
            count = self._fill(folder)
            files = [written_file(each.relative_to(folder).as_posix(), each.open("rb")) for each in _files(folder)]
            self._check_worth(count, out, out / MANIFEST_FILE)
            (folder / MANIFEST_FILE).write_bytes(self._manifest(files))
        return count

    def _write_file(self, out: Path) -> int:
        written = None
        with whole_file(out) as file:
            count = self._write_to(file)
            self._check_worth(count, out, manifest_beside(out))
            if os.path.isfile(file.name):
                written = _on_disk(out.name, file)
        if written is not None:
            with whole_file(manifest_beside(out)) as beside:
                beside.write(self._manifest([written]))
        return count

    def write_to(self, out: BinaryIO) -> Exported:
        """Write to a stream, without a manifest."""
        return self._exported(self._write_to(out))

    def _write_to(self, out: BinaryIO) -> int:
        if self._chosen.split is not None or not isinstance(self._writer, StreamWriter):
            raise UserMistake(f"{self._chosen.format} is written as a folder here. Nothing was written. Name a folder.")
        return self._stream(self._writer, self._watched(None), out)

    def _fill(self, folder: Path) -> int:
        writer, split = self._writer, self._chosen.split
        if split is None:
            assert isinstance(writer, FolderWriter)
            return writer.write_folder(self._watched(None), folder)
        write_splits = getattr(writer, "write_splits", None)
        if write_splits is not None:
            return int(write_splits({part: self._watched(part) for part in split.parts}, folder))
        count = sum(self._fill_part(part, folder) for part in split.parts)
        accompany = getattr(writer, "accompany", None)
        if accompany is not None:
            accompany(folder, split.parts)
        return count

    def _fill_part(self, part: str, folder: Path) -> int:
        if isinstance(self._writer, FolderWriter):
            (folder / part).mkdir()
            return self._writer.write_folder(self._watched(part), folder / part)
        with (folder / f"{part}{self._writer.suffixes[0]}").open("xb") as out:
            return self._stream(self._writer, self._watched(part), out)

    def _stream(self, writer: StreamWriter, lines: Lines, out: BinaryIO) -> int:
        write = getattr(writer, "write_stand_off" if self._chosen.stand_off else "write")
        return int(write(lines, out))

    def _watched(self, part: str | None) -> Lines:
        lines = (line for line in self._lines() if part is None or self._placement.parts.get(line.document.id) == part)
        return self._losses.watch(self._tally.watch(lines))

    def _check_worth(self, count: int, out: Path, older: Path) -> None:
        """Refuse to put an empty dataset in the place of one that held more; `older` is where its manifest stands."""
        if not count and _holds_more(out, older, self._tally):
            whose = f" of {self._chosen.annotator}" if self._chosen.annotator else ""
            raise UserMistake(
                f"There is nothing to export ({self._chosen.which}{whose}), and {out} is there already. It was left as "
                "it is. Choose other quotes or, for an empty dataset, another name."
            )

    def _manifest(self, files: list[WrittenFile]) -> bytes:
        return manifest(self._chosen, self._tally, self._losses, files=files, placement=self._placement)

    def _exported(self, count: int) -> Exported:
        return Exported(
            count=count,
            articles=len(self._tally.articles),
            quotes=self._tally.quotes,
            losses=tuple(self._losses.sentences()),
            torn=self._placement.torn,
            parts=() if self._chosen.split is None else self._placement.sentences(self._chosen.split),
        )


def _on_disk(name: str, file: BinaryIO) -> WrittenFile:
    """Bring a file to the disk, and meanwhile find out what is to be said of it."""
    file.flush()
    with Path(file.name).open("rb") as again, ThreadPoolExecutor(1) as background:
        written = background.submit(written_file, name, again)
        os.fsync(file.fileno())
        return written.result()


def _holds_more(out: Path, older: Path, tally: Tally) -> bool:
    """Whether an older dataset has more lines or quotes than were counted; what doesn't tell counts as full."""
    if not os.path.exists(out) or (os.path.isdir(out) and not os.path.exists(older)):
        return False
    if not os.path.isdir(out) and (not os.path.isfile(out) or not out.stat().st_size):
        return False
    try:
        counts = msgspec.json.decode(older.read_bytes())["counts"]
        return bool(counts["lines"] > tally.lines or counts["quotes"] > tally.quotes)
    except (OSError, msgspec.DecodeError, KeyError, TypeError):
        return True


def _files(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if os.path.isfile(each))
