"""Rows of a foreign table that repeat an article for what further columns say of it, such as one quote a row."""

from collections.abc import Mapping

from core.formats.line.flaws import short
from core.formats.problems import Problems
from core.model.saying import listed, plural


class Repeats:
    """Tells the rows that have the id and the text of an earlier one, but other words in further columns."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, int], dict[str, int]] = {}
        self._columns: dict[str, None] = {}
        self._count = 0

    def has(self, id_: str, text: str, others: Mapping[str, str]) -> bool:
        """Take a row and say whether it is one of these; one without an id, or the same throughout, is none."""
        if not id_:
            return False
        said = {column: hash(words) for column, words in others.items()}
        first = self._first.setdefault((id_, hash(text)), said)
        differing = [column for column in first | said if first.get(column) != said.get(column)]
        self._columns |= dict.fromkeys(differing)
        self._count += bool(differing)
        return bool(differing)

    def tell(self, name: str, problems: Problems) -> None:
        """Say how many there were, and which columns were not read of them."""
        if self._count:
            columns = listed([f"“{short(column)}”" for column in self._columns])
            verb = "repeats" if self._count == 1 else "repeat"
            problems.note(
                f"{name}: {plural(self._count, 'row')} {verb} an earlier article with other words in {columns}; of "
                "each such article the first row was kept. Quotes are read from tables with Quotedesk’s own columns"
            )
