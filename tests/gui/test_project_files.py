"""How a project's file is named."""

from pathlib import Path

import pytest

from gui.project_files import is_project


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("a.qdesk", True), ("A.QDESK", True), ("a b.QDesk", True), ("a.qdesk.txt", False), ("qdesk", False)],
)
def test_the_ending_tells_in_whatever_letters(name, wanted):
    assert is_project(Path(name)) is wanted
