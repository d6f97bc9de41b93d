"""Where on a page the article is, and what stands amid it without being a part of it: offers, teasers, notes."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.formats.web.furniture import kind_of
from core.formats.web.standing import Standing

if TYPE_CHECKING:
    from lxml.etree import _Element

_OF_A_NAME = re.compile(
    r"(?<![a-z])(?:ads?|advert\w*|sponsor\w*|promo\w*|teaser\w*|newsletter\w*|subscri\w*|sign-?up|paywall|cookie\w*"
    r"|consent\w*|gdpr|banner\w*|related\w*|recommend\w*|recirc\w*|trending|popular|most-?read|read-?(?:more|next|also)"
    r"|see-?also|more-?(?:on|from|stories)|share\w*|sharing|social\w*|follow\w*|comment\w*|disqus|breadcrumbs?|menu"
    r"|nav\w*|side-?bar|tool-?bar|widget\w*|pop-?up|modal|overlay|tags|author-?bio|captions?|credits?|footer|toc"
    r"|sr-only|visually-hidden|tooltip)(?![a-z])",
    re.I,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TAGS = frozenset({"nav", "footer", "aside", "form", "dialog", "figure", "figcaption", "address", "article", "label"})
_ROLES = frozenset({"navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu"})
_CONTROLS = frozenset({"form", "input", "button", "select", "textarea"})
_LINES = frozenset({"p", "li", "blockquote", "dd", "dt", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_MOST_LINKED = 0.5
_TAKEN = 0.5
"""Of the signs of a box; one of which so many are known to be of the article is no offer, whatever it is called."""
_NEARLY_ALL = 0.85
"""Of what is known of the article; a stray line of it may stand elsewhere."""


class Boxes:
    """Tells which elements are inside of the article, by the blocks of the page that are known to be of it."""

    def __init__(self, root: "_Element", found: Sequence[Standing], known: frozenset[int]) -> None:
        # The list keeps the elements in memory, so that each is the same object whenever it is asked for.
        self._nodes = list(root.iter("*"))
        self._signs: dict[_Element, int] = defaultdict(int)
        self._linked: dict[_Element, int] = defaultdict(int)
        self._known: dict[_Element, int] = defaultdict(int)
        self._blocks: dict[_Element, int] = defaultdict(int)
        self._offers: set[_Element] = set()
        for number, each in enumerate(found):
            signs = len(each.block.text)
            self._signs[each.owner] += signs
            self._linked[each.owner] += each.linked
            # The headline may stand far from the text.
            if number in known and each.block.heading != 1:
                self._known[each.owner] += signs
                self._blocks[each.owner] += 1
            if each.block.heading and each.linked > _MOST_LINKED * signs:
                self._offers.add(each.owner)
        self._sum_up()
        home = self._home(root)
        self._around = {home, *home.iterancestors()}
        self._inside = set(home.iter("*"))
        self._out = self._left_out()

    def is_inside(self, node: "_Element") -> bool:
        """Whether an element is in the article, or is the one that holds it."""
        return node in self._inside and node not in self._out

    def is_words(self, node: "_Element") -> bool:
        """Whether at least half of what an element shows is no link."""
        return self._linked[node] <= _MOST_LINKED * self._signs[node]

    def _sum_up(self) -> None:
        for node in reversed(self._nodes):
            above = node.getparent()
            if above is None:
                continue
            for sums in (self._signs, self._linked, self._known, self._blocks):
                if node in sums:
                    sums[above] += sums[node]
            if node.tag in _CONTROLS or node in self._offers:
                self._offers.add(above)

    def _home(self, root: "_Element") -> "_Element":
        """Return the innermost element that holds nearly all that is known of the article."""
        home, enough = root, _NEARLY_ALL * self._known[root]
        while home_of := [node for node in home if self._blocks[node] > 1 and self._known[node] >= enough]:
            home = home_of[0]
        return home

    def _left_out(self) -> "set[_Element]":
        out: set[_Element] = set()
        for node in self._nodes:
            if node in self._around:
                continue
            is_article = self._known[node] > _TAKEN * self._signs[node]
            if node.getparent() in out or (not is_article and self._is_other(node)):
                out.add(node)
        return out

    def _is_other(self, node: "_Element") -> bool:
        if node.tag in _TAGS or (node.get("role") or "").lower() in _ROLES or not self.is_words(node):
            return True
        # A box with a field to fill in, or with a heading that is a link, offers something else than the article.
        if node in self._offers and not self._known[node] and node.tag not in _LINES:
            return True
        names = _HUMP.sub("-", f"{node.get('class') or ''} {node.get('id') or ''}")
        return kind_of(node) is not None or _OF_A_NAME.search(names) is not None
