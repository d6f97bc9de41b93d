"""The articles of a corpus folder: one file in the inline markup each, its id the file's stem."""

import os
from collections.abc import Iterator
from pathlib import Path

from core.errors import BadInput
from core.formats.inline.reading import read
from core.formats.source import unreadable
from core.model.records import AnnotatedDocument

SUFFIX = ".inline"


def articles(folder: Path) -> Iterator[AnnotatedDocument]:
    """Yield the articles of a folder by id; raises `BadInput` that names the file of the first wrong one."""
    yield from map(article, article_files(folder))


def article_files(folder: Path) -> list[Path]:
    """Return the files of a folder's articles by id, none if there is no folder; raises `BadInput` if it is closed."""
    try:
        return sorted(folder / name for name in os.listdir(folder) if name.endswith(SUFFIX))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise BadInput(unreadable(folder, error)) from error


def article(path: Path) -> AnnotatedDocument:
    """Return one article; raises `BadInput` that names the file."""
    try:
        return read(path.read_bytes().decode("utf-8"), path.stem)
    except OSError as error:
        raise BadInput(unreadable(path.name, error)) from None
    except UnicodeDecodeError as error:
        raise BadInput(f"{path.name}: is not UTF-8 (byte {error.start})") from None
    except BadInput as error:
        raise BadInput(f"{path.name}: {error}") from None
