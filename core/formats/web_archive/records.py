"""The records of a web archive (WARC), one after the other and within bounds, whatever the file claims."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from core.errors import BadInput
from core.formats.hushed import hushed
from core.formats.problems import Problems
from core.formats.source import LONGEST, Source
from core.formats.zipped import RATIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader

_START = b"WARC/"
_GZIP = b"\x1f\x8b"
_HEADERS = 1024 * 1024
"""Bytes of all headers of one record."""
_BLOCK = 1024 * 1024
_BROKEN = (gzip.BadGzipFile, zlib.error, EOFError)


def begins(head: bytes) -> bool:
    """Whether a file of these first bytes begins with a record, packed or not."""
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, len(_START))
        except zlib.error:
            return False
    return head.startswith(_START)


def records(file: Source, problems: Problems) -> Iterator[tuple[int, "ArcWarcRecord"]]:
    """Yield number and record; each must be read before the next one is asked for.

    A record that is wrong is noted, and the next one looked for. Raises `BadInput` if there is none at all.
    """
    from warcio.recordloader import ArcWarcRecordLoader

    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    unpacked, number = Unpacked(file), 0
    try:
        while start := unpacked.next_start():
            number += 1
            record = _record(loader, unpacked, start)
            if record is None:
                problems.note(f"{file.name}, record {number}: is damaged")
                continue
            yield number, record
            if not _skip(record):
                raise EOFError  # as the unpacking itself does
    except _BROKEN:
        problems.note(f"{file.name}: breaks off or is damaged after record {number}")
    if not number:
        raise BadInput(f"{file.name}: is no web archive (WARC), or it is empty")


def _record(loader: "ArcWarcRecordLoader", unpacked: "Unpacked", start: bytes) -> "ArcWarcRecord | None":
    try:
        with hushed("warcio"):
            record = loader.parse_record_stream(unpacked, statusline=start, known_format="warc")
    except (BadInput, *_BROKEN):
        raise
    except Exception:  # Any kind: it trusts the headers to be there and to be sound.
        return None
    return record if record.length is not None and record.rec_headers.get_header("Content-Length") else None


def _skip(record: "ArcWarcRecord") -> bool:
    """Read what is left of a record; False if the file ends in it."""
    while record.raw_stream.limit:
        if not record.raw_stream.read(_BLOCK):
            return False
    return True


class Unpacked:
    """The bytes of an archive, unpacked by and by: what grows like a bomb is refused, and so are endless headers."""

    def __init__(self, file: Source) -> None:
        self._name = file.name
        self._packed = _Counted(file.stream)
        self._is_packed = file.head().startswith(_GZIP)
        stream = io.BufferedReader(self._packed)
        self._stream = gzip.GzipFile(fileobj=stream) if self._is_packed else stream
        self._count = self._headers = 0

    def next_start(self) -> bytes:
        """Return the line with which the next record starts, or nothing at the end; what stands before it is lost."""
        self._headers = 0
        while line := self._stream.readline(_BLOCK):
            self._weigh(line)
            if line.startswith(_START):
                return line
        return b""

    def readline(self, size: int | None = None) -> bytes:
        """Return a line of a header."""
        line = self._stream.readline(_HEADERS if size is None else min(size, _HEADERS))
        self._headers += len(line)
        if self._headers > _HEADERS or (len(line) == _HEADERS and not line.endswith(b"\n")):
            raise BadInput(f"{self._name}: has a record with more than {_HEADERS // 1024 // 1024} MB of headers")
        return self._weigh(line)

    def read(self, size: int) -> bytes:
        """Return so many bytes, less only where the file ends or is damaged."""
        try:
            return self._weigh(self._stream.read(size))
        except _BROKEN:
            return b""

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._count

    def _weigh(self, data: bytes) -> bytes:
        self._count += len(data)
        if self._is_packed and self._count > LONGEST and self._count > RATIO * self._packed.count:
            raise BadInput(f"{self._name}: is packed so tightly that it can't hold articles")
        return data


class _Counted(io.RawIOBase):
    """A stream that knows how much was taken from it, and stays open when this one is closed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, place: "WriteableBuffer") -> int:
        view = memoryview(place).cast("B")
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self.count += len(data)
        return len(data)
