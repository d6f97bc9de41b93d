"""Finding: words in the article that is shown and in all others."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from core.model.spans import Span
from gui.actions.action import Action, Group, Menu, Where
from gui.actions.desktop import Desktop
from gui.actions.navigate import has_articles, leave_table, to_quote
from gui.models.found import WHERE

if TYPE_CHECKING:
    from core.model.overview import Found

_WORD = re.compile(r"\w+|\S")


def begin_find(desktop: Desktop) -> None:
    """Start typing what to look for; selected words stand there already. In the table of quotes it filters."""
    if desktop.models.quotes.active:
        desktop.views.table.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        desktop.views.table.filter.selectAll()
        return
    article = desktop.models.article
    span = desktop.views.article.selected_span()
    words = " ".join(article.text[slice(*span)].split())[:80] if span else ""
    desktop.views.toolbar.search.begin(words)


def look_for(desktop: Desktop, words: str) -> None:
    """Frame the words in the article, and list where the project has them."""
    desktop.views.article.finding.look_for(words)
    wanted = words.strip() and desktop.bridge.is_open
    hits = desktop.bridge.queries.search(words) if wanted else []
    desktop.models.found.show_hits(hits)
    if wanted and not hits and not desktop.views.article.finding.found:
        desktop.hint(f"“{words.strip()}” is nowhere in the project.")


def next_found(desktop: Desktop) -> None:
    """Go to the next place of the words that were looked for."""
    _step(desktop, forward=True)


def previous_found(desktop: Desktop) -> None:
    """Go to the place before."""
    _step(desktop, forward=False)


def to_found(desktop: Desktop, hit: "Found") -> None:
    """Open the article of a hit at its place, or at its quote, and give it the keys."""
    leave_table(desktop)
    desktop.to_text()
    _show(desktop, hit)


def _show(desktop: Desktop, hit: "Found") -> None:
    to_quote(desktop, hit.document_id, hit.quote_id or "")
    desktop.views.article.finding.again()
    place = _place_at(desktop, hit.start) if hit.start is not None else None
    if place is not None:
        desktop.views.article.show_words(place)


def _place_at(desktop: Desktop, start: int) -> Span | None:
    """The words of a hit, or the one word there: they may stand apart, or be spelled in another way.

    None where only the title has them.
    """
    found = desktop.views.article.finding.step(start - 1, forward=True)
    if found is not None and found.start == start:
        return found
    word = _WORD.match(desktop.models.article.text, start) if start else None
    return Span(*word.span()) if word else None


def go_on(desktop: Desktop) -> None:
    """Go to the next place, the keys staying where words are typed: Enter again goes on again, and decides nothing.

    Where the article does not have the words as they were typed, it is the first hit in the project.
    """
    hits = desktop.models.found.hits
    if desktop.views.article.finding.found or not hits:
        _step(desktop, forward=True, takes_keys=False)
        return
    leave_table(desktop)
    _show(desktop, hits[0])
    desktop.hint(f"Hit 1 of {len(hits)} in the project ({WHERE[hits[0].where]}).")


def _step(desktop: Desktop, *, forward: bool, takes_keys: bool = True) -> None:
    view = desktop.views.article
    if not view.finding.words:
        begin_find(desktop)
        return
    span = view.selected_span()
    here = span.start if span else view.canvas.page.position_at(0, view.scrolling.top) - 1
    found = view.finding.step(here, forward=forward)
    if found is None:
        listed = f" {desktop.cap('find')} lists where its words are." if desktop.models.found.hits else ""
        desktop.hint(f"“{view.finding.words}” is nowhere in the text of this article.{listed}")
        return
    leave_table(desktop)
    if takes_keys:
        desktop.to_text()
    view.show_words(found)
    desktop.hint(f"{view.finding.at + 1} of {len(view.finding.found)} in this article.")


ACTIONS = (
    Action("find", "Find…", begin_find, Menu.EDIT, Group.FRAME, ("Ctrl+F",), Where.WINDOW, has_articles, "5"),
    Action("find_next", "Find next", next_found, Menu.EDIT, Group.FRAME, ("F3",), Where.WINDOW, has_articles, "5"),
    Action(
        "find_previous",
        "Find previous",
        previous_found,
        Menu.EDIT,
        Group.FRAME,
        ("Shift+F3",),
        Where.WINDOW,
        has_articles,
        "5",
    ),
)
