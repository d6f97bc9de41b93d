"""The frame's style sheet: the templates of `resources/themes` filled with the colours of a theme."""

from collections.abc import Callable
from string import Template

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from core.resources import resource
from gui.fonts import sans
from gui.theme import THEMES, Theme, tokens

SYSTEM = "system"
BODY = 13


def style_sheet(name: str) -> str:
    """Return the QSS of a theme; a colour role missing from the theme is an error at once."""
    parts = sorted(resource("themes").glob("*.qss"))
    return "\n".join(Template(part.read_text(encoding="utf-8")).substitute(tokens(name)) for part in parts)


def palette(name: str) -> QPalette:
    """Return the palette for what a style sheet does not reach: placeholders, selections, tool tips."""
    colours = {role: QColor(value) for role, value in tokens(name).items()}
    made = QPalette()
    roles = QPalette.ColorRole
    for role, token in (
        (roles.Window, "panel"),
        (roles.Base, "raised"),
        (roles.AlternateBase, "panel"),
        (roles.Button, "raised"),
        (roles.WindowText, "ink"),
        (roles.Text, "ink"),
        (roles.ButtonText, "ink"),
        (roles.PlaceholderText, "ink3"),
        (roles.Highlight, "selected"),
        (roles.HighlightedText, "ink"),
        (roles.Accent, "accent"),
        (roles.Link, "accent"),
        (roles.ToolTipBase, "raised"),
        (roles.ToolTipText, "ink"),
    ):
        made.setColor(role, colours[token])
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colours["off"])
    return made


def resolve(choice: str) -> str:
    """Return the theme for what is chosen in the settings; "system" follows the machine, light if it can't say."""
    if choice in THEMES:
        return choice
    scheme = QGuiApplication.styleHints().colorScheme().name.lower()
    return scheme if scheme in THEMES else THEMES[0]


def dress(application: QApplication, theme: Theme) -> Callable[[], None]:
    """Have the windows of an application follow the theme; return what puts it on the first time.

    Best called when the widgets are there: one after the other they would be fitted anew at each step of being put
    together.
    """

    def put_on() -> None:
        application.setPalette(palette(theme.name))
        QToolTip.setPalette(palette(theme.name))
        application.setStyleSheet(style_sheet(theme.name))

    application.setFont(sans(BODY))
    theme.changed.connect(put_on)
    return put_on
