"""What stands above the text of a Markdown file between lines of --- (keys and values) or +++ (TOML)."""

import re
import tomllib
from typing import NamedTuple

LONGEST = 64 * 1024
"""Characters; what goes on for longer is text."""

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_CLOSINGS = {"---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M), "+++": re.compile(r"^\+\+\+[ \t]*$", re.M)}
_KEY = re.compile(r"([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+(.*)|)", re.DOTALL)
_BELONGS = re.compile(r"\s|-(?:\s|$)|#|$|[\]}]")
"""How a line begins that goes on with the value above it, or is a comment."""
_BEFORE = re.compile(r"#|\s*$")
_FOLDED = re.compile(r"[|>][+-]?\d?")
_COMMENT = re.compile(r"\s#.*")
_LINE_END = re.compile(r"\r\n?|\n")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n?|\n))*")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPES = {"n": "\n", "t": "\t"}


class FrontMatter(NamedTuple):
    """The values by their keys in lower case, the block as it is written, and where the text below it begins."""

    values: dict[str, str]
    written: str
    end: int


def front_matter(text: str) -> FrontMatter | None:
    """Return what stands above the text, or None if it begins at once; empty lines below the block belong to it.

    A line of --- may as well be a rule; so all between two of them must be keys with values, or the text is left whole.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return None
    # Python's $ knows no carriage return alone or before a line feed.
    block = text[opening.end() : opening.end() + LONGEST].replace("\r\n", " \n").replace("\r", "\n")
    found = _CLOSINGS[opening[1]].search(block)
    if found is None:
        return None
    written = text[opening.end() : opening.end() + found.start()]
    values = _of_keys(written) if opening[1] == "---" else _of_toml(written)
    if values is None:
        return None
    after = opening.end() + found.end()
    line_end = _LINE_END.match(text, after)
    below = _BLANK_LINES.match(text, line_end.end() if line_end else after)
    return FrontMatter(values, written, below.end() if below else after)


def _of_keys(written: str) -> dict[str, str] | None:
    """Return the values of simple YAML; of a list or an object only the key is known, and its value is empty."""
    values: dict[str, str] = {}
    key, folded = "", False
    for line in _LINE_END.split(written):
        if found := _KEY.fullmatch(line):
            key, given = found[1].lower(), (found[2] or "").strip()
            folded = _FOLDED.fullmatch(_COMMENT.sub("", given)) is not None
            values[key] = "" if folded else _plain(given)
        elif not (_BELONGS if values else _BEFORE).match(line):
            return None
        elif folded:
            values[key] = f"{values[key]} {line.strip()}".strip()
    return values or None


def _plain(given: str) -> str:
    """Return a value without its marks or the comment after it."""
    if given.startswith('"') and (found := re.match(r'"((?:[^"\\]|\\.)*)"', given)):
        return _ESCAPE.sub(_sign, found[1])
    if given.startswith("'") and (found := re.match(r"'((?:[^']|'')*)'", given)):
        return found[1].replace("''", "'")
    return "" if given.startswith(("[", "{", "#", "&", "*", "!")) else _COMMENT.sub("", given).strip()


def _sign(escape: re.Match[str]) -> str:
    if escape[4]:
        return _ESCAPES.get(escape[4], escape[4])
    code = int(escape[1] or escape[2] or escape[3], 16)
    return escape[0] if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def _of_toml(written: str) -> dict[str, str] | None:
    try:
        values = tomllib.loads(_LINE_END.sub("\n", written))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None
    return {key.lower(): "" if isinstance(value, dict | list) else str(value) for key, value in values.items()}
