"""A sign is drawn in the theme's colour, and becomes another one when it is told to."""

from gui.sign import Sign
from gui.theme import Theme
from tests.gui.looks import seen, shown


def test_it_is_drawn_in_its_colour_and_follows_the_theme(qtbot):
    theme = Theme()
    sign = shown(qtbot, Sign("tick", "good", theme), 16, 16)
    assert seen(sign)[theme.colour("good").name()] > 4
    sign.show_sign("warning", "doubttext")
    assert seen(sign)[theme.colour("doubttext").name()] > 4
    theme.use("dark")
    assert seen(sign)[theme.colour("doubttext").name()] > 4
