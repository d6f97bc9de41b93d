"""The main text as blocks, one a paragraph, heading or item of a list."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_EXTRACTED = frozenset({"body", "p", "head", "quote", "list", "item", "table", "row", "cell", "code", "div", "ab"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements of headings, from the largest to the smallest."""
OF_HTML = HEADINGS | frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "li", "main"}
    | {"menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th"}
    | {"thead", "tr", "ul"}
)
"""Elements of HTML that stand by themselves; all others are within a line."""
_BLOCKS = _EXTRACTED | OF_HTML
_BREAK = frozenset({"lb", "br"})
_BLANKS = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" *\n *")


class Block(NamedTuple):
    """A stretch of text that stands by itself; `heading` is its level, 0 for running text."""

    text: str
    heading: int


def blocks(body: "_Element") -> Iterator[Block]:
    """Yield the blocks of an extracted text or a body of HTML, their blanks made single and their line breaks kept."""
    from lxml import etree

    parts: list[str] = []
    heading = 0
    for event, node in etree.iterwalk(body, events=("start", "end")):
        if node.tag in _BLOCKS:
            if text := joined(parts):
                yield Block(text, heading)
            parts = []
            heading = _level(node) if event == "start" else 0
        elif node.tag in _BREAK and event == "start":
            parts.append("\n")
        # A line end in the source is a blank; a break is an element.
        words = node.text if event == "start" else node.tail
        parts.append(" ".join((words or "").split("\n")))
    if text := joined(parts):
        yield Block(text, 0)


def normal(text: str) -> str:
    """Return text as it is compared: single blanks only."""
    return " ".join(text.split())


def joined(parts: list[str]) -> str:
    """Return what stands between two ends of blocks as one text: single blanks, and line breaks without any."""
    return _BREAKS.sub("\n", _BLANKS.sub(" ", "".join(parts))).strip()


def _level(node: "_Element") -> int:
    name = node.get("rend") or "h2" if node.tag == "head" else str(node.tag)
    return int(name[1]) if name in HEADINGS else 0
