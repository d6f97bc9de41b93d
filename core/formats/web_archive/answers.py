"""What a server answered with, as a web archive keeps it: address, kind, and the content unpacked."""

import codecs
import re
import zlib
from typing import TYPE_CHECKING

from core.errors import BadInput
from core.formats.source import LONGEST
from core.formats.web.decoding import codec_of

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.I)
_AS_IT_IS = frozenset({"", "identity", "none", "utf-8"})
_ZLIB = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_LONG = f"is longer than {LONGEST // 1024 // 1024} MB"


def url_of(record: "ArcWarcRecord") -> str:
    """Return the address, or nothing."""
    return str(record.rec_headers.get_header("WARC-Target-URI") or "")


def day_of(record: "ArcWarcRecord") -> str | None:
    """Return the day on which it was captured."""
    found = _DAY.match(record.rec_headers.get_header("WARC-Date") or "")
    return found[0] if found else None


def status_of(record: "ArcWarcRecord") -> str:
    """Return the number of the answer; what comes without HTTP counts as 200."""
    return str(record.http_headers.get_statuscode()) if record.http_headers else "200"


def kind_of(record: "ArcWarcRecord") -> str:
    """Return the type of the content, such as text/html."""
    return _content_type(record).partition(";")[0].strip().lower()


def content_of(record: "ArcWarcRecord", where: str) -> bytes:
    """Return the content in UTF-8 if the answer says how it is encoded, else as it is.

    Raises `BadInput` if it can't be unpacked, and EOFError if the archive itself breaks off in it.
    """
    if record.length > LONGEST:
        raise BadInput(f"{where}: {_LONG}")
    data = record.raw_stream.read()
    if record.raw_stream.limit:
        raise EOFError
    if record.http_headers:
        if _header(record, "Transfer-Encoding") == "chunked":
            data = _joined(data)
        data = _inflated(data, _header(record, "Content-Encoding"), where)
    return _in_utf8(data, _CHARSET.search(_content_type(record)))


def _content_type(record: "ArcWarcRecord") -> str:
    if record.http_headers:
        return str(record.http_headers.get_header("Content-Type") or "")
    return str(record.content_type or "")


def _header(record: "ArcWarcRecord", name: str) -> str:
    return (record.http_headers.get_header(name) or "").strip().lower()


def _joined(data: bytes) -> bytes:
    """Return chunks joined; many archives have joined them already and left the header as it was."""
    parts: list[bytes] = []
    place = 0
    while True:
        end = data.find(b"\r\n", place, place + 64)
        try:
            size = int(data[place:end].partition(b";")[0], 16) if end > place else -1
        except ValueError:
            size = -1
        if size < 0:
            return data
        if size == 0:
            return b"".join(parts)
        parts.append(data[end + 2 : end + 2 + size])
        place = end + 2 + size + 2


def _inflated(data: bytes, way: str, where: str) -> bytes:
    if way in _AS_IT_IS:
        return data
    if way not in _ZLIB:
        raise BadInput(f"{where}: is packed as {way}, which can't be unpacked")
    for bits in (_GZIP_OR_ZLIB, -zlib.MAX_WBITS) if way == "deflate" else (_GZIP_OR_ZLIB,):
        unpacker = zlib.decompressobj(bits)
        try:
            found = unpacker.decompress(data, LONGEST + 1)
        except zlib.error:
            continue
        if len(found) > LONGEST:
            raise BadInput(f"{where}: {_LONG} when unpacked")
        if not unpacker.eof:
            raise BadInput(f"{where}: breaks off")
        return found
    # Unpacked by the archive, which left the header as it was; if it is damaged instead, it is no text either.
    return data


def _in_utf8(data: bytes, named: re.Match[str] | None) -> bytes:
    codec = codec_of(named[1]) if named else None
    if codec is None or data.startswith(codecs.BOM_UTF8):
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(codec).encode()
    except UnicodeError:
        # An answer may say what is not so; then the reader finds out.
        return data
