"""The texts of a folder by their checksums, to be joined with annotations that came without them."""

import os
from pathlib import Path

from core.errors import UserMistake
from core.formats.articles import articles
from core.formats.problems import Problems
from core.formats.reading import Reading


def texts_of(folder: Path, problems: Problems) -> dict[str, str]:
    """Return every text in a folder, of whatever format, by the sha256 of its UTF-8 bytes.

    Raises `UserMistake` if there is no such folder: without it, each annotation would be refused for want of its text.
    """
    if not os.path.exists(folder):
        raise UserMistake(f"There is no folder {folder} with texts. Nothing was taken and nothing was changed.")
    return {line.document.sha256: line.document.text for line in articles([folder], problems, Reading())}
