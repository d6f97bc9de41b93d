"""The colours of a theme by role and by speaker slot, read from `resources/themes/NAME.toml`."""

import tomllib
from functools import lru_cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from core.resources import resource

SLOTS = 7
THEMES = ("light", "dark", "contrast")


@lru_cache
def tokens(name: str) -> dict[str, str]:
    """Return the table of a theme: role to #RRGGBB, or #AARRGGBB for what one theme has and another hasn't."""
    return tomllib.loads(resource("themes", f"{name}.toml").read_text(encoding="utf-8"))


class Theme(QObject):
    """The theme in use. Whoever paints asks for colours while painting and repaints on `changed`."""

    changed = Signal()

    def __init__(self, name: str = "light", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._colours: dict[str, QColor] = {}
        self._lines: list[QColor] = []
        self._fills: list[QColor] = []
        self.use(name)

    @property
    def name(self) -> str:
        """The name of the theme in use."""
        return self._name

    def use(self, name: str) -> None:
        """Switch to another theme."""
        if name == self._name:
            return
        self._name = name
        self._colours = {role: QColor(value) for role, value in tokens(name).items()}
        self._lines, self._fills = ([self._colours[f"{kind}{slot}"] for slot in range(SLOTS + 1)] for kind in "st")
        self.changed.emit()

    def colour(self, role: str) -> QColor:
        """Return the colour of a role such as "ink" or "paper"."""
        return self._colours[role]

    def line(self, slot: int) -> QColor:
        """Return the line and name colour of a speaker slot; 0 is nobody, the eighth and later repeat 1 to 7."""
        return self._lines[fold(slot)]

    def fill(self, slot: int) -> QColor:
        """Return the fill colour of a speaker slot."""
        return self._fills[fold(slot)]


def fold(slot: int) -> int:
    """Map any slot to the seven colours that there are; 0 stays 0. A folded slot is shown with a ring chip."""
    return (slot - 1) % SLOTS + 1 if slot > 0 else 0
