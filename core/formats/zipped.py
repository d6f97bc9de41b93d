"""ZIP archives from strangers, opened within bounds: what is too much, hidden or leads out of it is refused."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from core.errors import BadInput
from core.formats.source import LONGEST

MOST_MEMBERS = 10_000
MOST_BYTES = 1024 * 1024 * 1024
"""Unpacked, all members together."""
RATIO = 200
"""Text packs to a tenth, seldom to a fiftieth; beyond two hundred what is long is made to fill a memory."""

_MEGABYTE = 1024 * 1024
_DIRECTORY = 4 * _MEGABYTE
_SMALL = _MEGABYTE

# The others may ask for gigabytes of memory before the first byte (LZMA), and nobody packs articles with them.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, OverflowError,
    struct.error,
)  # fmt: skip


class Zipped:
    """The members of an archive whose claims have been checked; each read is checked against them again."""

    def __init__(self, archive: zipfile.ZipFile, name: str, trusted: list[zipfile.ZipInfo]) -> None:
        self._archive = archive
        self._name = name
        self._members = {info.filename: info for info in trusted if not info.is_dir()}
        self.names = tuple(self._members)

    def __contains__(self, member: object) -> bool:
        """Whether there is a file of this name in it."""
        return member in self._members

    def bytes_of(self, member: str) -> bytes:
        """Return all of a member; raises `BadInput` if it is not there, damaged or longer than `LONGEST`."""
        return self.start_of(member, LONGEST)

    def start_of(self, member: str, size: int) -> bytes:
        """Return the first bytes of a member, so that its format can be told without unpacking it all."""
        try:
            with self._archive.open(self._members[member]) as stream:
                return stream.read(size)
        except KeyError:
            raise BadInput(f"{self._name}: there is no {member} in it") from None
        except _BROKEN:
            raise BadInput(f"{self._name}: {member} in it is damaged") from None


@contextmanager
def opened_zip(
    given: bytes | BinaryIO, name: str, *, most_bytes: int = MOST_BYTES, left_out: Callable[[str], None] | None = None
) -> Iterator[Zipped]:
    """Open an archive; `name` is for sentences. Raises `BadInput` if it is none or breaks a bound.

    With `left_out`, a member that is not to be trusted is told to it and left out, and the others can be read.
    A stream that can't go back, such as a pipe, is read into memory first, `LONGEST` bytes at most.
    """
    stream = _GuardedDirectory(_seekable(given, name))
    try:
        archive = zipfile.ZipFile(stream)
    except _TooLarge:
        raise BadInput(f"{name}: holds more than {MOST_MEMBERS:,} files") from None
    except _BROKEN:
        raise BadInput(f"{name}: is no ZIP archive, or it is damaged") from None
    with archive:
        stream.guarded = False
        trusted = _trusted(archive.infolist(), name, left_out)
        _check_sum(trusted, name, most_bytes)
        yield Zipped(archive, name, trusted)


def _seekable(given: bytes | BinaryIO, name: str) -> BinaryIO:
    if isinstance(given, bytes):
        return io.BytesIO(given)
    if given.seekable():
        return given
    data = given.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise BadInput(f"{name}: is longer than {LONGEST // _MEGABYTE} MB and comes through a pipe; save it as a file")
    return io.BytesIO(data)


class _TooLarge(Exception):
    """The directory of the archive is longer than one of `MOST_MEMBERS` files."""


class _GuardedDirectory:
    """Passes reads on, except that of a huge directory, which would be in memory before anybody could count it."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner = inner
        self.guarded = True

    def read(self, size: int = -1) -> bytes:
        if self.guarded and size > _DIRECTORY:
            raise _TooLarge
        return self._inner.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._inner.seek(offset, whence)

    def tell(self) -> int:
        return self._inner.tell()

    def seekable(self) -> bool:
        return True


def _trusted(infos: list[zipfile.ZipInfo], name: str, left_out: Callable[[str], None] | None) -> list[zipfile.ZipInfo]:
    if len(infos) > MOST_MEMBERS:
        raise BadInput(f"{name}: holds more than {MOST_MEMBERS:,} files")
    trusted = []
    last = {info.filename: info for info in infos}
    for info in infos:
        reason = _refusal(info)
        if reason is None and info is not last[info.filename] and left_out is not None:
            left_out(f"{name}: {info.filename!r} stands in it more than once; only the last one was taken")
        elif reason is None:
            trusted.append(info)
        elif left_out is None:
            raise BadInput(f"{name}: {info.filename!r} in it {reason}")
        else:
            left_out(f"{name}: {info.filename!r} in it {reason}")
    return trusted


def _check_sum(infos: list[zipfile.ZipInfo], name: str, most_bytes: int) -> None:
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if unpacked > most_bytes:
        raise BadInput(f"{name}: is longer than {most_bytes // _MEGABYTE:,} MB when unpacked")
    if unpacked > LONGEST and unpacked > RATIO * max(packed, 1):
        raise BadInput(f"{name}: is packed so tightly that it can't hold articles")


def _refusal(info: zipfile.ZipInfo) -> str | None:
    """Say why a member is not to be trusted, or None."""
    path = info.filename.replace("\\", "/")
    if not path:
        return "has no name"
    if path.startswith("/") or path[1:2] == ":" or ".." in path.split("/"):
        return "leads out of the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link to another file"
    if info.flag_bits & 0x1:
        return "is locked with a password"
    if info.compress_type not in _METHODS:
        return "is packed in a way that is not supported"
    if info.file_size > LONGEST:
        return f"is longer than {LONGEST // _MEGABYTE} MB"
    if info.file_size > _SMALL and info.file_size > RATIO * max(info.compress_size, 1):
        return "is packed so tightly that it can't be an article"
    return None
