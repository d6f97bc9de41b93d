"""Moving: from quote to quote, from article to article, from pane to pane. Decides nothing."""

from bisect import bisect_left
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.model.records import Quote
from core.model.terms import State
from gui.actions.action import Action, Group, Menu, Where
from gui.actions.desktop import Desktop, on_article
from gui.selection import NO_EDGE, NO_GAP, Mode


def has_quotes(desktop: Desktop) -> bool:
    """Whether there is a quote of the article on show to go to."""
    return bool(desktop.models.article.quotes) and on_article(desktop)


def has_articles(desktop: Desktop) -> bool:
    """Whether there is an article to go to."""
    return bool(desktop.models.watch.documents.rows)


def go_on(desktop: Desktop) -> None:
    """Go to the next quote that nobody has checked, a doubtful one first if so chosen; say when none is left."""
    if desktop.settings["next_stop"] == "doubtful" and _select_first(desktop, desktop.models.article.is_doubtful):
        return
    if _select_first(desktop, lambda quote: not quote.checked):
        return
    count = len(desktop.models.article.quotes) - (1 if desktop.is_ghost else 0)
    if desktop.models.article.state is not State.COMPLETE:
        checked = "The one quote is checked" if count == 1 else f"All {count} quotes are checked"
        desktop.say(f"{checked}. {desktop.cap('complete')} completes the article.")


def next_quote(desktop: Desktop) -> None:
    """Go to the next quote."""
    _step(desktop, 1)


def previous_quote(desktop: Desktop) -> None:
    """Go to the quote before."""
    _step(desktop, -1)


def next_doubtful(desktop: Desktop) -> None:
    """Go to the next doubtful quote."""
    _to_doubtful(desktop, 1)


def previous_doubtful(desktop: Desktop) -> None:
    """Go to the doubtful quote before."""
    _to_doubtful(desktop, -1)


def next_candidate(desktop: Desktop) -> None:
    """Move the candidate cursor down."""
    _move_candidate(desktop, 1)


def previous_candidate(desktop: Desktop) -> None:
    """Move the candidate cursor up."""
    _move_candidate(desktop, -1)


def next_article(desktop: Desktop) -> None:
    """Open the next article of the queue."""
    _to_article(desktop, 1)


def previous_article(desktop: Desktop) -> None:
    """Open the article before."""
    _to_article(desktop, -1)


def next_unfinished(desktop: Desktop) -> bool:
    """Open the next article of the queue that is not complete; False when there is none.

    A queue that shows none stands for all articles.
    """
    documents, here = desktop.models.watch.documents, desktop.document_id
    order, after = list(desktop.views.queue.order()), desktop.views.queue.filtered.beside(here)[1]
    if not order:
        order, after = [row.id for row in documents.rows], documents.place_of(here) + 1
    following = (each for each in order[after:] + order[:after] if each != here and _is_unfinished(desktop, each))
    found = next(following, "")
    if found:
        desktop.models.selection.select_document(found)
    return bool(found)


def is_other_unfinished(desktop: Desktop) -> bool:
    """Whether the project has another article that is not complete, which the queue need not show."""
    here, rows = desktop.document_id, desktop.models.watch.documents.rows
    return any(row.id != here and row.state is not State.COMPLETE for row in rows)


def next_pane(desktop: Desktop) -> None:
    """Give the keys to the next pane."""
    _to_pane(desktop, 1)


def previous_pane(desktop: Desktop) -> None:
    """Give the keys to the pane before."""
    _to_pane(desktop, -1)


def back(desktop: Desktop) -> None:
    """Leave what was begun: the table of quotes, the live edge, "nobody", a second speaker; then to the text."""
    leave_table(desktop)
    selection = desktop.models.selection
    selection.choose_edge(NO_EDGE)
    if selection.mode in (Mode.NOBODY, Mode.SECOND):
        pick_first(desktop)
    desktop.views.article.hints.cancel()
    desktop.views.article.caret.end()
    desktop.views.article.unselect()
    desktop.to_text()


def pick_first(desktop: Desktop) -> None:
    """Have the digits and the cursor mean the quote's own speaker again."""
    selection = desktop.models.selection
    selection.set_mode(Mode.PICK)
    selection.select_candidate(desktop.models.candidates.place_of_speaker())


def leave_table(desktop: Desktop) -> None:
    """Go back from the table of all quotes to the article, if the table is shown."""
    if desktop.models.quotes.active:
        desktop.views.show_table(False)
        desktop.models.quotes.close()


def to_quote(desktop: Desktop, document_id: str, quote_id: str) -> None:
    """Open an article at a quote, if that still exists."""
    if document_id:
        desktop.models.selection.select_document(document_id)
    if desktop.models.article.quote(quote_id) is not None:
        desktop.models.selection.select_quote(quote_id)


def to_speaker(desktop: Desktop, speaker_id: str) -> None:
    """Go to the next quote of a speaker."""
    if not _select_first(desktop, lambda quote: quote.speaker_id == speaker_id):
        desktop.hint("This speaker has no other quote in the article.")


def _is_unfinished(desktop: Desktop, document_id: str) -> bool:
    row = desktop.models.watch.documents.row(document_id)
    return row is not None and row.state is not State.COMPLETE


def _from_here(desktop: Desktop, step: int) -> Iterator[Quote]:
    """Yield all other quotes, from the current one on and round the end."""
    quotes = desktop.models.article.quotes
    here = desktop.models.article.row_of(desktop.models.selection.quote_id)
    if here < 0:
        first = _beside_gap(desktop, step)
        yield from (quotes[(first + step * away) % len(quotes)] for away in range(len(quotes)))
        return
    for away in range(1, len(quotes)):
        yield quotes[(here + step * away) % len(quotes)]


def _beside_gap(desktop: Desktop, step: int) -> int:
    """Return the row to go to where no quote is current: beside the one that is no more, else the first or last."""
    quotes, gap = desktop.models.article.quotes, desktop.models.selection.gap
    if gap == NO_GAP:
        return 0 if step > 0 else len(quotes) - 1
    after = bisect_left(quotes, gap, key=lambda quote: quote.span.start)
    return after if step > 0 else after - 1


def _select_first(desktop: Desktop, wanted: Callable[[Quote], bool], step: int = 1) -> bool:
    for quote in _from_here(desktop, step):
        if wanted(quote) and not desktop.models.article.is_ghost(quote.id):
            desktop.models.selection.select_quote(quote.id)
            return True
    return False


def _step(desktop: Desktop, step: int) -> None:
    article, selection = desktop.models.article, desktop.models.selection
    here = article.row_of(selection.quote_id)
    row = here + step if here >= 0 else _beside_gap(desktop, step)
    if 0 <= row < len(article.quotes):
        selection.select_quote(article.quotes[row].id)


def _to_doubtful(desktop: Desktop, step: int) -> None:
    if not _select_first(desktop, desktop.models.article.is_doubtful, step):
        desktop.hint("No other doubtful quote is left in this article.")


def _move_candidate(desktop: Desktop, step: int) -> None:
    selection = desktop.models.selection
    if selection.mode in (Mode.PICK, Mode.SECOND):
        last = len(desktop.models.candidates.choices) - 1
        selection.select_candidate(max(0, min(last, selection.candidate + step)))


def _to_article(desktop: Desktop, step: int) -> None:
    order, here = desktop.views.queue.order(), desktop.document_id
    before, after = desktop.views.queue.filtered.beside(here)
    row = after if step > 0 else before
    if 0 <= row < len(order):
        if desktop.models.quotes.active:
            leave_table(desktop)
            desktop.to_text()
        desktop.models.selection.select_document(order[row])
    elif here in order:
        desktop.hint(f"This is the {'last' if step > 0 else 'first'} article that the queue shows.")
    elif order:
        desktop.hint(f"The queue shows no article {'after' if step > 0 else 'before'} this one.")
    else:
        desktop.hint("The queue shows no article. Clear its filter, or choose All above it.")


def _to_pane(desktop: Desktop, step: int) -> None:
    panes = [pane for pane in desktop.views.panes() if pane.isVisible()]
    if not panes:
        return
    focused = QApplication.focusWidget()
    here = next((n for n, pane in enumerate(panes) if pane is focused), -1 if step > 0 else 0)
    panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)


def _move(action_id: str, title: str, run: Callable[[Desktop], None], *keys: str) -> Action:
    return Action(action_id, title, run, Menu.VIEW, Group.MOVE, keys, enabled=has_quotes, part="1", repeats=True)


ACTIONS = (
    _move("next_quote", "Next quote", next_quote, "Right"),
    _move("previous_quote", "Previous quote", previous_quote, "Left"),
    _move("next_doubtful", "Next doubtful quote", next_doubtful, "Tab"),
    _move("previous_doubtful", "Previous doubtful quote", previous_doubtful, "Shift+Tab"),
    _move("next_candidate", "Next candidate", next_candidate, "Down"),
    _move("previous_candidate", "Previous candidate", previous_candidate, "Up"),
    Action(
        "next_article",
        "Next article",
        next_article,
        Menu.VIEW,
        Group.MOVE,
        ("Ctrl+PgDown",),
        Where.WINDOW,
        has_articles,
        "2",
    ),
    Action(
        "previous_article",
        "Previous article",
        previous_article,
        Menu.VIEW,
        Group.MOVE,
        ("Ctrl+PgUp",),
        Where.WINDOW,
        has_articles,
        "2",
    ),
    Action("next_pane", "Next pane", next_pane, Menu.VIEW, Group.MOVE, ("F6",), Where.WINDOW, part="3"),
    Action(
        "previous_pane", "Previous pane", previous_pane, Menu.VIEW, Group.MOVE, ("Shift+F6",), Where.WINDOW, part="3"
    ),
    Action("back", "Back to the text", back, Menu.VIEW, Group.MOVE, ("Esc",), Where.WINDOW, has_articles, "3"),
)
