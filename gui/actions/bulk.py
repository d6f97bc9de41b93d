"""Many quotes at once: what the table of all quotes asks for becomes one step, and one undo."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.model.overview import QuoteRow
from core.model.terms import Kind, Status, Via
from gui.actions.desktop import Desktop
from gui.models.names import Name

if TYPE_CHECKING:
    from core.commands.command import Command

KINDS = {f"kind_{kind.value}": kind for kind in Kind}
_IDLE = {
    "accept": "checked already",
    "flag": "flagged already",
    "unflag": "not flagged",
    **{action: f"{kind.value} already" for action, kind in KINDS.items()},
}
_DONE = {
    "accept": "accepted",
    "flag": "flagged",
    "unflag": "no longer flagged",
    "not_a_quote": "marked as not a quote",
    **{action: f"now {kind.value}, still to be confirmed" for action, kind in KINDS.items()},
}


def bulk(desktop: Desktop, action: str, rows: Sequence[QuoteRow], name: Name | None = None) -> None:
    """Do one thing to all these quotes that it would change, and say to how many; `name` is whom "speaker" sets."""
    if action == "speaker" and name is None:
        desktop.hint("No speaker was named. Nothing was changed.")
        return
    if not rows:
        desktop.hint("No quote is selected. Nothing was changed. Select some rows first.")
        return
    wanted = [row for row in rows if _changes(action, row, name)]
    if action == "speaker" and name is not None:
        idle, done = f"checked as {name.text} already", f"now by {name.text}"
    else:
        idle, done = _IDLE.get(action, ""), _DONE[action]
    if not wanted:
        desktop.hint(f"{_are(rows)} {idle}. Nothing was changed.")
    elif _run(desktop, [_command(action, row, name) for row in wanted]):
        left = len(rows) - len(wanted)
        rest = f" {left:,} {'was' if left == 1 else 'were'} {idle}." if left else ""
        desktop.say(f"{_are(wanted)} {done}.{rest} {desktop.cap('undo')} takes it back.")


def _changes(action: str, row: QuoteRow, name: Name | None) -> bool:
    if action == "accept":
        return row.status is Status.SUGGESTED
    if action in ("flag", "unflag"):
        return row.flagged != (action == "flag")
    if action == "speaker" and name is not None:
        same = row.speaker_id == name.speaker_id if name.speaker_id else row.speaker_name == name.text
        return row.status is Status.SUGGESTED or not same
    return action not in KINDS or KINDS[action] is not row.kind


def _command(action: str, row: QuoteRow, name: Name | None) -> "Command":
    from core.commands.attribution import AcceptSuggestion, AssignSpeaker
    from core.commands.command import Act
    from core.commands.quotes import FlagQuote, SetKind
    from core.commands.review import RejectQuote

    document_id, quote_id, act = row.document_id, row.quote_id, Act(via=Via.BULK)
    if action == "speaker" and name is not None:
        text = None if name.speaker_id else name.text
        return AssignSpeaker(document_id=document_id, quote_id=quote_id, speaker_id=name.speaker_id, name=text, act=act)
    if action in KINDS:
        return SetKind(document_id=document_id, quote_id=quote_id, kind=KINDS[action], act=act)
    made: dict[str, Callable[[], Command]] = {
        "accept": lambda: AcceptSuggestion(document_id=document_id, quote_id=quote_id, act=act),
        "flag": lambda: FlagQuote(document_id=document_id, quote_id=quote_id, flagged=True),
        "unflag": lambda: FlagQuote(document_id=document_id, quote_id=quote_id, flagged=False),
        "not_a_quote": lambda: RejectQuote(document_id=document_id, quote_id=quote_id, act=act),
    }
    return made[action]()


def _run(desktop: Desktop, commands: "Sequence[Command]") -> bool:
    from core.commands.bulk import InBulk

    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        return desktop.bridge.run(InBulk(commands=tuple(commands))) is not None
    finally:
        QApplication.restoreOverrideCursor()


def _are(rows: Sequence[QuoteRow]) -> str:
    return "1 quote is" if len(rows) == 1 else f"{len(rows):,} quotes are"
