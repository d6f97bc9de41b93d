"""The package of an EPUB: what is known of the book and in which order its documents are read."""

import posixpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from core.errors import BadInput
from core.formats.prose.about import day_of, language_of
from core.formats.xml_tree import xml_root
from core.formats.zipped import Zipped

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER, _LOCKS = "META-INF/container.xml", "META-INF/encryption.xml"
_TEXTS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


class Package(NamedTuple):
    """The book: fields of a quotedesk/1 line that all its chapters share, and the names of these in reading order."""

    fields: dict[str, str]
    chapters: list[str]


def package_of(book: Zipped, name: str) -> Package:
    """Return the package; raises `BadInput` if the archive is no EPUB, damaged or locked."""
    container = _parsed(book, _CONTAINER, name)
    place = next((node.get("full-path") for node in container.iter("{*}rootfile") if node.get("full-path")), None)
    if place is None:
        raise BadInput(f"{name}: is no EPUB, its {_CONTAINER} names no package")
    package = _parsed(book, place, name)
    chapters = _chapters(package, posixpath.dirname(place))
    if not chapters:
        raise BadInput(f"{name}: names no chapters")
    if _LOCKS in book and not _locked(book, name).isdisjoint(chapters):
        raise BadInput(f"{name}: is protected against copying (DRM), so that it can't be read")
    return Package(_fields(package), chapters)


def _parsed(book: Zipped, member: str, name: str) -> "_Element":
    from lxml import etree

    if member not in book:
        raise BadInput(f"{name}: is no EPUB, there is no {member} in it")
    try:
        return xml_root(book.bytes_of(member))
    except (etree.LxmlError, ValueError):
        raise BadInput(f"{name}: its {member} is damaged") from None


def _chapters(package: "_Element", folder: str) -> list[str]:
    items = {node.get("id"): node for node in package.iter("{*}item")}
    found = []
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or not item.get("href"):
            continue
        if item.get("media-type") in _TEXTS and "nav" not in (item.get("properties") or "").split():
            found.append(_inside(folder, item.get("href") or ""))
    return list(dict.fromkeys(found))


def _inside(folder: str, href: str) -> str:
    """Return the name of a member; one that would lead out of the archive is none of its names."""
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _locked(book: Zipped, name: str) -> set[str]:
    """Return the members that are encrypted; fonts often are, without any harm to the text."""
    root = _parsed(book, _LOCKS, name)
    return {_inside("", node.get("URI") or "") for node in root.iter("{*}CipherReference")}


def _fields(package: "_Element") -> dict[str, str]:
    def first(tag: str) -> str | None:
        words = (" ".join("".join(node.itertext()).split()) for node in package.iter(f"{{*}}{tag}"))
        return next((said for said in words if said), None)

    known = {
        "source": first("title"),
        "author": first("creator"),
        "language": language_of(first("language")),
        "date": day_of(first("date")),
        "publisher": first("publisher"),
    }
    return {key: value for key, value in known.items() if value}
