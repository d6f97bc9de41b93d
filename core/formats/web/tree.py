"""A page as a tree of elements, parsed once and within bounds."""

import re
from typing import TYPE_CHECKING, NamedTuple

from core.formats.web.spoken import spelled_out

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ELEMENTS = 150_000
MOST_ATTRIBUTES = 1_000

_TAG = re.compile(r"<[a-zA-Z]")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
_VALUE = re.compile("\"[^\"]*\"|'[^']*'")


class Tree(NamedTuple):
    """A page as it was parsed; `root` is None if nothing was, `too_much` says what is more than any article has.

    `page` is what the root was made of, or what it was made into where marks of quotes were spelled out.
    """

    page: str
    root: "_Element | None"
    too_much: str | None


def parsed(page: str) -> Tree:
    """Return the tree of a page; one that would take hours is not even begun."""
    page = page.replace("\x00", "\ufffd")
    if too_much := _too_much(page):
        return Tree(page, None, too_much)
    root, is_cut_off = elements(page)
    if root is not None and spelled_out(root):
        page = _written(root)
    return Tree(page, root, "is nested so deeply that a part of it would be lost" if is_cut_off else None)


def elements(page: str, *, huge: bool = False) -> "tuple[_Element | None, bool]":
    """Return the root, and whether the parser gave up half-way, which it says in its log alone.

    With `huge` the parser's own bounds of depth and length are lifted.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=huge, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None, False
    return root, any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log)


def _written(root: "_Element") -> str:
    from lxml import etree

    return str(etree.tostring(root, encoding="unicode", method="html"))


def _too_much(page: str) -> str | None:
    if sum(1 for _ in _TAG.finditer(page)) > MOST_ELEMENTS:
        return f"has more than {MOST_ELEMENTS:,} elements"
    for found in _LONG_TAG.finditer(page):
        if len(_VALUE.sub("", found[0]).split()) > MOST_ATTRIBUTES:
            return f"has an element with more than {MOST_ATTRIBUTES:,} attributes"
    return None
