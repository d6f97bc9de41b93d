"""What a search of the project has found, as a list under the search box."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from core.model.overview import Found

HIT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
WHERE = {"text": "in the text", "speaker": "speaker", "comment": "comment"}


class FoundModel(QAbstractListModel):
    """One row a hit; what stands there is said by `WHERE`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Found] = []

    def show_hits(self, hits: "Sequence[Found]") -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many hits there are."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a hit, its excerpt, or a sentence for a screen reader."""
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == HIT:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.excerpt
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.title}, {WHERE[hit.where]}: {hit.excerpt}"
        return None
