"""In which encoding a table is written: programs for spreadsheets save in more than one."""

from core.errors import BadInput
from core.formats.damage import damage
from core.formats.decoding import fits, likely, unicode_of

_TAKES_THE_MARK = {"UTF-8": "utf-8-sig", "UTF-16": "utf-16", "UTF-32": "utf-32"}
"""By which name Python leaves out a mark of byte order."""


def encoding_of(sample: bytes, name: str) -> str:
    """Return the name of the encoding for Python; raises `BadInput` if these bytes are no text."""
    # Also of a table that breaks off within a letter the beginning is read.
    if known := unicode_of(sample[: len(sample) // 2 * 2], sure=True):
        return _TAKES_THE_MARK[known.title] if known.mark else known.codec
    if fits(sample, "utf-8"):
        return "utf-8-sig"
    if b"\x00" in sample:
        raise BadInput(f"{name}: is no text, so it is no table that can be read")
    if said := damage(sample):
        raise BadInput(f"{name}: {said}")
    found = next((codec for codec in likely(sample) if fits(sample, codec)), None)
    if found is None:
        raise BadInput(f"{name}: is in no encoding that can be read. Save it as UTF-8.")
    return found
