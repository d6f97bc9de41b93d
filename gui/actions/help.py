"""Help: all keys on a sheet, and what this program is."""

from gui.actions.action import Action, Group, Menu, Where
from gui.actions.desktop import Desktop
from gui.dialogs.about import About
from gui.dialogs.shortcuts import Shortcuts


def show_keys(desktop: Desktop) -> None:
    """Show every key there is."""
    from gui.actions.table import sheet

    shown = Shortcuts(sheet(), desktop.theme, desktop.views.window)
    shown.exec()
    shown.deleteLater()


def show_about(desktop: Desktop) -> None:
    """Show name, version and licences."""
    shown = About(desktop.theme, desktop.views.window)
    shown.exec()
    shown.deleteLater()


ACTIONS = (
    Action("keys", "All keys", show_keys, Menu.HELP, Group.FRAME, ("F1",), Where.WINDOW),
    Action("keys_by_sign", "All keys (while reading)", show_keys, Menu.HELP, Group.FRAME, ("?",)),
    Action("about", "About Quotedesk", show_about, Menu.HELP, Group.FRAME, part="2"),
)
