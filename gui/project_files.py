"""How a project's file is named."""

from collections.abc import Iterable
from pathlib import Path

SUFFIX = ".qdesk"


def is_project(path: Path) -> bool:
    """Whether a file is named as a project is, in whatever letters."""
    return path.suffix.lower() == SUFFIX


def parted(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the projects among some files, and the others, which may be articles."""
    given = list(paths)
    return [path for path in given if is_project(path)], [path for path in given if not is_project(path)]
