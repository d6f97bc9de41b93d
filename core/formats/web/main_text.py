"""The main text of a page as trafilatura finds it, its paragraphs apart even where there are few of them."""

from itertools import islice
from typing import TYPE_CHECKING, Any

from core.formats.hushed import hushed
from core.formats.web.blocks import blocks, normal
from core.formats.web.standing import standing

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHORT = 20
"""Signs from which on a text is taken for an article at the second try."""
_NEARLY_ALL = 0.8
"""Of the signs of a block that are those of blocks of the page."""
_FIRST = 10
"""Blocks that are looked at: where everything was taken, there are few."""
_MOST_SIGNS = 200_000_000
"""Signs that are looked through for a block."""


def main_text(page: str, root: "_Element") -> Any:
    """Return what trafilatura makes of the page, or None.

    Of a page with less than some 250 signs in paragraphs it takes everything, menus too, and makes one paragraph of it;
    such a page is read again as one that may be short.
    """
    found = _extraction(page)
    if not _is_run_together(found, root):
        return found
    again = _extraction(page, shortest=_SHORT)
    is_better = again is not None and any(blocks(again.body)) and not _is_run_together(again, root)
    return again if is_better else found


def _extraction(page: str, shortest: int | None = None) -> Any:
    """Call trafilatura, which reads strangers' bytes, so that anything may go wrong."""
    with hushed("trafilatura", "htmldate", "courlan", "justext", "readability"):
        from trafilatura import bare_extraction
        from trafilatura.settings import DEFAULT_CONFIG, use_config

        config = DEFAULT_CONFIG if shortest is None else use_config()
        if shortest is not None:
            config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(shortest))
        try:
            # Its own search for a date takes any number for one, and is slow.
            dates = {"extensive_search": False}
            found = bare_extraction(
                page,
                with_metadata=True,
                include_comments=False,
                include_tables=True,
                date_extraction_params=dates,
                config=config,
            )
        except Exception:
            return None
    return None if getattr(found, "body", None) is None else found


def _is_run_together(found: Any, root: "_Element") -> bool:
    """Whether a block of a text is made of several of the page's."""
    if found is None:
        return False
    page = {normal(each.block.text) for each in standing(root)}
    for block in islice(blocks(found.body), _FIRST):
        text = normal(block.text)
        if text in page or len(text) * len(page) > _MOST_SIGNS:
            continue
        inside = [words for words in page if words in text]
        if len(inside) > 1 and sum(map(len, inside)) >= _NEARLY_ALL * len(text):
            return True
    return False
