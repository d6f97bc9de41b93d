"""The characters of a page: its byte order mark, what it says of itself, or what its bytes look like."""

import codecs
import re

from core.formats.decoding import likely

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,500}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.I
)
_HEAD = 8192
# Browsers read what calls itself Latin 1 or ASCII as Windows-1252, and pages are made for browsers.
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of a page and the encoding it was read in; bytes that fit nothing become U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    try:
        # Hardly any text in another encoding happens to be good UTF-8, so this goes before what a page says.
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    for guess in (_declared, _likely, lambda _: "cp1252"):
        if (known := guess(data)) is not None:
            try:
                return data.decode(known), known
            except (UnicodeDecodeError, LookupError):
                continue
    return data.decode("utf-8", "replace"), "utf-8"


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    try:
        known = codecs.lookup(found[1].decode("ascii", "replace")).name
        # Some of Python's codecs are no encodings of text.
        b"".decode(known)
    except (LookupError, UnicodeError):
        return None
    return None if known == "utf-8" else _AS_BROWSERS.get(known, known)


def _likely(data: bytes) -> str | None:
    return next(iter(likely(data)), None)
