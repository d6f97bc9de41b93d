"""The window for the tests of this room, and a queue."""

import pytest

from gui.models.documents import DocumentsModel
from tests.gui.frame import frame, made_project, start  # noqa: F401
from tests.gui.models.queued import ROWS


@pytest.fixture
def documents():
    """The queue of three articles."""
    made = DocumentsModel()
    made.show_rows(list(ROWS))
    return made
