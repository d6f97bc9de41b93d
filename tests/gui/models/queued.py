"""Three articles of a queue, and what a list says of such ones."""

from PySide6.QtCore import QAbstractItemModel

from core.model.overview import DocumentRow
from core.model.terms import State

GAZETTE = {"source": "Gazette", "state": State.IN_WORK}
ROWS = (
    DocumentRow(id="a", title="Harbour closed", date="2024-05-01", checked=1, total=4, doubtful=2, **GAZETTE),
    DocumentRow(id="b", title="Market talks", state=State.COMPLETE, checked=3, total=3),
    DocumentRow(id="c", title="River talks", **GAZETTE),
)


def picture(queue: QAbstractItemModel) -> str:
    """Return the titles on show."""
    return " | ".join(queue.index(row, 0).data() for row in range(queue.rowCount()))
