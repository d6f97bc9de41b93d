"""Reading the gaps: paragraphs without a quote that look as if somebody spoke in them."""

from typing import TYPE_CHECKING

from core.model.terms import State
from gui.actions.action import Action, Group, Menu
from gui.actions.desktop import Desktop
from gui.actions.navigate import has_articles, leave_table

if TYPE_CHECKING:
    from core.desk.gaps import Gap


def read_gaps(desktop: Desktop) -> None:
    """Go to the next such paragraph that was not read yet, else round to the first."""
    found = _gaps(desktop)
    if not found:
        desktop.hint("Every paragraph that looks like speech has a quote.")
        return
    if not _show_unread(desktop, found):
        _show(desktop, found, found[0])


def show_unread(desktop: Desktop) -> bool:
    """Go to the first paragraph that was not read in this article; False when none is left."""
    return _show_unread(desktop, _gaps(desktop))


def _show_unread(desktop: Desktop, found: "tuple[Gap, ...]") -> bool:
    read = desktop.read_gaps.setdefault(desktop.document_id, set())
    unread = next((gap for gap in found if gap.span not in read), None)
    if unread is None:
        return False
    read.add(unread.span)
    _show(desktop, found, unread)
    return True


def _gaps(desktop: Desktop) -> "tuple[Gap, ...]":
    from core.desk.gaps import gaps

    article = desktop.models.article
    return gaps(article.text, article.quotes) if article.article else ()


def _show(desktop: Desktop, found: "tuple[Gap, ...]", gap: "Gap") -> None:
    leave_table(desktop)
    desktop.to_text()
    desktop.models.selection.stand_at(gap.span.start)  # no key should decide on a quote that one is not looking at
    desktop.views.article.show_words(gap.span)
    place = f"Paragraph {found.index(gap) + 1} of {len(found)} without a quote"
    key = desktop.cap("complete" if desktop.models.article.state is not State.COMPLETE else "read_gaps")
    how = f"{desktop.cap('caret')} and {desktop.cap('new_quote')} make one. {key} goes on"
    desktop.hint(f"{place} looks like speech ({_in_marks(gap.words)}). Read it: {how}.")


def _in_marks(words: str) -> str:
    return f"“{words}”" if words[:1].isalpha() else words


ACTIONS = (
    Action("read_gaps", "Read the gaps", read_gaps, Menu.VIEW, Group.MOVE, ("R",), enabled=has_articles, part="1"),
)
