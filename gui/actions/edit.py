"""Undo and redo: from the project file, so also what was done yesterday."""

from core.model.change import Change
from gui.actions.action import Action, Group, Menu, Where
from gui.actions.desktop import Desktop
from gui.actions.navigate import pick_first, to_quote
from gui.models.steps import told
from gui.selection import Mode


def can_undo(desktop: Desktop) -> bool:
    """Whether there is a step to take back."""
    return desktop.models.watch.can_undo


def can_redo(desktop: Desktop) -> bool:
    """Whether there is a step to do again."""
    return desktop.models.watch.can_redo


def undo(desktop: Desktop) -> None:
    """Take the newest step back and go where it was."""
    _show(desktop, desktop.bridge.undo())


def redo(desktop: Desktop) -> None:
    """Do the step again that was taken back last, and go where it is."""
    _show(desktop, desktop.bridge.redo())


def revert(desktop: Desktop, revision: int) -> None:
    """Take one older step back by a new one."""
    _show(desktop, desktop.bridge.revert(revision))


def _show(desktop: Desktop, change: Change | None) -> None:
    if change is None:
        return
    desktop.say(told(change.code, change.words).sentence)
    here = desktop.document_id, desktop.models.selection.quote_id
    if here in change.quotes and desktop.quote is not None:
        # What the digits were asked for was taken back with the step, or is asked for again.
        pick_first(desktop)
        if desktop.is_ghost:
            desktop.models.selection.set_mode(Mode.REASON)
        return
    if not change.quotes and len(change.documents) == 1 and here[0] not in change.documents:
        desktop.models.selection.select_document(next(iter(change.documents)))
        return
    for document_id, quote_id in sorted(change.quotes, key=lambda each: (each[0] != here[0], each)):
        to_quote(desktop, document_id, quote_id)
        if desktop.quote is not None and desktop.models.selection.quote_id == quote_id:
            return  # a quote that the step took away is none to stand on


ACTIONS = (
    Action("undo", "Undo", undo, Menu.EDIT, Group.FRAME, ("Ctrl+Z",), Where.WINDOW, can_undo, "1"),
    Action("redo", "Redo", redo, Menu.EDIT, Group.FRAME, ("Ctrl+Shift+Z", "Ctrl+Y"), Where.WINDOW, can_redo, "1"),
)
