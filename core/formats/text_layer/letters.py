"""The characters of a PDF, which are those of its fonts: joined letters are taken apart, what shows nothing goes."""

import re
from unicodedata import bidirectional

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st"})
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")


def cleaned(text: str) -> str:
    """Return the text as letters: halves of characters joined or replaced, controls out, ligatures taken apart."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _CONTROLS.sub("", whole).translate(_LIGATURES)


def unreadable_share(text: str) -> float:
    """Return how much of what is not blank can be no letter, from 0 to 1."""
    shown = sum(1 for sign in text if not sign.isspace())
    return len(_UNREADABLE.findall(text)) / shown if shown else 0.0


def has_right_to_left(text: str) -> bool:
    """Whether any letter of the text is of a script that is written from right to left, such as Arabic or Hebrew."""
    return not text.isascii() and any(bidirectional(sign) in ("R", "AL") for sign in set(text))
