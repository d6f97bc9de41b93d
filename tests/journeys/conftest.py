"""Journeys go through the real window on a real project file, with real keys and clicks."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.gui.frame import frame, made_project, start  # noqa: F401
