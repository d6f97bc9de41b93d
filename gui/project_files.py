"""How a project's file is named."""

from pathlib import Path

SUFFIX = ".qdesk"


def is_project(path: Path) -> bool:
    """Whether a file is named as a project is, in whatever letters."""
    return path.suffix.lower() == SUFFIX
