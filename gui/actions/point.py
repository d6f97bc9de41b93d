"""Pointing without the mouse: letters over every quote and every mention in view."""

from collections.abc import Iterator

from core.model.records import Candidate
from core.model.spans import Span
from core.model.terms import Via
from gui.actions import annotate
from gui.actions.action import Action, Group, Menu
from gui.actions.desktop import Desktop, on_quote
from gui.actions.navigate import has_quotes
from gui.views.article.hints import Target


def point(desktop: Desktop) -> None:
    """Show letters: those of a quote make it the current one, those of a mention name whom the panel asks for."""
    article, view = desktop.models.article, desktop.views.article
    quotes = {quote.fragments[0]: quote.id for quote in article.quotes if not article.is_ghost(quote.id)}
    mentions = dict(_mentions(desktop)) if on_quote(desktop) else {}
    targets = [
        Target(span, quotes.get(span) or mentions[span], decides=span not in quotes)
        for span in view.spans_in_view([*quotes, *mentions])
    ]
    if not targets:
        desktop.hint(
            f"No quote and no name is in view. Scroll first, or press {desktop.cap('next_quote')} for the next quote."
        )
        return

    def take(value: object) -> None:
        if isinstance(value, str):
            desktop.models.selection.select_quote(value)
        elif isinstance(value, Candidate):
            desktop.by_key = True  # only letters lead here
            annotate.take(desktop, value, Via.DIGIT)
            desktop.by_key = False

    view.hints.begin(targets, take)
    desktop.hint("Type letters: a quote's to go there, a name's to answer who said it. Esc leaves.")


def _mentions(desktop: Desktop) -> Iterator[tuple[Span, Candidate]]:
    """Yield the words by which anybody is offered as a speaker, with whom they mean."""
    for quote in desktop.models.article.quotes:
        for candidate in quote.candidates:
            if candidate.mention is not None:
                yield candidate.mention, candidate


ACTIONS = (
    Action(
        "point", "Letters over quotes and names", point, Menu.VIEW, Group.MOVE, (";",), enabled=has_quotes, part="1"
    ),
)
