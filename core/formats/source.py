"""What a reader reads: a named stream of bytes, opened from a path or handed over."""

import codecs
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, cast

from core.errors import BadInput
from core.held_files import is_held

STDIN = "standard input"
HEAD = 4096
LONG_HEAD = 4 * 1024 * 1024
"""Bytes by which a file is told apart; JSON takes more, since a text of any length may stand before what counts."""
LONGEST = 32 * 1024 * 1024
"""Bytes of the longest line, or file of one article, that is read; more is refused, so that memory stays bounded."""


Neighbour = Callable[[str], bytes | None]


class Source:
    """An open input. `name` is for sentences, `id` names a document that has no id of its own.

    `beside` gives the bytes of a file of another name in the same folder or archive, or None if there is none.
    """

    def __init__(self, stream: io.BufferedReader, name: str, id: str, beside: Neighbour = lambda name: None) -> None:
        self.stream = stream
        self.name = name
        self.id = id
        self.beside = beside

    def whole(self) -> bytes:
        """Return all bytes; raises `BadInput` if they are more than `LONGEST`."""
        return _bounded(self.stream, self.name)

    def head(self) -> bytes:
        """Return the first bytes without taking them: of JSON as many as there are at hand, else `HEAD` at most."""
        found = self.stream.peek(HEAD)
        return found if is_json(found[:HEAD]) else found[:HEAD]


def is_json(head: bytes) -> bool:
    """Whether a file that begins so may be JSON objects or a list."""
    return head.removeprefix(codecs.BOM_UTF8).lstrip().startswith((b"{", b"["))


@contextmanager
def opened(given: "Path | BinaryIO | Source") -> Iterator[Source]:
    """Open a path, or name a stream that is open already; raises `BadInput` if the file can't be opened."""
    if isinstance(given, Source):
        yield given
    elif isinstance(given, Path):
        with _open(given) as stream:
            yield Source(stream, str(given), stem(given), partial(_neighbour, given))
    else:
        # The caller's stream stays open; it gets a buffer that can be looked into far enough.
        own = _buffered(given)
        try:
            yield Source(own, STDIN, "stdin")
        finally:
            own.detach()


def in_memory(data: bytes, name: str, id: str, beside: Neighbour = lambda name: None) -> Source:
    """Return bytes that were taken out of something else as a source of their own."""
    return Source(_buffered(io.BytesIO(data)), name, id, beside)


def stem(path: Path) -> str:
    """Return the file's stem as an id; bytes of the name that are no UTF-8 become U+FFFD."""
    return readable(path.stem)


def readable(name: str) -> str:
    """Return a file name as text that can be written as UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def unreadable(name: object, error: OSError) -> str:
    """Say why a file can't be read."""
    if isinstance(error, FileNotFoundError):
        if isinstance(name, Path) and os.path.islink(name):
            return f"{name}: is a link to {readable(os.readlink(name))}, which is not there"
        return f"{name}: there is no such file"
    if isinstance(error, IsADirectoryError):
        return f"{name}: is a folder, not a file"
    return f"{name}: can't be read: {error.strerror or error}"


def _open(path: Path) -> io.BufferedReader:
    if is_held(path):
        raise BadInput(f"{path}: is the project that is open, not an article")
    try:
        return _buffered(path.open("rb", buffering=0))
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the name
        said = unreadable(path, error) if isinstance(error, OSError) else f"{path}: {error}"
        raise BadInput(said) from error


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    raw = _Pieces(stream) if isinstance(stream, io.BufferedIOBase) else cast(io.RawIOBase, stream)
    return io.BufferedReader(raw, LONG_HEAD)


class _Pieces(io.RawIOBase):
    """A stream with a buffer, read as its bytes come in: a pipe is not waited for until it has filled another one."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        return self._stream.readinto1(into)

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)


def _bounded(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise BadInput(f"{name}: is longer than {LONGEST // 1024 // 1024} MB")
    return data


def _neighbour(path: Path, name: str) -> bytes | None:
    other = path.with_name(name)
    if not os.path.isfile(other):
        return None
    with _open(other) as stream:
        return _bounded(stream, str(other))
