"""The queue: in which order it stands, and which articles of it are shown."""

from collections.abc import Collection

from core.model.records import Speaker
from gui.actions.action import Action, Group, Menu
from gui.actions.desktop import Desktop
from gui.actions.navigate import has_articles
from gui.actions.speakers import speaker_at_hand
from gui.models.queue_parts import LOOKED_UP, Order, Show


def sort_by(desktop: Desktop, order: Order) -> None:
    """Put the queue in another order, now and the next time."""
    desktop.views.queue.sort_by(order)
    desktop.keep(queue_order=order.value)


def show_part(desktop: Desktop, show: Show) -> None:
    """Show a part of the queue, looked up where the queue itself can't tell."""
    if show is Show.SPEAKER:
        _show_speaker(desktop)
    else:
        desktop.views.queue.show_part(show, ids=_look_up(desktop, show))


def look_again(desktop: Desktop) -> None:
    """Take in what work has changed in a part of the queue that was looked up."""
    queue, article = desktop.views.queue, desktop.models.article.article
    show, speaker_id = queue.filtered.show_only, queue.filtered.speaker_id
    if show in LOOKED_UP and desktop.bridge.is_open:
        speaker = article.speakers.get(speaker_id) if article else None  # whoever gets a new name gets it here
        queue.put(_look_up(desktop, show, speaker_id), _with(speaker) if speaker else "")


def _look_up(desktop: Desktop, show: Show, speaker_id: str = "") -> Collection[str]:
    if show is Show.FLAGGED:
        return desktop.bridge.queries.flagged_documents()
    return desktop.bridge.queries.documents_of(speaker_id) if show is Show.SPEAKER else ()


def _with(speaker: Speaker) -> str:
    return f"With {speaker.name}"


def _show_speaker(desktop: Desktop) -> None:
    speaker_id = speaker_at_hand(desktop)
    speaker = next((each for each in desktop.bridge.queries.speakers() if each.id == speaker_id), None)
    if speaker is None:
        desktop.hint("No speaker is chosen. Stand on a quote with a named speaker, or mark one in the list.")
        return
    ids = _look_up(desktop, Show.SPEAKER, speaker.id)
    desktop.views.queue.show_part(Show.SPEAKER, _with(speaker), ids, speaker.id)


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
