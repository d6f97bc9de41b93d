"""From a piece of HTML, as feeds carry it, to its words in paragraphs."""

import html
import re
from collections.abc import Iterator

from core.errors import BadInput
from core.formats.web.blocks import OF_HTML
from core.formats.web.spoken import spelled_out
from core.formats.web.tree import elements

_TAG_OR_SIGN = re.compile(r"</?[A-Za-z]|<!--")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_CELLS = frozenset({"td", "th"})
_BLOCKS = OF_HTML - _CELLS
_NO_WORDS = frozenset({"head", "script", "style", "template"})
_BREAK = "\n"
_MOST_TAGS = 200_000
"""A thousand pages of paragraphs; each tag takes a hundred times its length in memory."""


def words_of(piece: str, where: str) -> str:
    """Return the words of a piece of HTML, its paragraphs apart by an empty line; raises `BadInput` "where: reason".

    A piece without any tag is plain text with signs in it such as &amp;, and its lines stay as they are.
    """
    if not _TAG_OR_SIGN.search(piece):
        return html.unescape(piece)
    paragraphs: list[list[str]] = [[]]
    for part in _parts(piece, where):
        if part is None:
            paragraphs.append([])
        else:
            paragraphs[-1].append(part)
    joined = (_AROUND_BREAK.sub("\n", re.sub(" +", " ", "".join(parts))).strip(" \n") for parts in paragraphs)
    return "\n\n".join(words for words in joined if words)


def _parts(piece: str, where: str) -> Iterator[str | None]:
    """Yield words, line breaks, and None where a paragraph ends."""
    from lxml import etree

    if piece.count("<") > _MOST_TAGS:
        raise BadInput(f"{where}: holds more than {_MOST_TAGS:,} tags of HTML, too many for an article")
    root, is_cut_off = elements(piece, huge=True)
    if is_cut_off:
        raise BadInput(f"{where}: holds HTML that is nested too deeply to be read")
    if root is None:
        return
    spelled_out(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "start":
            yield from _before(tag, "" if tag in _NO_WORDS else element.text or "")
            if tag in _NO_WORDS:
                walk.skip_subtree()
        else:
            if tag in _BLOCKS:
                yield None
            if element is not root:
                yield _BLANKS.sub(" ", element.tail or "")


def _before(tag: str, words: str) -> Iterator[str | None]:
    if tag in _BLOCKS:
        yield None
    elif tag == "br":
        yield _BREAK
    elif tag in _CELLS:
        yield " "
    yield _BLANKS.sub(" ", words)
