"""Finding: words in the article that is shown and in all others."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from core.model.spans import Span
from gui.actions.action import Action, Group, Menu, Where
from gui.actions.desktop import Desktop
from gui.actions.navigate import has_articles, to_quote

if TYPE_CHECKING:
    from core.model.overview import Found


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
    desktop.models.found.show_hits(desktop.bridge.queries.search(words) if words.strip() else [])


def next_found(desktop: Desktop) -> None:
    """Go to the next place of the words that were looked for."""
    _step(desktop, forward=True)


def previous_found(desktop: Desktop) -> None:
    """Go to the place before."""
    _step(desktop, forward=False)


def to_found(desktop: Desktop, hit: "Found") -> None:
    """Open the article of a hit at its place, or at its quote."""
    desktop.to_text()
    to_quote(desktop, hit.document_id, hit.quote_id or "")
    view = desktop.views.article
    view.finding.again()
    if hit.start is not None:
        _show(desktop, view.finding.step(hit.start - 1, forward=True))


def _step(desktop: Desktop, *, forward: bool) -> None:
    view = desktop.views.article
    if not view.finding.words:
        begin_find(desktop)
        return
    span = view.selected_span()
    here = span.start if span else view.canvas.page.position_at(0, view.scrolling.top) - 1
    found = view.finding.step(here, forward=forward)
    if found is None:
        desktop.say(f"“{view.finding.words}” is nowhere in this article.")
        return
    desktop.to_text()
    _show(desktop, found)
    desktop.say(f"{view.finding.at + 1} of {len(view.finding.found)} in this article.")


def _show(desktop: Desktop, span: Span | None) -> None:
    if span is not None:
        desktop.views.article.show_words(span)


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
