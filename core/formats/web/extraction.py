"""The article of a page: its main text, what is known of it, its zones, and what was left out."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from core.formats.hushed import hushed
from core.formats.web.blocks import Block, blocks, normal
from core.formats.web.furniture import left_out, zone_of, zones_of
from core.model.terms import ZoneType

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ELEMENTS = 150_000
MOST_ATTRIBUTES = 1_000
FEWEST = 20
"""Characters of an article; what is shorter is a word of a menu that was taken for one."""

_TAG = re.compile(r"<[a-zA-Z]")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
_VALUE = re.compile("\"[^\"]*\"|'[^']*'")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_FIRST = 3
"""Blocks among which the headline is looked for."""


class Page(NamedTuple):
    """An article as it was found on a page; `fields` are those of a quotedesk/1 line."""

    fields: dict[str, Any]
    left_out: str


def too_much(page: str) -> str | None:
    """Say what of a page is more than any article has, so that reading it would take hours; None if all is well."""
    if sum(1 for _ in _TAG.finditer(page)) > MOST_ELEMENTS:
        return f"has more than {MOST_ELEMENTS:,} elements"
    for found in _LONG_TAG.finditer(page):
        if len(_VALUE.sub("", found[0]).split()) > MOST_ATTRIBUTES:
            return f"has an element with more than {MOST_ATTRIBUTES:,} attributes"
    return "is nested so deeply that a part of it would be lost" if _is_cut_off(page) else None


def extracted(page: str) -> Page | None:
    """Return the article of a page, or None if there is no text on it.

    The headline is put before the text where the extraction left it out.
    """
    clean = page.replace("\x00", "\ufffd")
    root = _root(clean)
    found = _main_text(clean) if root is not None else None
    if root is None or found is None or found.body is None:
        return None
    made = list(blocks(found.body))
    if sum(len(block.text) for block in made) < FEWEST:
        return None
    made, headline = _with_headline(made, found.title, root)
    known = dict(zones_of(root))
    if found.author:
        known |= {normal(form.format(found.author)): ZoneType.BYLINE for form in ("{}", "By {}", "by {}")}
    text, zones = _joined(made, headline, known)
    fields = {
        "text": text,
        "zones": zones,
        "title": found.title,
        "source": found.sitename or found.hostname,
        "url": found.url,
        "date": found.date,
        "language": _language(root),
        "author": found.author,
    }
    missed = left_out(root, frozenset(normal(block.text) for block in made))
    return Page({key: value for key, value in fields.items() if value}, missed)


def _root(page: str) -> "_Element | None":
    return _parsed(page)[0]


def _is_cut_off(page: str) -> bool:
    """Whether the parser gave up half-way, which it says in its log alone."""
    return _parsed(page)[1]


def _parsed(page: str) -> "tuple[_Element | None, bool]":
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None, False
    return root, any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log)


def _main_text(page: str) -> Any:
    """Return what trafilatura makes of the page, or None; it reads strangers' bytes, so that anything may go wrong."""
    with hushed("trafilatura", "htmldate", "courlan", "justext", "readability"):
        from trafilatura import bare_extraction

        try:
            return bare_extraction(page, with_metadata=True, include_comments=False, include_tables=True)
        except Exception:
            return None


def _with_headline(made: list[Block], title: str | None, root: "_Element") -> tuple[list[Block], int | None]:
    """Return the blocks and which of them is the headline: the page's main heading, put first if it is missing."""
    headings = {normal(" ".join(node.itertext())) for node in root.iter("h1")} | ({normal(title)} if title else set())
    for place, block in enumerate(made[:_FIRST]):
        if block.heading == 1 or normal(block.text) in headings:
            return made, place
    if title and any(normal(" ".join(node.itertext())) == normal(title) for node in root.iter("h1")):
        return [Block(normal(title), 1), *made], 0
    return made, None


def _joined(
    made: Iterable[Block], headline: int | None, known: dict[str, ZoneType]
) -> tuple[str, list[dict[str, Any]]]:
    parts: list[str] = []
    zones = []
    place = 0
    for number, block in enumerate(made):
        zone = ZoneType.HEADLINE if number == headline else zone_of(block.text, known)
        if zone is not None:
            zones.append({"start": place, "end": place + len(block.text), "type": zone.value})
        parts.append(block.text)
        place += len(block.text) + 2
    return "\n\n".join(parts), zones


def _language(root: "_Element") -> str | None:
    said = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return said if _LANGUAGE.fullmatch(said) else None
