"""A CAS as it stands in a file: its text, and feature structures that point at one another by number.

A file whose type system is lost or strange can still be read: JSON marks the features that point at others, and in XMI
their names tell them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from core.errors import BadInput
from core.formats.cas.layers import is_basic
from core.formats.cas.pointing import ELEMENTS, Types
from core.formats.xml_tree import xml_root
from core.model.spans import Span
from core.model.utf16 import Utf16

_XMI, _CAS = "{http://www.omg.org/XMI}", "{http:///uima/cas.ecore}"
_SOFA, _VIEW, _INITIAL = "uima.cas.Sofa", "uima.cas.View", "_InitialView"
_DEPTH = 3
_MARKS = "@^"
"""What JSON puts before the name of a feature that points at others."""


class Node(NamedTuple):
    """A feature structure; `span` is in code points, and None if it stands nowhere in the text.

    `pointing` names the features whose numbers are those of others; None stands for all of them.
    """

    id: int
    type: str
    values: dict[str, Any]
    span: Span | None
    pointing: frozenset[str] | None = None

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

    def numbers(self, feature: str) -> list[int]:
        """Return the numbers of the others at which a feature points."""
        return _numbers(self.values.get(feature)) if self.pointing is None or feature in self.pointing else []


@dataclass
class Graph:
    """The text of a CAS and what is annotated in it, by number.

    `others` has the further texts of the file by name, and how many annotations each of them has.
    """

    text: str
    nodes: dict[int, Node] = field(default_factory=dict)
    members: frozenset[int] = frozenset()
    others: dict[str, int] = field(default_factory=dict)

    def annotations(self) -> Iterator[Node]:
        """Yield what stands in the text, without what was deleted but is still in the file."""
        for node in self.nodes.values():
            if node.span is not None and (not self.members or node.id in self.members):
                yield node

    def targets(self, node: Node, feature: str) -> list[Node]:
        """Return the feature structures at which a feature points, directly or by an array."""
        return list(self._targets(node.numbers(feature), _DEPTH))

    def _targets(self, numbers: list[int], depth: int) -> Iterator[Node]:
        for number in numbers:
            node = self.nodes.get(number)
            if node is not None and ELEMENTS in node.values and depth:
                yield from self._targets(node.numbers(ELEMENTS), depth - 1)
            elif node is not None:
                yield node


class _Raw(NamedTuple):
    """A feature structure as it stands in a file."""

    id: Any
    type: str
    values: dict[str, Any]
    pointing: frozenset[str]


def from_xmi(data: bytes, name: str, declared: bytes | None = None) -> Graph:
    """Return the graph of an XMI file; raises `BadInput` if it is none. Nothing outside of the file is read.

    `declared` is the type system beside it, if there is one.
    """
    from lxml import etree

    try:
        root = xml_root(data)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadInput(f"{name}: is no XML that can be read (line {getattr(error, 'lineno', None) or 1})") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadInput(f"{name}: declares a document type, which no XMI file needs; it was not read")
    if root.tag != f"{_XMI}XMI":
        raise BadInput(f"{name}: is XML, but no XMI file")
    raw, types = [], Types(declared)
    for element in root.iterchildren(tag=etree.Element):
        values: dict[str, Any] = {str(key): value for key, value in element.attrib.items()}
        parts = [child.text or "" for child in element if child.tag == ELEMENTS]
        values |= {ELEMENTS: " ".join(parts)} if parts else {}
        id_, type_ = values.pop(f"{_XMI}id", None), _type_of(str(element.tag))
        raw.append(_Raw(id_, type_, values, frozenset(key for key in values if types.points(type_, key))))
    views = [(one.values.get("sofa"), one.values.get("members")) for one in raw if one.type == _VIEW]
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
    raw = [_raw_of(one) for one in listed if isinstance(one, dict)]
    views = whole.get("%VIEWS")
    seen = [one for one in views.values() if isinstance(one, dict)] if isinstance(views, dict) else []
    return _graph(raw, [(one.get("%SOFA"), one.get("%MEMBERS")) for one in seen], name)


def _raw_of(one: dict[str, Any]) -> _Raw:
    type_ = str(one.get("%TYPE"))
    values = {key.lstrip(_MARKS): value for key, value in one.items() if not key.startswith("%")}
    pointing = {key.lstrip(_MARKS) for key in one if key.startswith(tuple(_MARKS))}
    if "%ELEMENTS" in one:
        values[ELEMENTS] = one["%ELEMENTS"]
        pointing |= {ELEMENTS} if Types().points(type_, ELEMENTS) else set()
    return _Raw(one.get("%ID"), type_, values, frozenset(pointing))


def _graph(raw: list[_Raw], views: list[tuple[Any, Any]], name: str) -> Graph:
    sofas = [one for one in raw if one.type == _SOFA and isinstance(one.values.get("sofaString"), str)]
    if not sofas:
        raise BadInput(f"{name}: holds no text")
    sofa = next((one for one in sofas if one.values.get("sofaID") == _INITIAL), sofas[0])
    text, here = sofa.values["sofaString"], _numbers(sofa.id)
    members = frozenset(one for view, listed in views if _numbers(view) == here for one in _numbers(listed))
    unit = Utf16(text)
    nodes = {}
    for one in raw:
        numbers = _numbers(one.id)
        if numbers and one.type not in (_SOFA, _VIEW):
            span = _span(one.values, text, unit) if _numbers(one.values.get("sofa")) == here else None
            nodes[numbers[0]] = Node(numbers[0], one.type, one.values, span, one.pointing)
    return Graph(text, nodes, members, _others([one for one in sofas if one is not sofa], raw))


def _others(sofas: list[_Raw], raw: list[_Raw]) -> dict[str, int]:
    """Return the name of each text and the number of annotations that somebody made in it."""
    places = Counter(
        tuple(_numbers(one.values.get("sofa"))) for one in raw if "end" in one.values and not is_basic(one.type)
    )
    return {str(sofa.values.get("sofaID")): places[tuple(_numbers(sofa.id))] for sofa in sofas}


def _span(values: dict[str, Any], text: str, unit: Utf16) -> Span | None:
    """Return the span of offsets in UTF-16, in which a CAS counts; half a character is taken whole."""
    begin, end = _numbers(values.get("begin", 0)), _numbers(values.get("end"))
    if not begin or not end or not 0 <= begin[0] <= end[0] <= unit.to16(len(text)):
        return None
    return Span(unit.from16(begin[0]), unit.behind(end[0]))


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
