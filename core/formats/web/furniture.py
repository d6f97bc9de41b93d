"""What stands on a page besides running text: captions and pull quotes, which may be in it, and what is left out."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from core.formats.web.blocks import normal
from core.model.saying import counted
from core.model.terms import ZoneType

if TYPE_CHECKING:
    from lxml.etree import _Element

_PULL = re.compile(r"pull-?_?quote", re.I)
_EMBED = re.compile(
    r"\b(twitter-tweet|twitter-video|instagram-media|fb-post|tiktok-embed|bluesky-embed|mastodon-embed)\b"
)
_BYLINE = re.compile(r"(^|[-_ ])(byline|author-?name)([-_ ]|$)", re.I)
_BY_TAG = {
    "nav": "menu",
    "footer": "footer",
    "script": "script",
    "style": "style sheet",
    "form": "form",
    "iframe": "embedded frame",
    "aside": "side column",
    "figcaption": "caption",
    "noscript": "no-script note",
    "dialog": "dialog",
}
_BY_CLASS = (
    (re.compile(r"\b(related|recommend\w*|trending|most-?read|read-?(?:more|next)|more-on)\b", re.I), "related list"),
    (re.compile(r"\b(share|social)\b", re.I), "share bar"),
    (re.compile(r"\b(ads?|advert\w*|sponsor\w*)\b", re.I), "advertisement"),
    (re.compile(r"\b(newsletter|subscri\w+|paywall)\b", re.I), "subscription offer"),
    (re.compile(r"\b(comments?|disqus_thread)\b", re.I), "comment list"),
    (re.compile(r"cookie|\bconsent|\bgdpr", re.I), "cookie notice"),
)
_DIALOGS = frozenset({"dialog", "alertdialog"})
_NEVER = frozenset({"html", "body", "main", "article", "head"})
_INVISIBLE = frozenset({"script", "style", "noscript"})
_ENOUGH = 20
_LONGEST = 20_000
"""Characters of a caption, a quote or an embed; what is longer is a part of the page."""
_EMBEDS = 200_000
"""Characters of all embeds in which a block is looked for."""


def zones_of(root: "_Element") -> Iterator[tuple[str, ZoneType]]:
    """Yield the words of each element that is a zone if the text holds them, and of each paragraph in it."""
    zones: dict[_Element, ZoneType] = {}
    for node in root.iter("*"):
        own, above = _zone(node), node.getparent()
        zone = own or (zones.get(above) if above is not None else None)
        if zone is not None:
            zones[node] = zone
            if (own or node.tag == "p") and (words := _words(node, _LONGEST)):
                yield words, zone


class Zones:
    """Tells a block of the text that is a zone, by the words of those on the page."""

    def __init__(self, known: Mapping[str, ZoneType]) -> None:
        self._known = known
        self._embeds = "\n".join(words for words, zone in known.items() if zone is ZoneType.EMBED)[:_EMBEDS]

    def zone_of(self, block: str) -> ZoneType | None:
        """Return the zone that a block is, by its words or, for a long one, by being part of an embed's."""
        words = normal(block)
        if words in self._known:
            return self._known[words]
        return ZoneType.EMBED if len(words) >= _ENOUGH and words in self._embeds else None


def left_out(root: "_Element", kept: frozenset[str]) -> str:
    """Say what of a page is not among the words that were kept, with numbers; empty if there is nothing to say.

    What stands inside of something that was left out is not told again.
    """
    counts: Counter[str] = Counter()
    inside: set[_Element] = set()
    is_kept = _kept(root, kept)
    for node in root.iter("*"):
        above = node.getparent()
        if above is not None and above in inside:
            inside.add(node)
        elif (kind := kind_of(node)) and not is_kept(node):
            counts[kind] += 1
            inside.add(node)
    return counted(counts)


def _zone(node: "_Element") -> ZoneType | None:
    classes = node.get("class") or ""
    if node.tag == "figcaption":
        return ZoneType.CAPTION
    if node.tag == "iframe" or (node.tag == "blockquote" and _EMBED.search(classes)):
        return ZoneType.EMBED
    if node.tag in ("blockquote", "aside", "div") and _PULL.search(classes):
        return ZoneType.PULL_QUOTE
    if node.tag in ("p", "span", "div", "a", "address") and (_BYLINE.search(classes) or node.get("rel") == "author"):
        return ZoneType.BYLINE
    return None


def kind_of(node: "_Element") -> str | None:
    """Return what an element is besides running text, in the words it is told with; None for anything else."""
    if node.tag in _BY_TAG:
        return _BY_TAG[node.tag]
    if node.tag in _NEVER:
        return None
    zone = _zone(node)
    if zone is not None:
        return zone.value.replace("_", " ")
    classes = f"{node.get('class') or ''} {node.get('id') or ''}"
    if classes.strip() and (found := next((kind for pattern, kind in _BY_CLASS if pattern.search(classes)), None)):
        return found
    return "dialog" if node.get("role") in _DIALOGS else None


def _kept(root: "_Element", kept: frozenset[str]) -> "Callable[[_Element], bool]":
    """Return what tells whether an element, or a paragraph or an item in it, is in the text."""
    longest = max(map(len, kept), default=0)
    holders: set[_Element] = set()
    for part in root.iter("p", "li"):
        if part not in holders and _words(part, longest) in kept:
            node: _Element | None = part
            while node is not None and node not in holders:
                holders.add(node)
                node = node.getparent()

    def is_kept(node: "_Element") -> bool:
        if node.tag in _INVISIBLE or node in holders:
            return node.tag not in _INVISIBLE
        words = _words(node, longest)
        # What shows no words is not missed.
        return words == "" or words in kept

    return is_kept


def _words(node: "_Element", most: int) -> str | None:
    """Return the words of an element, or None if they are more than so many characters; nested ones share theirs."""
    words: list[str] = []
    size = 0
    for part in node.itertext():
        words += (more := part.split())
        size += sum(map(len, more))
        if size > most:
            return None
    return " ".join(words)
