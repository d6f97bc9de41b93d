"""UTF-8 that was damaged: a copy that was cut, or a few bytes of another encoding among many letters of this one."""

_BEGIN_TWO, _BEGIN_MORE = range(0xC2, 0xE0), range(0xE0, 0xF5)
"""Bytes that begin a letter of two bytes in UTF-8, and one of three or four."""
_SURER = 4
"""How much more a letter of three bytes says than one of two, which two letters of an older encoding may look like."""


def wrong_places(data: bytes) -> int:
    """Return how many places of a text in UTF-8 are damaged; 0 where it is whole, or is likelier in another encoding.

    Letters that are sound outweigh them: of a text with quotation marks, which have three bytes, few are enough.
    """
    sound = data.decode("utf-8", "ignore").encode()
    wrong = data.decode("utf-8", "replace").count("\ufffd") - sound.count("\ufffd".encode())
    return wrong if _SURER * _count(sound, _BEGIN_MORE) + _count(sound, _BEGIN_TWO) >= _SURER * wrong else 0


def damage(data: bytes) -> str | None:
    """Say where a text in UTF-8 is damaged and what to do, to stand behind its name; None if it is no such text."""
    wrong = wrong_places(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _said(data, error, wrong) if wrong else None
    return None


def _said(data: bytes, error: UnicodeDecodeError, wrong: int) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    place = f"byte {error.start + 1} in line {line}"
    if error.end == len(data) and "end of data" in error.reason:
        return f"is UTF-8 and breaks off within a character ({place}), as a copy that was cut; get the whole file"
    more = f" and {wrong - 1} more" if wrong > 1 else ""
    return f"is UTF-8 but for {place}{more}; mend what stands there in an editor and save it as UTF-8"


def _count(data: bytes, wanted: range) -> int:
    return len(data.translate(None, bytes(byte for byte in range(256) if byte not in wanted)))
