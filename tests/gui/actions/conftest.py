"""The window for the tests of this room."""

from tests.gui.frame import frame, made_project, start  # noqa: F401
from tests.gui.texts import over, ten_thousand  # noqa: F401
