"""The day of an article as its page states it: in its metadata or its address, never by a guess over its words."""

import re
from typing import TYPE_CHECKING

from core.formats.hushed import hushed
from core.formats.web.furniture import kind_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_OF_A_DAY = re.compile(r"date|time|publi|creat|issued|posted|modif", re.I)
_PUBLISHED = re.compile(r"\b(datePublished|dateCreated)\b")
_STATED = re.compile(r'"(datePublished|dateCreated)"\s*:\s*"([^"]{1,100})"')
_NUMBER = re.compile(r"\d+")
_MONTH = re.compile(r"[^\W\d]{3}")
_NAMES = ("name", "property", "itemprop", "http-equiv")
_LONGEST = 100
"""Signs of a day with its time, and of the line with the author and the day."""


def date_of(root: "_Element", url: str | None) -> str | None:
    """Return the day of publication as YYYY-MM-DD; None if the page doesn't state it."""
    stated = _statements(root)
    with hushed("trafilatura", "htmldate", "courlan"):
        from trafilatura import extract_metadata

        try:
            found = extract_metadata(
                stated, default_url=url, date_config={"original_date": True, "extensive_search": False}
            ).date
        # Strangers' words are read, so that anything may go wrong.
        except Exception:
            return None
    return str(found) if found else None


def _statements(root: "_Element") -> "_Element":
    """Return a page that holds what the given one states in its metadata about its day, and nothing else."""
    from lxml import etree, html

    made = html.document_fromstring("<html><head></head><body></body></html>")
    head, body = made
    for node in root.iter("meta"):
        names = {name: node.get(name, "") for name in _NAMES}
        content = node.get("content") or node.get("datetime") or ""
        if any(_OF_A_DAY.search(name) for name in names.values()) and _is_day(content):
            etree.SubElement(head, "meta", {name: said for name, said in names.items() if said} | {"content": content})
    for node in root.iter("script"):
        if node.get("type") == "application/ld+json":
            for name, day in _STATED.findall(node.text or ""):
                if _is_day(day):
                    etree.SubElement(head, "script", {"type": node.get("type", "")}).text = f'{{"{name}":"{day}"}}'
    if day := _shown(root):
        etree.SubElement(body, "time", {"datetime": day})
    return made


def _shown(root: "_Element") -> str | None:
    """Return the day that an element states: that of the publication, or else the first one that is not in a text."""
    first: str | None = None
    inside: set[_Element] = set()
    for node in root.iter("*"):
        above = node.getparent()
        if (above is not None and above in inside) or (node.tag != "time" and _is_other(node)):
            inside.add(node)
            continue
        day = node.get("datetime") or node.get("content") or ""
        if node.tag == "meta" or not _is_day(day):
            continue
        if node.get("pubdate") is not None or _PUBLISHED.search(node.get("itemprop") or ""):
            return day
        if node.tag == "time":
            first = first or day
    return first


def _is_other(node: "_Element") -> bool:
    """Whether an element is about something else than the article, or is a paragraph that may tell of any day."""
    if node.tag == "p" and sum(map(len, node.itertext())) > _LONGEST:
        return True
    return kind_of(node) not in (None, "byline")


def _is_day(words: str) -> bool:
    """Whether words tell a whole day; of a year or a month a day would be made up."""
    numbers = _NUMBER.findall(words) if len(words) <= _LONGEST else []
    least = 2 if _MONTH.search(words) else 3
    return len(numbers) >= least or any(len(number) == len("20240305") for number in numbers)
