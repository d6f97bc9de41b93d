"""The files of a folder that may be articles: not hidden ones, what is read along with another, our manifests, or parts
of a split that these say are empty.
"""

import os
from collections.abc import Iterable, Iterator, Set
from pathlib import Path, PurePath

import msgspec

from core.formats.registry import readers
from core.formats.source import LONGEST

MANIFEST_FORMAT = "quotedesk-manifest/1"
"""How the manifest of an export calls itself (`core/desk/manifest.py`)."""
MANIFEST_FILE = "manifest.json"
"""The name of the manifest in the folder of an export; beside a single file, what its name ends on."""
BEGINNING = 200
"""Bytes of a file that tell whether it is a manifest."""


class _Split(msgspec.Struct):
    articles: dict[str, int] = {}


class _Manifest(msgspec.Struct):
    split: _Split | None = None


def files_of(path: Path) -> Iterator[Path | None]:
    """Yield the files that a folder stands for, in the order of their names; folders in it are looked into, too.

    None comes now and then while a large one is walked through. What is no folder, or one without files, is itself.
    Linked folders are looked into as well; a link that leads nowhere is yielded, so that its reader tells it.
    """
    names: list[str] = []
    seen = {top := os.path.realpath(path)}
    for folder, inner, files in os.walk(path, followlinks=True):
        inner[:] = [name for name in sorted(inner) if is_shown(name) and _is_new(folder, name, top, seen)]
        inside = (os.path.join(folder, name) for name in filter(is_shown, files))
        names += [os.path.relpath(name, path) for name in inside if os.path.isfile(name) or _leads_nowhere(name)]
        yield None
    found = [path / name for name in without_companions(names)]
    manifests = {file: data for file in found if (data := _manifest(file)) is not None}
    empty = {part for file, data in manifests.items() for part in empty_parts(file, data)}
    yield from [file for file in found if file not in manifests and not is_of(file, empty)] or [path]


def _is_new(folder: str, name: str, top: str, seen: set[str]) -> bool:
    """Whether a folder was not met, and won't be: links to what is within the whole, or around them, go in circles."""
    inside = os.path.join(folder, name)
    real = os.path.realpath(inside)
    goes_round = _is_within(real, top) or _is_within(os.path.realpath(folder), real)
    if real in seen or (os.path.islink(inside) and goes_round):
        return False
    seen.add(real)
    return True


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(os.path.join(folder, ""))


def _leads_nowhere(name: str) -> bool:
    return os.path.islink(name) and not os.path.exists(name)


def is_manifest(name: str, beginning: bytes) -> bool:
    """Whether a file, by its name and first bytes, is what an export of ours says of itself."""
    return name.endswith(MANIFEST_FILE) and MANIFEST_FORMAT.encode() in beginning[:BEGINNING]


def _manifest(file: Path) -> bytes | None:
    """Return what an export of ours says of itself, if this file is that."""
    if not file.name.endswith(MANIFEST_FILE):
        return None
    try:
        with file.open("rb") as stream:  # by its name it is no project, so none of SQLite's locks is lost with it
            beginning = stream.read(BEGINNING)
            return beginning + stream.read(LONGEST) if is_manifest(file.name, beginning) else None
    except OSError:
        return None  # its reader says what is wrong


def empty_parts(manifest: PurePath, data: bytes) -> set[PurePath]:
    """Return the parts of a split that are empty by its manifest: names of files without their endings, or folders."""
    try:
        said = msgspec.json.decode(data, type=_Manifest)
    except msgspec.MsgspecError:
        return set()
    articles = said.split.articles if said.split else {}
    return {manifest.parent / part for part, count in articles.items() if not count}


def is_of(file: PurePath, parts: Set[PurePath]) -> bool:
    """Whether a file is one of these parts of a split, or is in the folder of one."""
    return not parts.isdisjoint((file.parent / file.name.partition(".")[0], file.parent))


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
