"""What the features of other people's layers say, by their names; and which of them say what no quote has room for."""

from collections.abc import Iterable, Iterator
from typing import Any

from core.formats.cas.graph import Node
from core.formats.standoff.likely import Role, identifier_of

PLACED = frozenset({"begin", "end", "sofa", "Governor", "Dependent"})
"""Features that say where an annotation stands."""

_NAMES = frozenset({"speaker", "speakername"})
_NAMES_OF_MENTIONS = _NAMES | {"name", "fullname", "canonicalname"}
_IDENTIFIERS = frozenset({"identifier", "externalid", "wikidata", "uri", "iri"})
_COMMENTS = frozenset({"comment", "note", "remark"})
_OF_QUOTES = (
    _NAMES
    | _COMMENTS
    | {"quoteid", "kind", "type", "quotetype", "speakerid", "speakertype", "status", "factuality", "notes", "flagged"}
    | {"unsure"}
)
_READ = {Role.QUOTE: _OF_QUOTES, Role.MENTION: _NAMES_OF_MENTIONS | _IDENTIFIERS}
_SAYING_NOTHING: tuple[Any, ...] = (None, "", False, "false", 0, "0", [])
"""What a feature holds that nobody filled in."""


def speaker_name(pieces: Iterable[Node]) -> str | None:
    """Return the name of the speaker that stands at a quote itself; a number there points at somebody."""
    return next((name for piece in pieces for name in _said(piece, _NAMES) if not name.isdigit()), None)


def name_of(mention: Node) -> str | None:
    """Return the name of the one whom a mention means."""
    return next((name for name in _said(mention, _NAMES_OF_MENTIONS) if not name.isdigit()), None)


def identifier_at(mention: Node) -> str | None:
    """Return the identifier of the one whom a mention means, as of a knowledge base."""
    return next((identifier_of(words) for words in _said(mention, _IDENTIFIERS)), None)


def comment_of(pieces: Iterable[Node]) -> str:
    """Return what was remarked at a quote."""
    return next((words for piece in pieces for words in _said(piece, _COMMENTS)), "")


def unread(node: Node, role: Role | None, links: Iterable[str] = ()) -> Iterator[str]:
    """Yield the features that say something and aren't read; `links` are those that point at parts of the quote."""
    read = _READ.get(role, frozenset()) if role else frozenset()
    for feature in sorted(node.values.keys() - PLACED - frozenset(links)):
        if _plain(feature) not in read and node.values[feature] not in _SAYING_NOTHING:
            yield feature


def _said(node: Node, names: frozenset[str]) -> Iterator[str]:
    """Yield what the features of these names say."""
    for feature in node.values:
        if _plain(feature) in names and (words := node.words(feature)):
            yield words


def _plain(feature: str) -> str:
    return feature.lower().replace("_", "")
