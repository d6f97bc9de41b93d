"""What stands on a page besides running text: captions and pull quotes, which may be in it, and what is left out."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.formats.saying import counted
from core.formats.web.blocks import normal
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
}
_BY_CLASS = (
    (re.compile(r"\b(related|recommend\w*|trending|most-?read|read-?(?:more|next)|more-on)\b", re.I), "related list"),
    (re.compile(r"\b(share|social)\b", re.I), "share bar"),
    (re.compile(r"\b(ads?|advert\w*|sponsor\w*)\b", re.I), "advertisement"),
    (re.compile(r"\b(newsletter|subscri\w+|paywall)\b", re.I), "subscription offer"),
    (re.compile(r"\b(comments?|disqus_thread)\b", re.I), "comment list"),
    (re.compile(r"\b(cookie|consent)\b", re.I), "cookie notice"),
)
_NEVER = frozenset({"html", "body", "main", "article", "head"})
_INVISIBLE = frozenset({"script", "style", "noscript"})
_ENOUGH = 20


def zones_of(root: "_Element") -> Iterator[tuple[str, ZoneType]]:
    """Yield the words of each element that is a zone if the text holds them, and of each paragraph in it."""
    for node in root.iter("figcaption", "blockquote", "aside", "div", "iframe", "p", "span", "a", "address"):
        if (zone := _zone(node)) is not None:
            for part in (node, *node.iter("p")):
                if words := normal(" ".join(part.itertext())):
                    yield words, zone


def zone_of(block: str, known: dict[str, ZoneType]) -> ZoneType | None:
    """Return the zone that a block of the text is, by its words or, for a long one, by being part of a zone's."""
    words = normal(block)
    if words in known:
        return known[words]
    embeds = (whole for whole, zone in known.items() if zone is ZoneType.EMBED)
    return ZoneType.EMBED if len(words) >= _ENOUGH and any(words in whole for whole in embeds) else None


def left_out(root: "_Element", kept: frozenset[str]) -> str:
    """Say what of a page is not among the words that were kept, with numbers; empty if there is nothing to say.

    What stands inside of something that was left out is not told again.
    """
    counts: Counter[str] = Counter()
    inside: set[_Element] = set()
    for node in root.iter("*"):
        above = node.getparent()
        if above is not None and above in inside:
            inside.add(node)
        elif (kind := _kind(node)) and not _is_kept(node, kept):
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


def _kind(node: "_Element") -> str | None:
    if node.tag in _BY_TAG:
        return _BY_TAG[node.tag]
    if node.tag in _NEVER:
        return None
    zone = _zone(node)
    if zone is not None:
        return zone.value.replace("_", " ")
    classes = f"{node.get('class') or ''} {node.get('id') or ''}"
    return next((kind for pattern, kind in _BY_CLASS if pattern.search(classes)), None) if classes.strip() else None


def _is_kept(node: "_Element", kept: frozenset[str]) -> bool:
    if node.tag in _INVISIBLE:
        return False
    parts = [normal(" ".join(part.itertext())) for part in (node, *node.iter("p", "li"))]
    # What shows no words is not missed, and neither is what is in the text.
    return not parts[0] or any(part in kept for part in parts)
