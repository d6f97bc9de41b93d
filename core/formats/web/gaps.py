"""What an extraction dropped from the midst of an article is put back; what it dropped elsewhere is named."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from core.formats.web.blocks import Block
from core.formats.web.boxes import Boxes
from core.formats.web.furniture import kind_of
from core.formats.web.matching import Matching
from core.formats.web.standing import Standing, standing

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENDS = re.compile(r"[.!?…:;。！？；：؟।][\"'“”‘’»«›‹)\]」』\d\s]*$")
_SPEAKS = re.compile(r"[\"“„«‹「『—–]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LINES = frozenset({"p", "blockquote", "dd", "pre"})
_LOOSE = frozenset({"div", "section", "article", "main", "body", "center", "details"})
_LISTS = frozenset({"ul", "ol"})
_SENTENCE, _LONG = 40, 80
"""Signs of a sentence that stands in no paragraph of its own, and of what is an article's by its length alone."""
_MOST_LINKED = 0.5


class Filled(NamedTuple):
    """The blocks of an article, and the long ones of the page that may be missing among them."""

    blocks: list[Block]
    missed: list[str]


def filled(root: "_Element", made: Sequence[Block]) -> Filled:
    """Return the blocks of an article together with those that stand between them on the page and look like it.

    Menus, offers, teasers, notes on cookies, comments, captions and the like stay out.
    """
    page = list(standing(root))
    match = Matching([each.block.text for each in page], [block.text for block in made])
    boxes = Boxes(root, page, frozenset(place for place, _ in match.anchors))
    places = [place for place, _ in match.anchors]
    between = range(places[0] + 1, places[-1]) if len(places) > 1 else range(0)
    able = {place for place in between if not match.taken[place] and boxes.is_inside(page[place].owner)}
    put = {place for place in able if _is_prose(page[place])}
    put |= set(_items(page, able, match.taken, boxes))
    put |= _headings(page, able, put, match.taken)
    after: dict[int, list[Block]] = {}
    for place in sorted(put):
        after.setdefault(match.after[place], []).append(page[place].block)
    blocks = [*after.get(-1, [])]
    for number, block in enumerate(made):
        blocks += [block, *after.get(number, [])]
    named = _named(root)
    dropped = (each for place, each in enumerate(page) if not match.taken[place] and place not in put)
    missed = [each.block.text for each in dropped if each.owner not in named and _is_long(each)]
    return Filled(blocks, missed)


def _size(text: str) -> int:
    """Return the length as that of Latin letters: a sign of Chinese, Japanese or Korean says as much as three."""
    return len(text) + 2 * len(_WIDE.findall(text))


def _is_prose(each: Standing) -> bool:
    text = each.block.text
    if each.linked > _MOST_LINKED * len(text):
        return False
    is_sentence, size = _ENDS.search(text) is not None, _size(text)
    if each.owner.tag in _LINES:
        return is_sentence or size >= _LONG or _SPEAKS.match(text) is not None
    return each.owner.tag in _LOOSE and size >= _SENTENCE and (is_sentence or size >= 2 * _LONG)


def _is_long(each: Standing) -> bool:
    return (each.owner.tag == "li" or _is_prose(each)) and _size(each.block.text) >= _LONG and _is_text(each)


def _is_text(each: Standing) -> bool:
    return each.linked <= _MOST_LINKED * len(each.block.text) and _ENDS.search(each.block.text) is not None


def _items(page: Sequence[Standing], able: set[int], taken: Sequence[bool], boxes: Boxes) -> Iterator[int]:
    """Yield the items of lists of which at least one is a sentence, or is in the text."""
    lists: dict[_Element, list[int]] = {}
    for place, each in enumerate(page):
        above = each.owner.getparent()
        if each.owner.tag == "li" and above is not None and above.tag in _LISTS:
            lists.setdefault(above, []).append(place)
    for node, places in lists.items():
        if boxes.is_words(node) and any(taken[place] or _is_text(page[place]) for place in places):
            yield from able.intersection(places)


def _headings(page: Sequence[Standing], able: set[int], put: set[int], taken: Sequence[bool]) -> set[int]:
    """Return the headings that are followed by a part of the article, or by another such heading."""
    found: set[int] = set()
    for place in sorted(able, reverse=True):
        each = page[place]
        following = next((n for n in range(place + 1, len(page)) if kind_of(page[n].owner) is None), place)
        is_headed = following in put or following in found or taken[following]
        if each.block.heading and each.linked == 0 and is_headed:
            found.add(place)
    return found


def _named(root: "_Element") -> "set[_Element]":
    """Return what is in an element that is told as what it is when it was left out."""
    named: set[_Element] = set()
    for node in root.iter("*"):
        above = node.getparent()
        if (above is not None and above in named) or kind_of(node):
            named.add(node)
    return named
