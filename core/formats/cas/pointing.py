"""Which features of an XMI file point at others: a reference looks there like any other number.

A type system beside the file tells it. Without one a feature points only if its name says so, for a paragraph's number
may well be that of some speaker.
"""

import re
from typing import Any

from core.formats.standoff.likely import role_of
from core.formats.xml_tree import xml_root

ELEMENTS = "elements"
"""The feature in which an array has what is in it."""

_SPACE = "{http://uima.apache.org/resourceSpecifier}"
_CAS = "uima.cas."
_PLAIN = frozenset(
    f"{_CAS}{name}{shape}"
    for name in ("String", "Boolean", "Integer", "Byte", "Short", "Long", "Float", "Double")
    for shape in ("", "Array", "List")
)
_NAMES = frozenset(
    {"by", "dependent", "governor", "mention", "mentions", "person", "said by", "target", "targets", "who"}
)
_NUMBERS = frozenset({"count", "id", "index", "kind", "line", "name", "no", "nr", "number", "type"})
"""What a feature ends with whose number means something else, as in "speakerId"."""


class Types:
    """The types that a type system declares; one without any knows features by their names."""

    def __init__(self, data: bytes | None = None) -> None:
        """Take what can be read of a type system; what can't be is as if it weren't there."""
        self._above: dict[str, str] = {}
        self._ranges: dict[tuple[str, str], str] = {}
        self._known: dict[tuple[str, str], bool] = {}
        for type_ in _declared(data) if data else ():
            name = _words(type_, "name")
            self._above[name] = _words(type_, "supertypeName")
            for feature in type_.iter(f"{_SPACE}featureDescription"):
                self._ranges[name, _words(feature, "name")] = _words(feature, "rangeTypeName")

    def points(self, type_: str, feature: str) -> bool:
        """Whether a feature of this type may point at other annotations."""
        if (type_, feature) not in self._known:
            self._known[type_, feature] = self._points(type_, feature)
        return self._known[type_, feature]

    def _points(self, type_: str, feature: str) -> bool:
        if feature == ELEMENTS:
            return type_ not in _PLAIN
        for one in self._line_of(type_):
            if (one, feature) in self._ranges:
                return _PLAIN.isdisjoint(self._line_of(self._ranges[one, feature]))
        return points_by_name(feature)

    def _line_of(self, type_: str) -> list[str]:
        """Return a type and those above it; a type that is above itself ends the line."""
        line = [type_]
        while (above := self._above.get(line[-1])) and above not in line:
            line.append(above)
        return line


def points_by_name(feature: str) -> bool:
    """Whether a feature of this name is likely to lead to a speaker, a cue or a quote."""
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-]+", " ", feature).lower()
    return plain in _NAMES or (role_of(feature) is not None and plain.split()[-1] not in _NUMBERS)


def _declared(data: bytes) -> list[Any]:
    from lxml import etree

    try:
        root = xml_root(data)
    except (etree.XMLSyntaxError, ValueError):
        return []
    return [] if root.getroottree().docinfo.internalDTD is not None else list(root.iter(f"{_SPACE}typeDescription"))


def _words(element: Any, name: str) -> str:
    return (element.findtext(f"{_SPACE}{name}") or "").strip()
