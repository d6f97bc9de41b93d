"""Which keys an action has: those of the table, or a person's own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gui.actions.action import Action, clashes
from gui.key_names import cap


class Keymap(QObject):
    """The actions as they are now, with a person's own keys in the place of the table's.

    `own` maps an action's id to keys parted by spaces. Ids that the table does not have are passed over: an older or
    a newer program may have written them.
    """

    changed = Signal()

    def __init__(self, table: Iterable[Action], own: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = tuple(table)
        self.own: dict[str, str] = {}
        self.actions: tuple[Action, ...] = self._table
        self.use(own)

    def use(self, own: Mapping[str, str]) -> None:
        """Take other keys; where two actions would share one, the table's keys hold for all."""
        actions = with_own_keys(self._table, own)
        usable = not clashes(actions)
        self.own = dict(own) if usable else {}
        self.actions = actions if usable else self._table
        self.changed.emit()

    def cap(self, action_id: str) -> str:
        """Return what the first key of an action is called on a button, "" for none."""
        keys = next((action.keys for action in self.actions if action.id == action_id), ())
        return cap(keys[0]) if keys else ""

    def title(self, action_id: str) -> str:
        """Return what an action is called."""
        return next((action.title for action in self._table if action.id == action_id), action_id)

    def default(self, action_id: str) -> str:
        """Return the keys that the table gives an action, parted by spaces."""
        return next((" ".join(action.keys) for action in self._table if action.id == action_id), "")


def with_own_keys(table: Iterable[Action], own: Mapping[str, str]) -> tuple[Action, ...]:
    """Return the actions with a person's own keys."""
    return tuple(
        replace(action, keys=tuple(own[action.id].split())) if action.id in own else action for action in table
    )
