"""The body of a Word document: its paragraphs with their styles, and a count of what is no running text."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from core.formats.prose.symbols import sign_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_MARKS = {"footnoteReference": "footnote", "endnoteReference": "endnote", "commentReference": "comment"}
_GONE = {"del": "tracked deletion", "moveFrom": "tracked deletion"}
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_CHUNK = f"{_WORD}altChunk"
_SYM = "sym"
_FRAMES = frozenset({f"{_WORD}drawing", f"{_WORD}pict", f"{_WORD}object", _ALTERNATIVES})
_PASSED_OVER = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "instrText", "delText", "sectPr"})


class WordParagraph(NamedTuple):
    """The words of a paragraph; `style` is the identifier of its style, None for the usual one."""

    words: str
    style: str | None


def paragraphs_of(body: "_Element", left_out: Counter[str]) -> Iterator[WordParagraph]:
    """Yield the paragraphs outside of tables and frames, with what was inserted and without what was deleted.

    A paragraph whose end was deleted goes on with the next one, which has the last word on its style, as in Word.
    """
    from lxml import etree

    begun = ""
    walk = etree.iterwalk(body, events=("start",), tag=(f"{_WORD}p", f"{_WORD}tbl", _CHUNK, *_FRAMES))
    for _, element in walk:
        if element.tag == f"{_WORD}p":
            begun += "".join(_words(element, left_out))
            if _goes_on(element):
                left_out["tracked deletion"] += 1
            else:
                # A break at the end, mostly of a page, parts nothing.
                yield WordParagraph(begun.strip("\n"), _style(element))
                begun = ""
        elif element.tag == f"{_WORD}tbl":
            left_out["table"] += 1
        elif element.tag == _CHUNK:
            left_out["inserted file"] += 1
        else:
            left_out["text box"] += holds_text(element)
        walk.skip_subtree()
    if begun:
        yield WordParagraph(begun.strip("\n"), None)


def holds_text(part: "_Element") -> bool:
    """Whether there are words in it, as in no picture and in no empty header."""
    return any((text.text or "").strip() for text in part.iter(f"{_WORD}t"))


def _words(paragraph: "_Element", left_out: Counter[str]) -> Iterator[str]:
    from lxml import etree

    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        name = _name(element)
        dropped = _dropped(element, name)
        if dropped is not None:
            if dropped:
                left_out[dropped] += 1
            walk.skip_subtree()
        elif name in _MARKS:
            left_out[_MARKS[name]] += 1
        elif name == _SYM:
            sign = sign_of(element.get(f"{_WORD}font") or "", element.get(f"{_WORD}char") or "")
            left_out["unknown sign"] += sign is None
            yield sign or ""
        elif name == "t":
            yield element.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]


def _dropped(element: "_Element", name: str) -> str | None:
    """Return what an element is that is left out with all in it; empty if that is not told, None if it stays."""
    if element.tag in _FRAMES:
        return "text box" if holds_text(element) else ""
    if element.tag == _FORMULA:
        return "formula"
    if name == "r" and _is_hidden(element):
        return "hidden passage"
    return "" if name in _PASSED_OVER else _GONE.get(name)


def _name(element: "_Element") -> str:
    tag = str(element.tag)
    return tag.removeprefix(_WORD) if tag.startswith(_WORD) else ""


def _goes_on(paragraph: "_Element") -> bool:
    """Whether the end of a paragraph was deleted, or moved elsewhere, while changes were tracked."""
    return any(paragraph.find(f"{_WORD}pPr/{_WORD}rPr/{_WORD}{name}") is not None for name in _GONE)


def _style(paragraph: "_Element") -> str | None:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    return None if style is None else style.get(f"{_WORD}val")


def _is_hidden(run: "_Element") -> bool:
    mark = run.find(f"{_WORD}rPr/{_WORD}vanish")
    return mark is not None and mark.get(f"{_WORD}val", "true") not in ("false", "0", "off")
