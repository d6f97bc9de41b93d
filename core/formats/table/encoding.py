"""In which encoding a table is written: programs for spreadsheets save in more than one."""

import codecs

from core.errors import BadInput

_WESTERN = "cp1252"
_WINDOWS = [_WESTERN, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256"]
_LOOKED_AT = 64 * 1024


def encoding_of(sample: bytes, name: str) -> str:
    """Return the name of the encoding for Python; raises `BadInput` if these bytes are no text."""
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if utf16 := _utf16_without_mark(sample):
        return utf16
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError as error:
        return _windows(sample, error.start, name)
    return "utf-8-sig"


def _utf16_without_mark(sample: bytes) -> str | None:
    """Text of Latin letters in UTF-16 has a NUL at nearly every second byte."""
    even, odd = sample[:2048:2].count(0), sample[1:2048:2].count(0)
    half = len(sample[:2048]) // 2
    if half and odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if half and even > half * 0.6 and odd < half * 0.1 else None


def _windows(sample: bytes, place: int, name: str) -> str:
    if b"\x00" in sample:
        raise BadInput(f"{name}: is no text, so it is no table that can be read")
    from charset_normalizer import from_bytes

    begin = max(0, place - _LOOKED_AT // 2)
    found = from_bytes(sample[begin : begin + _LOOKED_AT], cp_isolation=_WINDOWS)
    best = found.best()
    if best is None:
        raise BadInput(f"{name}: is in no encoding that can be read. Save it as UTF-8.")
    # Where the words are as likely in the most frequent one, it is that.
    likely = (one for one in found if one.chaos <= best.chaos and one.coherence >= best.coherence)
    return _WESTERN if any(_WESTERN in one.could_be_from_charset for one in likely) else best.encoding
