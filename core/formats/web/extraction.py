"""The article of a page: its main text, what is known of it, its zones, and what was left out."""

from typing import TYPE_CHECKING, Any, NamedTuple

from core.formats.prose.about import language_of
from core.formats.prose.joining import Prose
from core.formats.web.blocks import Block, blocks, normal
from core.formats.web.dates import date_of
from core.formats.web.furniture import Zones, left_out, zones_of
from core.formats.web.gaps import filled
from core.formats.web.main_text import main_text
from core.formats.web.tree import Tree
from core.model.terms import ZoneType

if TYPE_CHECKING:
    from lxml.etree import _Element

FEWEST = 20
"""Characters of an article; what is shorter is a word of a menu that was taken for one."""

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FIRST = 3
"""Blocks among which the headline is looked for."""


class Page(NamedTuple):
    """An article as it was found on a page; `fields` are those of a quotedesk/1 line."""

    fields: dict[str, Any]
    left_out: str
    missed: list[str]
    """Long paragraphs of the page that are not in the text, and that nothing on the page tells to be something else."""


def extracted(tree: Tree) -> Page | None:
    """Return the article of a page, or None if there is no text on it.

    The headline is put before the text where the extraction left it out, and paragraphs between those that it took are
    put back at their place.
    """
    root = tree.root
    found = main_text(tree.page, root) if root is not None else None
    if root is None or found is None:
        return None
    made = list(blocks(found.body))
    if sum(len(block.text) for block in made) < FEWEST:
        return None
    made, headline = _with_headline(made, found.title, root)
    first = made[headline] if headline is not None else None
    made, missed = filled(root, made)
    headline = next((number for number, block in enumerate(made) if block is first), None)
    known = dict(zones_of(root))
    if found.author:
        known |= {normal(form.format(found.author)): ZoneType.BYLINE for form in ("{}", "By {}", "by {}")}
    zones, prose = Zones(known), Prose()
    for number, block in enumerate(made):
        prose.add(block.text, ZoneType.HEADLINE if number == headline else zones.zone_of(block.text))
    fields = {
        "text": prose.text,
        "zones": prose.zones,
        "title": found.title,
        "source": found.sitename or found.hostname,
        "url": found.url,
        "date": date_of(root, found.url),
        "language": language_of(root.get("lang") or root.get(_LANGUAGE)),
        "author": found.author,
    }
    furniture = left_out(root, frozenset(normal(block.text) for block in made))
    return Page({key: value for key, value in fields.items() if value}, furniture, missed)


def _with_headline(made: list[Block], title: str | None, root: "_Element") -> tuple[list[Block], int | None]:
    """Return the blocks and which of them is the headline: the page's main heading, put first if it is missing."""
    headings, title = {normal(" ".join(node.itertext())) for node in root.iter("h1")}, normal(title or "")
    for place, block in enumerate(made[:_FIRST]):
        if block.heading == 1 or normal(block.text) in {*headings, title}:
            return made, place
    if title and title in headings:
        return [Block(title, 1), *made], 0
    return made, None
