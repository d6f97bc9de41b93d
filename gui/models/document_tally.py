"""How much of the project is done: kept up article by article, never counted anew at a key."""

from collections import Counter
from collections.abc import Iterable

from core.model.overview import DocumentRow, Progress
from gui.models.queue_parts import LOOKED_UP, Show

_COUNTED = tuple(show for show in Show if show not in LOOKED_UP)


class DocumentTally:
    """Figures over the articles that were added and not removed."""

    def __init__(self, rows: Iterable[DocumentRow] = ()) -> None:
        self._checked = self._total = self._doubtful = 0
        self._parts: Counter[Show] = Counter()
        for row in rows:
            self.add(row)

    @property
    def progress(self) -> Progress:
        """How many quotes are checked, of how many."""
        return Progress(checked=self._checked, total=self._total, doubtful=self._doubtful)

    def count(self, show: Show) -> int:
        """Return how many articles belong to a part of the queue; of one that has to be looked up that is not known."""
        return self._parts[show]

    def add(self, row: DocumentRow) -> None:
        """Count an article."""
        self._count(row, 1)

    def remove(self, row: DocumentRow) -> None:
        """Count an article no longer; it must be as it was when it was added."""
        self._count(row, -1)

    def _count(self, row: DocumentRow, sign: int) -> None:
        self._checked += sign * row.checked
        self._total += sign * row.total
        self._doubtful += sign * row.doubtful
        for show in _COUNTED:
            if show.holds(row):
                self._parts[show] += sign
