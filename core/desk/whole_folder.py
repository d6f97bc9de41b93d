"""A folder that takes its name only when all of it is on disk; only an export of ours is ever replaced."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from core.desk.whole_file import check_parent, not_written
from core.errors import UserMistake
from core.formats.folder import BEGINNING, MANIFEST_FILE, is_manifest
from core.model.records import Record

_OF_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What looking into a folder leaves there: nobody's work."""


class _File(Record, frozen=True, kw_only=True):
    name: str
    bytes: int
    sha256: str


class _Manifest(Record, frozen=True, kw_only=True):
    files: tuple[_File, ...]


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder to write into; on any error nothing is left behind and what was there before is untouched.

    A folder that is empty or holds an earlier export, unchanged and alone, makes room; a link stays, and where it leads
    is written. Raises `UserMistake` for a file, somebody's folder, and a place that can't be written to.
    """
    try:
        _check_free(path)
        with _taking_the_name(Path(os.path.realpath(path))) as unfinished:
            yield unfinished
    except OSError as error:
        raise not_written(path, error) from error


@contextmanager
def _taking_the_name(path: Path) -> Iterator[Path]:
    token = secrets.token_hex(4)
    unfinished, gone = (path.with_name(f".{path.name}.{token}.{end}") for end in ("unfinished", "gone"))
    try:
        unfinished.mkdir()
        yield unfinished
        for each in unfinished.rglob("*"):
            _settle(each)
        if os.path.exists(path):
            path.replace(gone)
        unfinished.replace(path)
        _settle(path.parent)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        if os.path.exists(gone) and not os.path.exists(path):
            gone.replace(path)
        shutil.rmtree(gone, ignore_errors=True)


def _check_free(path: Path) -> None:
    check_parent(path)
    if os.path.exists(path) and not os.path.isdir(path):
        raise UserMistake(f"{path} is a file, and this export is a folder. It was left as it is. Name a folder.")
    if not os.path.isdir(path):
        return
    if os.path.samefile(path, os.curdir):
        raise UserMistake(
            f"{path} is the folder that you are in, and an export takes the place of its folder. Nothing was written. "
            "Name a new folder in it."
        )
    if not any(path.iterdir()):
        return
    listed = _listed(path / MANIFEST_FILE)
    if listed is None:
        raise UserMistake(
            f"{path} holds files that are no export. It was left as it is. Name a new or an empty folder."
        )
    foreign = next((name for name in _names(path) if name not in listed), None)
    if foreign is not None:
        raise UserMistake(
            f"{path} is an earlier export, but {foreign} in it is none of its files. It was left as it is. "
            "Take that file elsewhere, or name a new folder."
        )
    changed = next((file.name for file in listed.values() if file and not _is_as_written(path / file.name, file)), None)
    if changed is not None:
        raise UserMistake(
            f"{path} is an earlier export, but {changed} in it was changed since. It was left as it is. "
            "Import what was changed if it is wanted, or name a new folder."
        )


def _is_as_written(path: Path, file: _File) -> bool:
    """Whether a file is as its manifest says; one that somebody took away leaves nothing to be lost."""
    try:
        with path.open("rb") as found:
            return path.stat().st_size == file.bytes and hashlib.file_digest(found, "sha256").hexdigest() == file.sha256
    except FileNotFoundError:
        return True


def _listed(manifest: Path) -> dict[str, _File | None] | None:
    """Return an export's files by name, its manifest without a record; None for what is no manifest of ours."""
    try:
        said = manifest.read_bytes() if os.path.isfile(manifest) else b""
        if not is_manifest(manifest.name, said[:BEGINNING]):
            return None
        files = msgspec.json.decode(said, type=_Manifest).files
    except (OSError, msgspec.DecodeError):
        return None
    return {MANIFEST_FILE: None, **{file.name: file for file in files}}


def _names(path: Path) -> Iterator[str]:
    """Yield the names of all that somebody may miss: whatever is no folder, in folders, too."""
    for each in path.rglob("*"):
        if (os.path.islink(each) or not os.path.isdir(each)) and each.name not in _OF_THE_SYSTEM:
            yield each.relative_to(path).as_posix()


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
