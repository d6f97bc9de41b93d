"""The body of a Word document: its paragraphs with their styles, and a count of what is no running text."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MARKS = {"footnoteReference": "footnote", "endnoteReference": "endnote", "commentReference": "comment"}
_GONE = {"del": "tracked deletion", "moveFrom": "tracked deletion"}
_FRAMES = frozenset({f"{_WORD}drawing", f"{_WORD}pict", f"{_WORD}object", _ALTERNATIVES})
_PASSED_OVER = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "instrText", "delText", "sectPr"})


class WordParagraph(NamedTuple):
    """The words of a paragraph; `style` is the identifier of its style, None for the usual one."""

    words: str
    style: str | None


def paragraphs_of(body: "_Element", left_out: Counter[str]) -> Iterator[WordParagraph]:
    """Yield the paragraphs outside of tables and frames, with what was inserted and without what was deleted."""
    from lxml import etree

    walk = etree.iterwalk(body, events=("start",), tag=(f"{_WORD}p", f"{_WORD}tbl", *_FRAMES))
    for _, element in walk:
        if element.tag == f"{_WORD}p":
            # A break at the end, mostly of a page, parts nothing.
            yield WordParagraph("".join(_words(element, left_out)).strip("\n"), _style(element))
        elif element.tag == f"{_WORD}tbl":
            left_out["table"] += 1
        else:
            left_out["text box"] += holds_text(element)
        walk.skip_subtree()


def holds_text(part: "_Element") -> bool:
    """Whether there are words in it, as in no picture and in no empty header."""
    return any((text.text or "").strip() for text in part.iter(f"{_WORD}t"))


def _words(paragraph: "_Element", left_out: Counter[str]) -> Iterator[str]:
    from lxml import etree

    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        name = _name(element)
        if element.tag in _FRAMES:
            left_out["text box"] += holds_text(element)
            walk.skip_subtree()
        elif name in _GONE:
            left_out[_GONE[name]] += 1
            walk.skip_subtree()
        elif name == "r" and _is_hidden(element):
            left_out["hidden passage"] += 1
            walk.skip_subtree()
        elif name in _PASSED_OVER:
            walk.skip_subtree()
        elif name in _MARKS:
            left_out[_MARKS[name]] += 1
        elif name == "t":
            yield element.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]


def _name(element: "_Element") -> str:
    tag = str(element.tag)
    return tag.removeprefix(_WORD) if tag.startswith(_WORD) else ""


def _style(paragraph: "_Element") -> str | None:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    return None if style is None else style.get(f"{_WORD}val")


def _is_hidden(run: "_Element") -> bool:
    mark = run.find(f"{_WORD}rPr/{_WORD}vanish")
    return mark is not None and mark.get(f"{_WORD}val", "true") not in ("false", "0", "off")
