"""The table of all quotes: shown in the place of the article, left with Escape."""

from collections.abc import Sequence

from core.model.overview import QuoteRow
from gui.actions.action import Action, Group, Menu, Where
from gui.actions.bulk import bulk
from gui.actions.desktop import Desktop
from gui.actions.navigate import has_articles, leave_table, to_quote
from gui.dialogs.choose_speaker import ChooseSpeakerDialog


def show(desktop: Desktop) -> None:
    """Show all quotes, or go back to the article."""
    if desktop.models.quotes.active:
        leave(desktop)
        return
    desktop.models.quotes.open()
    desktop.views.show_table(True)
    desktop.views.table.begin(desktop.document_id, desktop.models.selection.quote_id)


def leave(desktop: Desktop) -> None:
    """Go back to the article."""
    leave_table(desktop)
    desktop.to_text()


def go_to(desktop: Desktop, document_id: str, quote_id: str) -> None:
    """Show a quote of the table in its article."""
    leave(desktop)
    to_quote(desktop, document_id, quote_id)


def change(desktop: Desktop, action: str, rows: Sequence[QuoteRow]) -> None:
    """Change the selected quotes as one step; for another speaker it asks for whom."""
    name = None
    if action == "speaker" and rows:
        speakers = desktop.bridge.queries.speakers()
        asked = ChooseSpeakerDialog(speakers, len(rows), desktop.theme, desktop.views.window)
        wanted = asked.exec()
        name = asked.chosen() if wanted else None
        asked.deleteLater()
        if not wanted:
            return
    bulk(desktop, action, rows, name)


ACTIONS = (
    Action("quote_table", "All quotes", show, Menu.VIEW, Group.MOVE, ("Ctrl+T",), Where.WINDOW, has_articles, "2"),
)
