"""The characters of a page: its byte order mark, what it says of itself, or what its bytes look like."""

import codecs
import re
from collections.abc import Iterator

from core.formats.damage import wrong_places
from core.formats.decoding import likely, unicode_of
from core.model.saying import plural

_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,500}?charset|\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.I
)
_HEAD = 8192
# Browsers read what calls itself Latin 1 or ASCII as Windows-1252, and pages are made for browsers.
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_OF_NO_PAGE = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape"})
"""Codecs of Python that turn bytes into text, but that no page is written in."""


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of a page and its encoding; as in browsers, bytes that fit nothing become U+FFFD."""
    if known := unicode_of(data, sure=True):
        return data[len(known.mark) :].decode(known.codec, "replace"), known.codec
    for codec in _guesses(data):
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace"), "utf-8"


def lost_letters(text: str) -> str | None:
    """Say how many characters of a text can't be told, since the page is damaged there; None if there are none."""
    lost = text.count("\ufffd")
    said = f"{plural(lost, 'character')} can’t be read, since the file is damaged there; the text has � in place"
    return said if lost else None


def codec_of(label: str) -> str | None:
    """Return Python's name for the encoding that a page or a server names, taken as browsers do; None if it is none."""
    try:
        known = codecs.lookup(label).name
        # Some of Python's codecs are no encodings of text; of no bytes at all none would complain.
        b"\0\0\0\0".decode(known)
    except (LookupError, UnicodeError):
        return None
    return None if known in _OF_NO_PAGE else _AS_BROWSERS.get(known, known)


def _guesses(data: bytes) -> Iterator[str]:
    # Hardly any text in another encoding happens to be good UTF-8, so this goes before what a page says.
    yield "utf-8"
    if wrong_places(data):
        return
    found = _DECLARED.search(data[:_HEAD])
    if found and (declared := codec_of(found[1].decode("ascii", "replace"))):
        yield declared
    yield from likely(data)[:1]
    yield "cp1252"
