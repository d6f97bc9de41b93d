"""The queue: in which order it stands, and which articles of it are shown."""

from gui.actions.action import Action, Group, Menu
from gui.actions.desktop import Desktop
from gui.actions.navigate import has_articles
from gui.actions.speakers import speaker_at_hand
from gui.models.queue_parts import Order, Show


def sort_by(desktop: Desktop, order: Order) -> None:
    """Put the queue in another order, now and the next time."""
    desktop.views.queue.sort_by(order)
    desktop.keep(queue_order=order.value)


def show_part(desktop: Desktop, show: Show) -> None:
    """Show a part of the queue, looked up where the queue itself can't tell."""
    queue = desktop.views.queue
    if show is Show.FLAGGED:
        queue.show_part(show, ids=desktop.bridge.queries.flagged_documents())
    elif show is Show.SPEAKER:
        _show_speaker(desktop)
    else:
        queue.show_part(show)


def _show_speaker(desktop: Desktop) -> None:
    speaker_id = speaker_at_hand(desktop)
    speaker = next((each for each in desktop.bridge.queries.speakers() if each.id == speaker_id), None)
    if speaker is None:
        desktop.hint("No speaker is chosen. Stand on a quote with a named speaker, or mark one in the list.")
        return
    ids = desktop.bridge.queries.documents_of(speaker.id)
    desktop.views.queue.show_part(Show.SPEAKER, f"With {speaker.name}", ids)


def _order(order: Order) -> Action:
    def run(desktop: Desktop) -> None:
        sort_by(desktop, order)

    def chosen(desktop: Desktop) -> bool:
        return desktop.views.queue.filtered.order is order

    name = f"order_{order.name.lower()}"
    return Action(name, order.value, run, Menu.VIEW, Group.FRAME, enabled=has_articles, part="Queue", checked=chosen)


def _part(show: Show) -> Action:
    def run(desktop: Desktop) -> None:
        show_part(desktop, show)

    def chosen(desktop: Desktop) -> bool:
        return desktop.views.queue.filtered.show_only is show

    name, title = f"show_{show.name.lower()}", f"Show: {show.value.lower()}"
    return Action(name, title, run, Menu.VIEW, Group.FRAME, enabled=has_articles, part="Queue", checked=chosen)


ACTIONS = (*(_order(order) for order in Order), *(_part(show) for show in Show))
