"""The part of the queue that is on show, in the order that was asked for."""

from bisect import bisect_left
from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from gui.models.documents import DocumentsModel, Index
from gui.models.queue_parts import Order, Show


class DocumentFilter(QAbstractListModel):
    """Rows are articles of `documents`.

    No proxy of Qt: that asks Python for every comparison, which of ten thousand articles takes half a second.
    """

    def __init__(self, documents: DocumentsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.documents = documents
        self.show_only = Show.ALL
        self.ids: frozenset[str] = frozenset()
        self.speaker_id = ""
        self.order = Order.IMPORT
        self._words: list[str] = []
        self._ranks: list[int] = []  # by the place of an article in the project
        self._shown: list[int] = []  # places, by rank
        documents.modelAboutToBeReset.connect(self.beginResetModel)
        documents.modelReset.connect(self._read)
        documents.dataChanged.connect(self._follow)
        self._rank()
        self._select()

    def choose(self, show: Show, ids: Collection[str] = (), speaker_id: str = "") -> None:
        """Show another part of the queue; `ids` are the articles of one that had to be looked up, by this speaker."""
        self.show_only, self.ids, self.speaker_id = show, frozenset(ids), speaker_id
        self._again()

    def put(self, ids: Collection[str]) -> None:
        """Take in which articles the part that was looked up has now: each stays, comes or goes, and none moves."""
        changed, self.ids = self.ids.symmetric_difference(ids), frozenset(ids)
        for place in map(self.documents.place_of, changed):
            if place >= 0:
                self._follow_one(place)

    def search(self, words: str) -> None:
        """Show only articles whose title or source has these words."""
        self._words = words.casefold().split()
        self._again()

    def sort_by(self, order: Order) -> None:
        """Stand in another order. Work on an article never moves it under one's hands: that is for the next time."""
        self.order = order
        self.beginResetModel()
        self._read()

    def index_of(self, document_id: str) -> QModelIndex:
        """Return where an article stands, an invalid index if it is not on show."""
        place = self.documents.place_of(document_id)
        row = self._row_of(place) if place >= 0 else -1
        return self.index(row) if row >= 0 else QModelIndex()

    def beside(self, document_id: str) -> tuple[int, int]:
        """Return the rows before and after an article, which has its place also while it is not on show."""
        place = self.documents.place_of(document_id)
        if place < 0:
            return -1, 0
        row = self._row_for(place)
        return row - 1, row if self._row_of(place) < 0 else row + 1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of articles on show."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what the article's row in the project says."""
        if not index.isValid():
            return None
        return self.documents.data(self.documents.index(self._shown[index.row()]), role)

    def _again(self) -> None:
        self.beginResetModel()
        self._select()
        self.endResetModel()

    def _read(self) -> None:
        """Take in other articles, or another order, after a reset has begun: with that of the articles, or here."""
        self._rank()
        self._select()
        self.endResetModel()

    def _rank(self) -> None:
        rows, key = self.documents.rows, self.order.key
        places = sorted(range(len(rows)), key=lambda place: key(rows[place], place))
        self._ranks = [0] * len(rows)
        for rank, place in enumerate(places):
            self._ranks[place] = rank

    def _select(self) -> None:
        places = filter(self._accepts, range(len(self.documents.rows)))
        self._shown = sorted(places, key=self._ranks.__getitem__)

    def _accepts(self, place: int) -> bool:
        row = self.documents.rows[place]
        if not self.show_only.holds(row, self.ids):
            return False
        if not self._words:
            return True
        named = f"{row.title} {row.source or ''}".casefold()
        return all(word in named for word in self._words)

    def _row_of(self, place: int) -> int:
        """Return the row of an article, -1 if it is not on show."""
        row = self._row_for(place)
        return row if row < len(self._shown) and self._shown[row] == place else -1

    def _row_for(self, place: int) -> int:
        """Return the row in which an article stands or would stand."""
        return bisect_left(self._shown, self._ranks[place], key=self._ranks.__getitem__)

    def _follow(self, first: Index, last: Index) -> None:
        """Take in what became of some articles: each stays, comes or goes, and none moves."""
        for place in range(first.row(), last.row() + 1):
            self._follow_one(place)

    def _follow_one(self, place: int) -> None:
        row, accepted = self._row_of(place), self._accepts(place)
        if row >= 0 and accepted:
            self.dataChanged.emit(self.index(row), self.index(row))
        elif row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()
        elif accepted:
            row = self._row_for(place)
            self.beginInsertRows(QModelIndex(), row, row)
            self._shown.insert(row, place)
            self.endInsertRows()
