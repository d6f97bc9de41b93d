"""The blocks of a page as they stand on it: each with the element it is in, and how much of it is links."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from core.formats.web.blocks import HEADINGS, OF_HTML, Block, joined

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_WORDS = frozenset({"head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas"})
_CONTROLS = frozenset({"select", "textarea", "button"})
_BREAK = "br"


class Standing(NamedTuple):
    """A block of a page; `owner` is the innermost element that stands by itself around it."""

    block: Block
    owner: "_Element"
    linked: int
    """Signs of it that are in links."""


def standing(root: "_Element") -> Iterator[Standing]:
    """Yield all blocks of a page that a reader sees, in the order of the page."""
    from lxml import etree

    owners, parts, linked, links = [root], list[str](), 0, 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        starts, is_block = event == "start", node.tag in OF_HTML
        if is_block:
            if text := joined(parts):
                yield Standing(Block(text, _level(owners[-1])), owners[-1], linked)
            parts, linked = [], 0
            if starts:
                owners.append(node)
            else:
                owners.pop()
        if node.tag == "a":
            links += 1 if starts else -1
        if starts and (node.tag in _NO_WORDS or node.tag in _CONTROLS or is_hidden(node)):
            walk.skip_subtree()
            continue
        if starts and node.tag == _BREAK:
            parts.append("\n")
        words = " ".join(((node.text if starts else node.tail) or "").split("\n"))
        parts.append(words)
        linked += len(words.strip()) if links else 0
    if text := joined(parts):
        yield Standing(Block(text, 0), root, linked)


def is_hidden(node: "_Element") -> bool:
    """Whether an element says of itself that no reader sees it."""
    style = (node.get("style") or "").replace(" ", "").lower()
    return node.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _level(node: "_Element") -> int:
    return int(str(node.tag)[1]) if node.tag in HEADINGS else 0
