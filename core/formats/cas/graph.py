"""A CAS as it stands in a file: its text, and feature structures that point at one another by number.

The files are read without their type system: what a feature is can be seen where it is used, and a file whose type
system is lost or strange can still be read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from core.errors import BadInput
from core.formats.xml_tree import xml_root
from core.model.spans import Span

_XMI, _CAS = "{http://www.omg.org/XMI}", "{http:///uima/cas.ecore}"
_SOFA, _VIEW, _INITIAL, _ELEMENTS = "uima.cas.Sofa", "uima.cas.View", "_InitialView", "elements"
_DEPTH = 3


class Node(NamedTuple):
    """A feature structure; `span` is in code points, and None if it stands nowhere in the text."""

    id: int
    type: str
    values: dict[str, Any]
    span: Span | None

    @property
    def short(self) -> str:
        """The name of the type without its package."""
        return self.type.rpartition(".")[2]

    def words(self, feature: str) -> str | None:
        """Return a feature's text, or None where there is none."""
        value = self.values.get(feature)
        return value if isinstance(value, str) and value else None

    def holds(self, feature: str) -> bool:
        """Whether a feature is set to true."""
        return self.values.get(feature) in (True, "true")


@dataclass
class Graph:
    """The text of a CAS and what is annotated in it, by number."""

    text: str
    nodes: dict[int, Node] = field(default_factory=dict)
    members: frozenset[int] = frozenset()

    def annotations(self) -> Iterator[Node]:
        """Yield what stands in the text, without what was deleted but is still in the file."""
        for node in self.nodes.values():
            if node.span is not None and (not self.members or node.id in self.members):
                yield node

    def targets(self, node: Node, feature: str) -> list[Node]:
        """Return the feature structures at which a feature points, directly or by an array."""
        return list(self._targets(node.values.get(feature), _DEPTH))

    def _targets(self, value: Any, depth: int) -> Iterator[Node]:
        for number in _numbers(value):
            node = self.nodes.get(number)
            if node is not None and _ELEMENTS in node.values and depth:
                yield from self._targets(node.values[_ELEMENTS], depth - 1)
            elif node is not None:
                yield node


def from_xmi(data: bytes, name: str) -> Graph:
    """Return the graph of an XMI file; raises `BadInput` if it is none. Nothing outside of the file is read."""
    from lxml import etree

    try:
        root = xml_root(data)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadInput(f"{name}: is no XML that can be read (line {getattr(error, 'lineno', None) or 1})") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadInput(f"{name}: declares a document type, which no XMI file needs; it was not read")
    if root.tag != f"{_XMI}XMI":
        raise BadInput(f"{name}: is XML, but no XMI file")
    raw = []
    for element in root.iterchildren(tag=etree.Element):
        values: dict[str, Any] = {str(key): value for key, value in element.attrib.items()}
        parts = [child.text or "" for child in element if child.tag == _ELEMENTS]
        values |= {_ELEMENTS: " ".join(parts)} if parts else {}
        raw.append((values.pop(f"{_XMI}id", None), _type_of(str(element.tag)), values))
    views = [(values.get("sofa"), values.get("members")) for _, type_, values in raw if type_ == _VIEW]
    return _graph(raw, views, name)


def from_json(data: bytes, name: str) -> Graph:
    """Return the graph of a JSON CAS file; raises `BadInput` if it is none."""
    try:
        whole = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput(f"{name}: is no JSON that can be read: {error}") from None
    listed = whole.get("%FEATURE_STRUCTURES") if isinstance(whole, dict) else None
    if isinstance(listed, dict):
        # An early form of the format.
        listed = [{"%ID": key} | one for key, one in listed.items() if isinstance(one, dict)]
    if not isinstance(listed, list):
        raise BadInput(f"{name}: is JSON, but no CAS: it has no %FEATURE_STRUCTURES")
    raw = []
    for one in listed:
        if isinstance(one, dict):
            values = {key.lstrip("@^"): value for key, value in one.items() if not key.startswith("%")}
            values |= {_ELEMENTS: one["%ELEMENTS"]} if "%ELEMENTS" in one else {}
            raw.append((one.get("%ID"), str(one.get("%TYPE")), values))
    views = whole.get("%VIEWS")
    seen = [one for one in views.values() if isinstance(one, dict)] if isinstance(views, dict) else []
    return _graph(raw, [(one.get("%SOFA"), one.get("%MEMBERS")) for one in seen], name)


def _graph(raw: list[tuple[Any, str, dict[str, Any]]], views: list[tuple[Any, Any]], name: str) -> Graph:
    sofas = [(id_, values) for id_, type_, values in raw if type_ == _SOFA]
    sofas = [(id_, values) for id_, values in sofas if isinstance(values.get("sofaString"), str)]
    if not sofas:
        raise BadInput(f"{name}: holds no text")
    sofa, chosen = next((one for one in sofas if one[1].get("sofaID") == _INITIAL), sofas[0])
    text = chosen["sofaString"]
    here = _numbers(sofa)
    members = frozenset(one for view, listed in views if _numbers(view) == here for one in _numbers(listed))
    points = _code_points(text)
    nodes = {}
    for id_, type_, values in raw:
        numbers = _numbers(id_)
        if numbers and type_ not in (_SOFA, _VIEW):
            span = _span(values, points) if _numbers(values.get("sofa")) == here else None
            nodes[numbers[0]] = Node(numbers[0], type_, values, span)
    return Graph(text, nodes, members)


def _span(values: dict[str, Any], points: list[int] | range) -> Span | None:
    begin, end = _numbers(values.get("begin", 0)), _numbers(values.get("end"))
    if not begin or not end or not 0 <= begin[0] <= end[0] < len(points):
        return None
    within = begin[0] + 1 < len(points) and points[begin[0]] == points[begin[0] + 1]
    return Span(points[begin[0]] - within, points[end[0]])


def _code_points(text: str) -> list[int] | range:
    """Return the code point at each offset in UTF-16, in which a CAS counts; for the middle of one, the next one."""
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    points: list[int] = []
    for number, character in enumerate(text):
        points += [number] if character <= "\uffff" else [number, number + 1]
    return [*points, len(text)]


def _numbers(value: Any) -> list[int]:
    """Return the numbers that a feature holds, be it one, a list or words with blanks between them."""
    parts: Iterable[Any] = value.split() if isinstance(value, str) else value if isinstance(value, list) else [value]
    found = []
    for part in parts:
        if isinstance(part, int) and not isinstance(part, bool):
            found.append(part)
        elif isinstance(part, str) and part.isascii() and part.isdigit() and len(part) < 10:
            found.append(int(part))
    return found


def _type_of(tag: str) -> str:
    """Return the type for the name of an element: "{http:///webanno/custom.ecore}Quote" is "webanno.custom.Quote"."""
    space, _, name = tag.removeprefix("{").rpartition("}")
    package = space.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
    return f"{package}.{name}".removeprefix("uima.noNamespace.").removeprefix(".")
