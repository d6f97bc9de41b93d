"""What the first bytes of a JSON file tell: the keys of its first object, as far as the bytes reach."""

import codecs
import re

import msgspec

from core.formats.whole_json.passing import WITHIN

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*+("|\Z|\\\Z)|[{}\[\],:]', re.DOTALL)
_SEEN = 120
"""Bytes of a value that are given along with its key."""


def first_keys(head: bytes) -> dict[str, bytes]:
    """Return the keys of the first object, each with the beginning of its value.

    The object stands alone or first in a list; anything else has no keys.
    """
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    body = start[1:].lstrip() if start.startswith(b"[") else start
    keys: dict[str, bytes] = {}
    if not body.startswith(b"{"):
        return keys
    depth, before, string, place = 0, b"", b"", 0
    while token := _next(body, place, depth):
        place, sign = token.end(), token[0][:1]
        if sign == b'"':
            if token[1] != b'"':
                break
            string = token[0] if depth == 1 and before in (b"{", b",") else b""
        elif sign == b":" and depth == 1 and string:
            keys[_text(string)] = body[place : place + _SEEN].lstrip()
            string = b""
        depth += (sign in b"{[") - (sign in b"}]")
        if depth == 0:
            break
        before = sign
    return keys


def _next(body: bytes, place: int, depth: int) -> re.Match[bytes] | None:
    within = WITHIN.match(body, place) if depth > 1 else None
    return _TOKEN.search(body, within.end() if within else place)


def is_list(head: bytes) -> bool:
    """Whether the file begins as a JSON list."""
    return head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"[")


def _text(string: bytes) -> str:
    try:
        return msgspec.json.decode(string, type=str)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
