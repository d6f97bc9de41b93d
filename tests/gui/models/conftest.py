"""The window for the tests of this room."""

from tests.gui.frame import frame, made_project, start  # noqa: F401
