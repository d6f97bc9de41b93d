"""Menus and window shortcuts, made from the table of actions."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.actions.action import Action, Menu, Where
from gui.actions.desktop import Desktop
from gui.key_names import cap


class Menus:
    """The QAction of each action, and the four menus. `refresh` greys what can't be done now."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        window = desktop.views.window
        self.actions = {action.id: self._make(action, window) for action in desktop.keymap.actions}
        self.menus = [self._menu(menu, window) for menu in Menu]
        desktop.keymap.changed.connect(self._rekey)
        self._rekey()
        self.refresh()

    def run(self, action_id: str) -> None:
        """Run an action as its menu entry would."""
        self.actions[action_id].trigger()

    def pop_up(self, action_ids: Sequence[str], at: QPoint) -> None:
        """Show some actions as a menu at a place of the screen; "" draws a line."""
        self.refresh()
        shown = QMenu(self._desktop.views.window)
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action_id in action_ids:
            shown.addAction(self.actions[action_id]) if action_id else shown.addSeparator()
        shown.popup(at)

    def refresh(self) -> None:
        """Look again what can be done now, and which choices hold."""
        for action in self._desktop.keymap.actions:
            made = self.actions[action.id]
            made.setEnabled(action.enabled(self._desktop))
            if action.checked is not None:
                made.setChecked(action.checked(self._desktop))

    def _make(self, action: Action, window: QWidget) -> QAction:
        made = QAction(action.title, window)
        made.setObjectName(action.id)
        made.setCheckable(action.checked is not None)
        made.setAutoRepeat(action.repeats)
        made.triggered.connect(lambda checked=False: self._run(action))
        if action.where is Where.WINDOW:
            window.addAction(made)
        return made

    def _rekey(self) -> None:
        """Give every entry the key that its action has now."""
        for action in self._desktop.keymap.actions:
            made = self.actions[action.id]
            made.setText(f"{action.title}\t{cap(action.keys[0])}" if action.keys else action.title)
            if action.where is Where.WINDOW:  # the keyboard looks others up while the text has the focus
                made.setShortcuts([QKeySequence(key) for key in action.keys])

    def _run(self, action: Action) -> None:
        action.run(self._desktop)
        if action.checked is not None:
            self.refresh()

    def _menu(self, menu: Menu, window: QWidget) -> QMenu:
        made = QMenu(menu.value, window)
        made.aboutToShow.connect(self.refresh)
        entries = [action for action in self._desktop.keymap.actions if action.menu is menu]
        for number, (part, actions) in enumerate(groupby(entries, key=lambda action: action.part)):
            if part.isdigit():
                if number:
                    made.addSeparator()
                target = made
            else:
                target = made.addMenu(part)
            for action in actions:
                target.addAction(self.actions[action.id])
        return made
