"""RSS and Atom feeds that were saved as files: one article an entry. Read only; nothing is ever fetched."""

import html
import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from email.utils import parsedate
from pathlib import Path
from time import struct_time
from typing import Any, BinaryIO

from core.errors import BadInput
from core.formats.decoding import UTF8, decoded
from core.formats.line.decoding import decode_object
from core.formats.line.flaws import short
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.formats.web.piece import words_of
from core.formats.xml_tree import xml_root
from core.model.records import AnnotatedDocument

Entry = dict[str, Any]

_MOST_ELEMENTS, _MOST_ATTRIBUTES = 100_000, 200
_FIRST_ELEMENT = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)[\s/>]")
_NAMESPACES = {
    b"rss": b"",
    b"feed": b"http://www.w3.org/2005/Atom",
    b"RDF": b"http://purl.org/rss/1.0/",
}
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_BARE_AND = re.compile(r"&(?!(?:#\d+|#x[0-9A-Fa-f]+|\w+);)")
_ENTITY = re.compile(r"&(?!(?:lt|gt|amp|quot|apos);)(\w+);")


class Feed:
    """Reads the content of each entry or, where there is none, its summary; HTML in it becomes paragraphs."""

    name = "feed"
    suffixes = (".rss", ".atom", ".xml")
    title = "Feed (RSS, Atom)"

    def recognises(self, head: bytes) -> bool:
        """Whether a file's first element is that of a feed."""
        found = _FIRST_ELEMENT.search(head := head.replace(b"\0", b""))
        return found is not None and _NAMESPACES.get(found[1], b"\0") in head

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield an article for each entry that has words; raises `BadInput` if the file is no feed in sound XML."""
        reading = reading or Reading.at_this_moment()
        with opened(source) as file:
            found = _parsed(_clean(file, problems), file.name)
            if not found["entries"]:
                problems.note(f"{file.name}: is a feed without articles")
            for number, entry in enumerate(found["entries"], 1):
                where = f"{file.name}, entry {number}"
                try:
                    raw = _line(entry, found["feed"], where) | {"id": _id(entry) or f"{file.id}-{number}"}
                    yield decode_object(raw, where=where, reading=reading)
                except BadInput as error:
                    problems.note(str(error))


def _clean(file: Source, problems: Problems) -> bytes:
    """Return the file as XML in UTF-8 without entities, which could stand for gigabytes or for files.

    What is not well-formed is refused as a whole: of a feed that breaks off, the last entry would be half an article.
    """
    from lxml import etree

    data = file.whole()
    if not data.strip():
        raise BadInput(f"{file.name}: is empty")
    try:
        root = xml_root(data)
    except etree.XMLSyntaxError:
        text, encoding = decoded(data, file.name)
        if encoding != UTF8:
            problems.remark(f"{file.name}: read as {encoding}")
        try:
            root = xml_root(_mended(text).encode())
        except etree.XMLSyntaxError as error:
            raise BadInput(f"{file.name}: is not well-formed XML (line {error.lineno})") from None
    _check_size(root, file.name)
    return bytes(etree.tostring(_marked(_spelled_out(root, file.name)), encoding="utf-8", with_tail=False))


def _spelled_out(root: Any, name: str) -> Any:
    """Return the same with signs in the place of their names, such as &nbsp;; other entities are refused."""
    from lxml import etree

    if next(root.iter(etree.Entity), None) is None:
        return root
    written = etree.tostring(root, encoding="unicode", with_tail=False)
    return xml_root(_ENTITY.sub(lambda found: _sign(found, name), written).encode())


def _marked(root: Any) -> Any:
    """Return the same with HTML unescaped in CDATA: each &lt; would reach the feed's parser as a piece of its own."""
    from lxml import etree

    for element in root.iter(etree.Element):
        if element.text and "<" in element.text and "]]>" not in element.text:
            element.text = etree.CDATA(element.text)
    return root


def _check_size(root: Any, name: str) -> None:
    for count, node in enumerate(root.iter()):
        if count == _MOST_ELEMENTS:
            raise BadInput(f"{name}: has more than {_MOST_ELEMENTS:,} elements; split it into smaller files")
        if len(node.attrib) > _MOST_ATTRIBUTES:
            raise BadInput(f"{name}: has an element with more than {_MOST_ATTRIBUTES} attributes, so it is no feed")


def _mended(text: str) -> str:
    """Return XML without what most often makes it unsound: an & by itself, and the names of signs that HTML has."""
    text = _DECLARATION.sub("", text, count=1)
    return _ENTITY.sub(lambda found: html.unescape(found[0]), _BARE_AND.sub("&amp;", text))


def _sign(found: re.Match[str], name: str) -> str:
    sign = html.unescape(found[0])
    if sign == found[0]:
        raise BadInput(f"{name}: uses {found[0]}, an abbreviation of its own (an XML entity); these are not read")
    return sign


def _parsed(data: bytes, name: str) -> Any:
    import feedparser

    try:
        # As a stream, since bytes by themselves might be taken for the name of a file.
        found = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # Any kind: it trusts elements to hold what their names say.
        raise BadInput(f"{name}: can't be read as a feed") from error
    if not found.get("version"):
        first = str(xml_root(data).tag).rpartition("}")[2]
        raise BadInput(
            f"{name}: is XML with {short(first)} as its first element, and no feed (RSS or Atom); other XML can't be "
            "read. Save the article as .txt, .docx or .html"
        )
    return found


def _line(entry: Entry, feed: Entry, where: str) -> dict[str, Any]:
    """Return what an entry says, in the shape of a line."""
    url = str(entry.get("link") or "")
    line = {
        "text": _text(entry, where),
        "title": " ".join(_words(entry.get("title_detail"), where).split()) or None,
        "source": " ".join(_words(feed.get("title_detail"), where).split()) or None,
        "url": url if url.startswith(("http://", "https://")) else None,
        "date": _day(entry),
        "language": entry.get("language") or feed.get("language") or None,
    }
    return line | ({"author": str(entry["author"])} if entry.get("author") else {})


def _text(entry: Entry, where: str) -> str:
    """Return the first content that has words, the summary after all contents."""
    given = [*entry.get("content", ()), entry.get("summary_detail")]
    return next((words for one in given if (words := _words(one, where)).strip()), "")


def _words(given: Entry | None, where: str) -> str:
    kind, value = str((given or {}).get("type", "")), str((given or {}).get("value", ""))
    if kind == "text/plain":
        return value
    return words_of(value, where) if "html" in kind else ""


def _day(entry: Entry) -> str | None:
    """Return the day as it is written, which is the publisher's; that of UTC may be the one before or after it."""
    # Asked as a plain dictionary, since feedparser's own one gives the one for the other, with a warning.
    name = next((name for name in ("published", "updated") if dict.get(entry, f"{name}_parsed")), None)
    if name is None:
        return None
    moment: struct_time = entry[f"{name}_parsed"]
    utc = date(moment.tm_year, moment.tm_mon, moment.tm_mday)
    written = _written_day(str(dict.get(entry, name) or ""))
    # What is further from it was written in a way that only the feed's parser understands.
    return str(written if written and abs(written - utc) <= timedelta(days=1) else utc)


def _written_day(words: str) -> date | None:
    try:
        if _ISO_DAY.match(words.strip()):
            return date.fromisoformat(words.strip()[:10])
        found = parsedate(words)
        return date(*found[:3]) if found else None
    except (ValueError, OverflowError):
        return None


def _id(entry: Entry) -> str:
    return str(entry.get("id") or entry.get("link") or "").strip()
