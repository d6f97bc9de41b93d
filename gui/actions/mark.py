"""Marking: a flag, a doubt of one's own, a comment. None of them decides anything."""

from collections.abc import Callable

from gui.actions.action import Action, Group, Menu
from gui.actions.desktop import Desktop, on_quote


def flag(desktop: Desktop) -> None:
    """Put a flag on the quote, or take it off."""
    from core.commands.quotes import FlagQuote

    quote = desktop.quote
    if quote is not None:
        desktop.bridge.run(FlagQuote(document_id=desktop.document_id, quote_id=quote.id, flagged=not quote.flagged))


def unsure(desktop: Desktop) -> None:
    """Say that one is not sure of the quote, or that one is."""
    from core.commands.remarks import MarkSure

    quote = desktop.quote
    if quote is not None:
        desktop.bridge.run(MarkSure(document_id=desktop.document_id, quote_id=quote.id, sure=not quote.sure))


def begin_comment(desktop: Desktop) -> None:
    """Start writing a comment on the quote."""
    quote = desktop.quote
    if quote is not None:
        desktop.views.panel.comment_box.begin(quote.comment, (desktop.document_id, quote.id))


def comment(desktop: Desktop, words: str) -> bool:
    """Keep the comment that was written, on the quote that it was written about; False when that is refused."""
    from core.commands.remarks import CommentQuote

    box = desktop.views.panel.comment_box
    if words.strip() == box.before.strip():
        return True
    document_id, quote_id = box.about
    return desktop.bridge.run(CommentQuote(document_id=document_id, quote_id=quote_id, comment=words)) is not None


def _mark(action_id: str, title: str, run: Callable[[Desktop], None], key: str) -> Action:
    return Action(action_id, title, run, Menu.EDIT, Group.MARK, (key,), enabled=on_quote, part="4")


ACTIONS = (
    _mark("flag", "Flag or unflag", flag, "F"),
    _mark("unsure", "Unsure or sure", unsure, "W"),
    _mark("comment", "Comment…", begin_comment, "C"),
)
