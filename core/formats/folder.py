"""The files of a folder that may be articles: neither hidden ones nor what is read along with another file."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from core.formats.registry import readers


def files_of(path: Path) -> Iterator[Path | None]:
    """Yield the files that a folder stands for, in the order of their names; folders in it are looked into, too.

    None comes now and then while a large one is walked through. What is no folder, or one without files, is itself.
    """
    names: list[str] = []
    for folder, inner, files in os.walk(path):
        inner[:] = filter(is_shown, inner)
        inside = (os.path.join(folder, name) for name in filter(is_shown, files))
        names += [os.path.relpath(name, path) for name in inside if os.path.isfile(name)]
        yield None
    yield from [path / name for name in without_companions(names)] or [path]


def is_shown(name: str) -> bool:
    """Whether neither a file, by its name in a folder, nor a folder that it stands in is hidden."""
    return not any(part.startswith(".") for part in PurePath(name).parts)


def without_companions(names: Iterable[str]) -> list[str]:
    """Return the names of a folder's files, less those that are read along with another one."""
    listed = sorted(names)
    along: set[str] = set()
    for reader in readers():
        companions = getattr(reader, "companions", None)
        if companions is not None:
            along |= {other for name in listed for other in companions(name)}
    return [name for name in listed if name not in along]
