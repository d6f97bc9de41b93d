"""The record of an action, and the check that no two actions share a key."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from gui.actions.desktop import Desktop


class Where(Enum):
    """Where a key acts: in the article's text only, or in the whole window."""

    TEXT = "text"
    WINDOW = "window"


class Menu(Enum):
    """The menus on the bar; the value is their name."""

    PROJECT = "Project"
    EDIT = "Edit"
    VIEW = "View"
    HELP = "Help"


class Group(Enum):
    """The headings of the shortcut sheet."""

    DECIDE = "Decide"
    MOVE = "Move"
    CORRECT = "Correct"
    MARK = "Mark"
    FRAME = "Frame"


def always(desktop: Desktop) -> bool:
    """The condition of what can be done at any time."""
    return True


@dataclass(frozen=True)
class Action:
    """One thing a person can do. `keys` are Qt's names of keys; the first is the one that menus show.

    A key of one character acts by what is typed, whatever the keyboard. `part` groups neighbours in a menu; a name
    other than a number makes a menu of its own. `repeats`: holding the key goes on and on, for movement only.
    """

    id: str
    title: str
    run: Callable[[Desktop], None]
    menu: Menu
    group: Group
    keys: tuple[str, ...] = ()
    where: Where = Where.TEXT
    enabled: Callable[[Desktop], bool] = always
    part: str = "1"
    repeats: bool = False
    checked: Callable[[Desktop], bool] | None = None


def clashes(actions: Iterable[Action]) -> list[str]:
    """Return a sentence for each key that two actions claim; a text key also clashes with a window's."""
    owners: dict[str, list[str]] = defaultdict(list)
    for action in actions:
        for key in {key.casefold() for key in action.keys}:
            owners[key].append(action.id)
    return [f"{key}: {', '.join(ids)}" for key, ids in owners.items() if len(ids) > 1]
