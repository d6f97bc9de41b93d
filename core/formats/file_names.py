"""Names of the files of a folder that are made of the ids of articles."""

from urllib.parse import quote

_LONGEST = 120
"""Longer names, with a suffix, are more than some file systems take."""


class FileNames:
    """Gives each line a stem of its own: the article's id and, if that is taken, the annotator's name after it."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def stem(self, id: str, annotator: str | None) -> str:
        """Return a stem that was not given before, also where capitals and small letters are the same."""
        plain = _encoded(id)
        wanted = plain if plain.lower() not in self._taken else f"{plain}.{_encoded(annotator or 'model')}"
        stem, number = wanted, 1
        while stem.lower() in self._taken:
            number += 1
            stem = f"{wanted}.{number}"
        self._taken.add(stem.lower())
        return stem


def _encoded(id: str) -> str:
    name = quote(id, safe=" ")[:_LONGEST]
    # A file whose name begins with a dot is hidden.
    return "%2E" + name[1:] if name.startswith(".") else name
