"""Pieces of XML as strings, so that an article is written as a stream and every character is accounted for."""

from collections.abc import Mapping

from core.formats.losses import xml_text

_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def escaped(text: str) -> str:
    """Return text as content; a carriage return is written out, since parsers turn a bare one into a line feed."""
    return xml_text(text).translate(_IN_TEXT)


def opening(name: str, attributes: Mapping[str, str | None], *, empty: bool = False) -> str:
    """Return a start tag with the attributes that have a value."""
    written = "".join(
        f' {key}="{xml_text(value).translate(_IN_ATTRIBUTE)}"' for key, value in attributes.items() if value is not None
    )
    return f"<{name}{written}{'/' if empty else ''}>"


def element(name: str, text: str, **attributes: str | None) -> str:
    """Return a whole element that holds text only."""
    return f"{opening(name, attributes)}{escaped(text)}</{name}>"
