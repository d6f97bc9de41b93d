"""How a project's file is named."""

from pathlib import Path

import pytest

from gui.project_files import is_project, parted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("a.qdesk", True), ("A.QDESK", True), ("a b.QDesk", True), ("a.qdesk.txt", False), ("qdesk", False)],
)
def test_the_ending_tells_in_whatever_letters(name, wanted):
    assert is_project(Path(name)) is wanted


def test_projects_and_others_are_parted_in_their_order():
    paths = [Path(name) for name in ("b.txt", "z.QDESK", "a.md", "a.qdesk")]
    assert parted(iter(paths)) == ([paths[1], paths[3]], [paths[0], paths[2]])
