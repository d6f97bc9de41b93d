"""From bytes to text where a file doesn't say its encoding: UTF-8 unless the bytes say something else."""

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from core.errors import BadInput
from core.formats.alphabets import EASTERN, SURE, WESTERN, odd_case, sure_of
from core.formats.alphabets import fits as fits_one
from core.formats.damage import damage

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

UTF8 = "UTF-8"


class Unicode(NamedTuple):
    """An encoding of Unicode, for Python and for people; `mark` stands before the text and is no part of it."""

    codec: str
    title: str
    mark: bytes = b""


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKED = (
    Unicode("utf-8", UTF8, codecs.BOM_UTF8),
    Unicode("utf-32-le", "UTF-32", codecs.BOM_UTF32_LE),
    Unicode("utf-32-be", "UTF-32", codecs.BOM_UTF32_BE),
    Unicode("utf-16-le", "UTF-16", codecs.BOM_UTF16_LE),
    Unicode("utf-16-be", "UTF-16", codecs.BOM_UTF16_BE),
)
_WIDE = (Unicode("utf-16-le", "UTF-16"), Unicode("utf-16-be", "UTF-16"))
_LATIN = re.compile("[\t\n\r -~]")

_OTHERS = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "iso8859_2": "ISO 8859-2",
    "cp1254": "Windows-1254",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "cp1253": "Windows-1253",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "mac_roman": "Mac Roman",
    "cp932": "Shift JIS",
    "gb18030": "GB 18030",
    "big5": "Big5",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
}
"""What else articles are found in, the likeliest first; the more are tried, the more often a wrong one fits."""

_LIKELIEST = "cp1252"
_CONTROL = re.compile(b"[\x01-\x08\x0e-\x1f\x7f]")
_BINARY = re.compile(b"[\x00-\x08\x0e-\x1f\x7f]")
_BEYOND_ASCII = re.compile(b"[\x80-\xff]")
_MARKS_ONLY = re.compile(
    b"(?:[\x00-\x7f]|[\x80\x84\x85\x91-\x97\x99\xa0\xa3\xa9\xab\xae\xb0\xb7\xbb]{1,2}(?![\x80-\xff]))*"
)
"""Quotation marks, dashes and the like of Windows, which its Latin, Cyrillic and Greek encodings share."""
_START = 64 * 1024
_SAMPLE, _LINE = 32 * 1024, 4096
_NEAR = 0.05
"""How much more mess, by charset-normalizer's measure, is forgiven in the likeliest encoding."""

# Signs that a letter turns into when it is read in a wrong encoding, in places where nobody types them.
_ODD = re.compile(
    r"[A-Za-z][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z]"
    r"|[^\W\d_][¡¢£¤¥§©«°²³¹º»¼½¾¿€‚„†‡‰‹›™][^\W\d_ªº]"
    r"|[^\W\d_lL]·[^\W\d_]|[^\W\d_]·[^\W\d_lL]"
    r"|[^\W\d_][¦¨¬¯±¶¸ˆ˜�]|[¦¨¬¯±¶¸ˆ˜�][^\W\d_]"
)


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """Return the text and the name of the encoding that was found; `name` is for sentences.

    Raises `BadInput` rather than guess: where no encoding is likely, the text would come in garbled.
    """
    if known := unicode_of(data):
        return _strictly(data, known, name), known.title
    try:
        return data.decode("utf-8"), UTF8
    except UnicodeDecodeError as error:
        if said := damage(data):
            raise BadInput(f"{name}: {said}") from None
        wrong = f"{name}: is not UTF-8 (byte {error.start + 1})"
    return _guessed(data, wrong)


def unicode_of(data: bytes, *, sure: bool = False) -> Unicode | None:
    """Return the encoding that a mark names, or UTF-16 where its zeros tell it; UTF-8 without a mark is to be tried.

    For `sure` most of the text must be Latin; callers want it that take UTF-8 with a NUL in it for text.
    """
    return next((known for known in _MARKED if data.startswith(known.mark)), None) or _utf16(data, sure)


def fits(data: bytes, codec: str) -> bool:
    """Whether the bytes can be in it; they may end within a letter."""
    try:
        codecs.getincrementaldecoder(codec)().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _utf16(data: bytes, sure: bool) -> Unicode | None:
    """Tell UTF-16 without a mark: every second byte of blanks and Latin letters is zero.

    Where most of a text is such, a few other letters may have their zero on the other side, such as Ā.
    """
    start = data[:_START]
    if len(data) % 2 or b"\0" not in start:
        return None
    few, many = sorted((_latin(start.decode(known.codec, "ignore")), known) for known in _WIDE)
    signs = len(start) // 2
    if many[0] * 10 > signs * 6 and few[0] * 10 < signs:
        return many[1]
    some = not few[0] and many[0] * 20 >= signs and (_CONTROL.search(start) or not fits(start, "utf-8"))
    return many[1] if some and not sure else None


def _latin(text: str) -> int:
    """Count blanks and Latin letters; what has a NUL in it is no text."""
    return 0 if "\0" in text else len(_LATIN.findall(text))


def _strictly(data: bytes, known: Unicode, name: str) -> str:
    try:
        return data[len(known.mark) :].decode(known.codec)
    except UnicodeDecodeError as error:
        raise BadInput(f"{name}: should be {known.title}, but byte {error.start + 1} can't be that") from None


def _guessed(data: bytes, wrong: str) -> tuple[str, str]:
    refusal = BadInput(f"{wrong}, and no other encoding that it could be in is sure; save it as UTF-8")
    if _BINARY.search(data):
        raise BadInput(f"{wrong}; it holds control characters, so it seems to be no text") from None
    for codec in likely(data):
        try:
            return data.decode(codec), (_OTHERS | SURE)[codec]
        except UnicodeDecodeError:
            continue
    raise refusal


def _sample(data: bytes) -> bytes:
    """Return the first lines that are more than ASCII; the others say nothing, and a long text is full of them."""
    sample, end = b"", 0
    while len(sample) < _SAMPLE and (found := _BEYOND_ASCII.search(data, end)):
        before = max(end, found.start() - _LINE)
        start = data.rfind(b"\n", before, found.start()) + 1 or before
        end = data.find(b"\n", found.start(), start + _LINE) + 1 or min(len(data), found.start() + _LINE)
        sample += data[start:end]
    return sample


def likely(data: bytes) -> list[str]:
    """Return the encodings, none of them UTF-8 or UTF-16, in which the bytes look like words, the best first."""
    from charset_normalizer import from_bytes

    sample = _sample(data)
    if _MARKS_ONLY.fullmatch(sample):
        return [_LIKELIEST]
    if sure := sure_of(sample):
        return [sure]
    matches = from_bytes(sample, cp_isolation=[*_OTHERS], preemptive_behaviour=False)
    sound = sorted((match for match in matches if not _is_odd(match)), key=_rank)
    near = [match for match in sound if match.chaos <= sound[0].chaos + _NEAR]
    first = _western_or_not(near)
    return [*([first] if first else []), *(codec for match in sound for codec in _names(match))]


def _western_or_not(near: list["CharsetMatch"]) -> str | None:
    """Decide among equals: the likeliest, unless it gives letters of no one language and a neighbour does better.

    A short text fits many encodings; a language that is clearly better told by another one decides as well.
    """
    western = next((match for match in near if _LIKELIEST in _names(match)), None)
    if western is None or 0 < western.coherence < max(match.coherence for match in near):
        return None
    if not fits_one(str(western), WESTERN):
        for match in near:
            if fits_one(str(match), EASTERN.get(match.encoding, ())):
                return match.encoding
    return _LIKELIEST


def _is_odd(match: "CharsetMatch") -> bool:
    """Whether signs stand where nobody types them; what is taken for Mac Roman is often something older."""
    text = str(match)
    return _ODD.search(text) is not None or (match.encoding == "mac_roman" and odd_case(text))


def _rank(match: "CharsetMatch") -> tuple[float, float]:
    return match.chaos, -match.coherence


def _names(match: "CharsetMatch") -> list[str]:
    """Return the encodings in which the sample is this same text, the likeliest first."""
    same = {match.encoding, *match.could_be_from_charset}
    return [codec for codec in _OTHERS if codec in same]
