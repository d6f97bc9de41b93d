"""The files that SQLite holds open in this process: nobody else here may open one of them, not even to look.

Where POSIX rules, a process that closes any handle of a file loses all its locks on it. SQLite would not know, and
another program would take the project for unused and delete its log, with all that was acknowledged in it.
"""

import os
from pathlib import Path
from weakref import WeakKeyDictionary

_held: WeakKeyDictionary[object, tuple[int, int]] = WeakKeyDictionary()
_BESIDE = ("-wal", "-shm")  # SQLite keeps locks on what stands beside the file, too


def hold(owner: object, path: Path) -> None:
    """Say that a file is open from now on, until `let_go` of the same owner."""
    _held[owner] = _identity(os.stat(path))


def let_go(owner: object) -> None:
    """Say that an owner has closed its file; more than once does no harm."""
    _held.pop(owner, None)


def is_held(path: Path) -> bool:
    """Whether a file is held by SQLite here, by whatever name it is called, or stands beside one that is."""
    of_project = next((path.with_name(path.name.removesuffix(end)) for end in _BESIDE if path.name.endswith(end)), path)
    try:
        return _identity(os.stat(of_project)) in _held.values()
    except (OSError, ValueError):
        return False


def _identity(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino
