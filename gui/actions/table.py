"""The table of all actions, and the sheet of their keys."""

from collections.abc import Mapping, Sequence

from gui.actions import (
    annotate,
    chain,
    correct,
    edit,
    find,
    gaps,
    help,  # noqa: A004 - the room of the Help menu
    mark,
    navigate,
    point,
    project,
    queue,
    quote_table,
    second,
    speakers,
    view,
)
from gui.actions.action import Action, Group
from gui.key_names import caps_of

TABLE: tuple[Action, ...] = (
    *project.ACTIONS,
    *edit.ACTIONS,
    *annotate.ACTIONS,
    *second.ACTIONS,
    *chain.ACTIONS,
    *mark.ACTIONS,
    *correct.ACTIONS,
    *speakers.ACTIONS,
    *find.ACTIONS,
    *navigate.ACTIONS,
    *point.ACTIONS,
    *quote_table.ACTIONS,
    *gaps.ACTIONS,
    *view.ACTIONS,
    *queue.ACTIONS,
    *help.ACTIONS,
)

_SCROLLING = (
    (("Page Up", "Page Down"), "Scroll by a page"),
    (("Home", "End"), "To the beginning or end"),
    (("Space",), "Scroll on"),
)


def sheet(actions: Sequence[Action] = TABLE) -> dict[str, list[tuple[Sequence[str], str]]]:
    """Return the keys by group, with the nine digits in one line."""
    rows: dict[str, list[tuple[Sequence[str], str]]] = {group.value: [] for group in Group}
    caps = {action.id: caps_of(action.keys) for action in actions}
    for action in actions:
        if action.id == "pick_1":
            rows[action.group.value].append(((_digits(caps, 9),), "Pick the speaker and go on"))
        elif action.id == "keys":
            rows[action.group.value].append(([*caps["keys_by_sign"], *caps["keys"]], action.title))
        elif action.keys and not action.id.startswith(("pick_", "keys_")):
            rows[action.group.value].append((caps[action.id], action.title))
    rows[Group.DECIDE.value] += [
        ((*caps["nobody"][:1], _digits(caps, 4)), "Not named: unnamed, several people, none, can't decide"),
        ((*caps["not_a_quote"][:1], _digits(caps, 5)), "Not a quote: scare quotes, title, not speech, span, duplicate"),
    ]
    rows[Group.MOVE.value] += _SCROLLING
    return {group: entries for group, entries in rows.items() if entries}


def _digits(caps: Mapping[str, Sequence[str]], last: int) -> str:
    """Return what the keys are called that pick the first few rows."""
    first, *_, end = (caps[f"pick_{number}"][:1] or ["—"] for number in range(1, last + 1))
    return f"{first[0]}–{end[0]}"
