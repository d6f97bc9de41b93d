"""Whether a decision brings other quotes along."""

from gui.actions.action import Action, Group, Menu
from gui.actions.desktop import Desktop, on_quote


def switch_chain(desktop: Desktop) -> None:
    """Have the quotes that would follow follow, or not."""
    chain = desktop.models.chain
    chain.switch()
    if chain.on and not chain.followers:
        desktop.hint("Other quotes will follow as soon as you name another speaker.")
    elif not chain.followers:
        desktop.hint("No other quote would follow this decision.")


ACTIONS = (
    Action("chain", "Take along what follows", switch_chain, Menu.EDIT, Group.MARK, ("K",), enabled=on_quote, part="4"),
)
