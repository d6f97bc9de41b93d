"""What a page says of quotations by its elements alone: the marks that `q` stands for, and who said a block quote."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAIRS = (("“", "”"), ("‘", "’"))
_MARKS = ("“", "„", "«", "‹", "‘", "‚", "»", "›", '"', "'")


def spelled_out(root: "_Element") -> bool:
    """Write the marks of each `q`, and make the footer of a block quote a paragraph of it; whether any was there.

    Browsers show these marks, nested ones as single ones; where somebody typed them too, they are not doubled.
    """
    footers = [node for node in root.iter("footer") if _is_in_block_quote(node)]
    for node in footers:
        node.tag = "p"
    quotes = _quotes(root)
    for node, depth in quotes:
        if not _is_marked(node):
            before, after = _PAIRS[depth % len(_PAIRS)]
            node.text = before + (node.text or "").lstrip()
            _end_with(node, after)
    for node, _ in quotes:
        node.tag = "span"
    return bool(footers or quotes)


def _is_in_block_quote(node: "_Element") -> bool:
    above = node.getparent()
    return above is not None and above.tag == "blockquote"


def _quotes(root: "_Element") -> "list[tuple[_Element, int]]":
    """Return each `q`, and in how many others it stands."""
    from lxml import etree

    found: list[tuple[_Element, int]] = []
    depth = 0
    for event, node in etree.iterwalk(root, events=("start", "end"), tag="q"):
        if event == "start":
            found.append((node, depth))
        depth += 1 if event == "start" else -1
    return found


def _is_marked(node: "_Element") -> bool:
    previous, above = node.getprevious(), node.getparent()
    before = previous.tail if previous is not None else above.text if above is not None else None
    return (before or "").endswith(_MARKS) or (node.text or "").lstrip().startswith(_MARKS)


def _end_with(node: "_Element", mark: str) -> None:
    if len(node):
        node[-1].tail = (node[-1].tail or "").rstrip() + mark
    else:
        node.text = (node.text or "").rstrip() + mark
