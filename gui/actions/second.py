"""Somebody who says it too: A shows the candidates as second speakers; A again changes how they stand to the first."""

from typing import Any

from core.model.records import Candidate
from core.model.spans import Span
from core.model.terms import Relation, Via
from gui.actions.action import Action, Group, Menu
from gui.actions.desktop import Desktop, on_quote
from gui.actions.navigate import pick_first
from gui.models.candidates import is_meant
from gui.selection import Mode

_ORDER = tuple(Relation)


def begin_second(desktop: Desktop) -> None:
    """Ask for a second speaker; pressed again, for one who stands in another relation."""
    selection = desktop.models.selection
    if desktop.quote is None:
        return
    if selection.mode is not Mode.SECOND:
        selection.set_mode(Mode.SECOND)
        selection.select_candidate(-1)  # nobody stands under the cursor until an arrow key is pressed
    else:
        following = _ORDER[(_ORDER.index(selection.relation) + 1) % len(_ORDER)]
        selection.set_mode(Mode.SECOND, following)


def take_second(desktop: Desktop, candidate: Candidate) -> None:
    """Add a candidate as a second speaker, or take away one who is that already."""
    quote = desktop.quote
    if quote is None:
        return
    relation = desktop.models.selection.relation
    same = [
        one.relation is relation and is_meant(candidate, one.speaker_id, one.speaker_name)
        for one in quote.more_speakers
    ]
    if True in same:
        remove_second(desktop, same.index(True))
    elif candidate.speaker_id:
        add_second(desktop, candidate.speaker_id, candidate.name, candidate.mention, via=Via.DIGIT)
    else:
        _add(desktop, Via.DIGIT, description=candidate.name, mention=candidate.mention)


def add_second(desktop: Desktop, speaker_id: str | None, name: str, mention: Span | None, *, via: Via) -> None:
    """Add a speaker in the relation that was asked for, and go back to the first one."""
    _add(desktop, via, speaker_id=speaker_id, name=None if speaker_id else name, mention=mention)


def _add(desktop: Desktop, via: Via, **who: Any) -> None:
    from core.commands.second_speakers import AddSecondSpeaker

    selection = desktop.models.selection
    document_id, quote_id, act = desktop.document_id, selection.quote_id, desktop.act(via)
    command = AddSecondSpeaker(document_id=document_id, quote_id=quote_id, relation=selection.relation, act=act, **who)
    if desktop.bridge.run(command) is not None:
        pick_first(desktop)


def remove_second(desktop: Desktop, place: int) -> None:
    """Take a second speaker away; `place` counts from 0."""
    from core.commands.second_speakers import RemoveSecondSpeaker

    selection = desktop.models.selection
    command = RemoveSecondSpeaker(
        document_id=desktop.document_id, quote_id=selection.quote_id, place=place, act=desktop.act(Via.DIGIT)
    )
    if desktop.bridge.run(command) is not None:
        pick_first(desktop)


ACTIONS = (
    Action(
        "second_speaker", "Second speaker…", begin_second, Menu.EDIT, Group.DECIDE, ("A",), enabled=on_quote, part="2"
    ),
)
