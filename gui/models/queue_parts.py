"""Which articles the queue can show, and in which orders."""

from collections.abc import Collection
from enum import Enum

from core.model.overview import DocumentRow
from core.model.terms import State


class Show(Enum):
    """Which articles the queue shows. Those that are `LOOKED_UP` in the project are given by their ids."""

    ALL = "All"
    TO_DO = "To do"
    DOUBTFUL = "Doubtful"
    IN_WORK = "In work"
    COMPLETE = "Complete"
    FLAGGED = "Flagged"
    SPEAKER = "By speaker"

    def holds(self, row: DocumentRow, ids: Collection[str] = ()) -> bool:
        """Whether an article belongs to this part of the queue."""
        match self:
            case Show.TO_DO:
                return row.state is not State.COMPLETE
            case Show.DOUBTFUL:
                return row.doubtful > 0
            case Show.IN_WORK:
                return row.state is State.IN_WORK
            case Show.COMPLETE:
                return row.state is State.COMPLETE
            case Show.ALL:
                return True
            case _:
                return row.id in ids


CHIPS = (Show.ALL, Show.TO_DO, Show.DOUBTFUL)
"""The parts that are always at hand."""
LOOKED_UP = (Show.FLAGGED, Show.SPEAKER)


class Order(Enum):
    """In which order the queue stands; the value is what the button says."""

    IMPORT = "As imported"
    DOUBT = "Doubt first"
    DATE = "Newest first"
    TITLE = "By title"
    PROGRESS = "Most done first"

    def key(self, row: DocumentRow, place: int) -> tuple[object, ...]:
        """Return what to sort an article by; ties stay as they were imported."""
        match self:
            case Order.DOUBT:
                return row.state is State.COMPLETE, -row.doubtful, place
            case Order.DATE:
                return not row.date, _backwards(row.date or ""), place
            case Order.TITLE:
                return row.title.casefold(), place
            case Order.PROGRESS:
                share = row.checked / row.total if row.total else 0.0
                return row.state is State.COMPLETE, -share, place
            case _:
                return (place,)


def _backwards(date: str) -> tuple[int, ...]:
    """ISO dates as figures that sort the newest first."""
    return tuple(-ord(letter) for letter in date)
