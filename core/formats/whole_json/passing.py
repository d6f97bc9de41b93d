"""Patterns that pass over JSON where nothing of interest can be: a data set has millions of signs."""

import re

_STRING = rb'"(?:[^"\\]++|\\.)*+"'
_NOTHING = rb"(?!)"
_LEVELS = 4
"""How deep a list or an object may be that is passed over in one step."""


def _passing(signs: bytes, whole: bytes = _NOTHING) -> bytes:
    """Return a pattern for all up to one of some signs, but for those in a string or in something whole."""
    return rb'(?:[^"' + signs + rb"]++|" + _STRING + rb"|" + whole + rb")*+"


def _whole(levels: int) -> bytes:
    """Return a pattern for a list or an object with so many levels of others in it at most."""
    return rb"[\[{]" + _passing(rb"\[\]{}", _whole(levels - 1) if levels else _NOTHING) + rb"[\]}]"


BETWEEN = re.compile(_passing(rb"\[\]{},"), re.DOTALL)
"""All up to a bracket or a comma, or a string that has no end here."""
WITHIN = re.compile(_passing(rb"\[\]{}", _whole(_LEVELS)), re.DOTALL)
"""All up to a bracket that closes what is open or opens what is deep or has no end here, or a string without an end."""
