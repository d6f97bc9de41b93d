"""Help: what can be done and by which keys, keys of one's own, and what this program is."""

from gui.actions.action import Action, Group, Menu, Where
from gui.actions.desktop import Desktop
from gui.dialogs.about import About
from gui.dialogs.keys import Keys
from gui.dialogs.shortcuts import Shortcuts
from gui.key_names import cap
from gui.models.keys import KeyRow
from gui.models.palette import Entry
from gui.views.command_palette import CommandPalette


def show_palette(desktop: Desktop) -> None:
    """Ask what shall be done, and do it."""
    entries = [
        Entry(action.id, action.title, action.menu.value, cap(action.keys[0]) if action.keys else "", can)
        for action in desktop.keymap.actions
        if action.id not in ("palette", "keys_by_sign")
        for can in [action.enabled(desktop)]
    ]
    asked = CommandPalette(entries, desktop.theme, desktop.views.window)
    asked.exec()
    asked.deleteLater()
    if asked.chosen:
        desktop.to_text()
        next(action for action in desktop.keymap.actions if action.id == asked.chosen).run(desktop)


def show_keys(desktop: Desktop) -> None:
    """Show every key there is."""
    from gui.actions.table import sheet

    shown = Shortcuts(sheet(desktop.keymap.actions), desktop.theme, desktop.views.window)
    shown.exec()
    shown.deleteLater()


def change_keys(desktop: Desktop) -> None:
    """Let a person choose keys of their own, and keep them."""
    keymap = desktop.keymap
    rows = [
        KeyRow(action.id, action.title, action.menu.value, action.keys, tuple(keymap.default(action.id).split()))
        for action in keymap.actions
    ]
    asked = Keys(rows, desktop.theme, desktop.views.window)
    wanted = asked.exec()
    asked.deleteLater()
    if wanted:
        own = asked.model.own()
        keymap.use(own)
        desktop.keep(keys=own)


def show_about(desktop: Desktop) -> None:
    """Show name, version and licences."""
    shown = About(desktop.theme, desktop.views.window)
    shown.exec()
    shown.deleteLater()


ACTIONS = (
    Action("palette", "Commands…", show_palette, Menu.HELP, Group.FRAME, ("Ctrl+K",), Where.WINDOW),
    Action("keys", "All keys", show_keys, Menu.HELP, Group.FRAME, ("F1",), Where.WINDOW),
    Action("keys_by_sign", "All keys (while reading)", show_keys, Menu.HELP, Group.FRAME, ("?",)),
    Action("change_keys", "Change keys…", change_keys, Menu.HELP, Group.FRAME),
    Action("about", "About Quotedesk", show_about, Menu.HELP, Group.FRAME, part="2"),
)
