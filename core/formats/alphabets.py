"""The letters beyond ASCII of languages, and encodings of one byte that are taken only where these make them sure."""

import re

WESTERN = (
    "äöüßé",
    "àâæçéèêëîïôœùûüÿ",
    "áéíóúñüªº",
    "áâãàçéêíóôõúüªº",
    "àèéìíîòóùú",
    "àçèéíïòóúü",
    "æøåéóòôâ",
    "åäöéàü",
)
EASTERN = {
    "cp1250": ("áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîșțşţ", "čćđšž"),
    "cp1254": ("çğıöşüâîû\u0307",),
}
"""The letters beyond ASCII of languages that share most bytes with one another."""

SURE = {"iso8859_15": "ISO 8859-15", "cp1257": "Windows-1257", "cp850": "DOS (code page 850)"}
"""Encodings that any text of one byte a letter can be in, so that they are never guessed."""

_BALTIC = ("āčēģīķļņōŗšūž", "ąčęėįšųūž", "äöõüšž")
_ICELANDIC = "áéíóúýþæöð"
_OLDER = {"cp1252": (*WESTERN, _ICELANDIC), "iso8859_2": EASTERN["cp1250"], "mac_roman": WESTERN} | EASTERN
_SIGNS = frozenset("\u00a0«»‹›„“”‚‘’–—…€£§°©®™•")
_CASE = re.compile(r"[a-zß-öø-ÿ][À-ÖØ-Þ]|[^\W\d_][À-ÖØ-Þ][a-zß-öø-ÿ]")
_RUN = re.compile(r"[^\W\d_a-zA-Z]{3}")
_WINDOWS = re.compile(b"[\x80-\x9f]")
_BROKEN = re.compile(r"[^\W\d_][€‚„†‡ˆ‰‹“”•˜™›\ufffd][^\W\d_]")
"""Words of older systems in Windows-1252: signs of its own stand within them."""
_LATIN_9 = re.compile("¤|[¼½][uU]")
"""What € and Œ, as in "œuvre", of ISO 8859-15 look like in Windows-1252, where nobody types it."""


def fits(text: str, alphabets: tuple[str, ...]) -> bool:
    """Whether all letters beyond ASCII are of one language."""
    return any(_letters(text) <= set(alphabet) for alphabet in alphabets)


def odd_case(text: str) -> bool:
    """Whether a capital beyond ASCII stands within a word of small letters, as no language writes it."""
    return _CASE.search(text) is not None


def sure_of(data: bytes) -> str | None:
    """Return the one encoding of `SURE` in which these bytes are words of a language, if they are in no other."""
    if not _WINDOWS.search(data) and _LATIN_9.search(data.decode("cp1252")):
        return "iso8859_15" if fits(data.decode("iso8859_15"), WESTERN) else None
    if any(_is_plain(data, codec, alphabets) for codec, alphabets in _OLDER.items()):
        return None
    baltic = _is_plain(data, "cp1257", _BALTIC) and _is_full(data.decode("cp1257"))
    dos = _is_plain(data, "cp850", WESTERN) and _BROKEN.search(data.decode("cp1252", "replace")) is not None
    return None if baltic == dos else "cp1257" if baltic else "cp850"


def _is_plain(data: bytes, codec: str, alphabets: tuple[str, ...]) -> bool:
    """Whether the bytes give letters of one language only, and signs that people type."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return False
    signs = {sign for sign in text if sign > "\x7f" and not sign.isalpha()}
    return fits(text, alphabets) and signs <= _SIGNS and not odd_case(text) and not _RUN.search(text)


def _is_full(text: str) -> bool:
    """Whether a text has as many letters beyond ASCII as a language has, and not only those of some foreign names."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(_letters(text)) > 4 and sum(letter > "\x7f" for letter in letters) * 20 > len(letters)


def _letters(text: str) -> set[str]:
    return {letter for letter in text.lower() if letter > "\x7f" and letter.isalpha()}
