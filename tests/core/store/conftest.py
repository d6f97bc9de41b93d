"""Projects that the tests of this room open."""

from tests.support.projects import desk, empty, project

__all__ = ["desk", "empty", "project"]
