"""The queue: the project's name, a filter, and its articles."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from gui.icons import icon
from gui.models.documents import ROW, DocumentFilter, DocumentsModel, Show
from gui.selection import Selection
from gui.theme import Theme
from gui.views.article_row import ArticleRow
from gui.views.chips import Chips
from gui.views.dropping import dropped_paths
from gui.views.key_button import KeyButton
from gui.views.listing import Listing

WIDTH = 252


class Queue(QWidget):
    """Choosing a row makes its article the current one; files dropped here are added."""

    add_asked = Signal()
    files_dropped = Signal(list)

    def __init__(self, documents: DocumentsModel, selection: Selection, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("queue")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.setAcceptDrops(True)
        self._documents = documents
        self._selection = selection
        self._theme = theme
        self.filtered = DocumentFilter(documents, self)
        self._build()
        documents.modelReset.connect(self._refresh)
        documents.dataChanged.connect(lambda *_: self._refresh())
        selection.document_changed.connect(lambda document_id: self._mark())
        theme.changed.connect(self._colour)
        self._refresh()

    def name_project(self, name: str) -> None:
        """Show the project's name."""
        self.title.setText(name)

    def order(self) -> Sequence[str]:
        """Return the ids of the articles on show, from top to bottom."""
        rows = range(self.filtered.rowCount())
        return [self.filtered.index(row, 0).data(ROW).id for row in rows]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the dropped files on."""
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_paths(event.mimeData()))

    def _build(self) -> None:
        self.title = QLabel()
        self.title.setProperty("text_role", "title")
        self.filter = QLineEdit(placeholderText="Filter articles")
        self.filter.setAccessibleName("Filter articles by title or source")
        self._glass = QAction(self)
        self.filter.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._colour()
        self.filter.textChanged.connect(self._search)
        self.chips = Chips([show.value for show in Show], self._theme)
        self.chips.chosen.connect(self._choose)
        self.list = Listing("Articles of the project")
        self.list.setModel(self.filtered)
        self.list.setItemDelegate(ArticleRow(self._theme, self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.chosen.connect(self._open)
        self.list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.list.setAccessibleName("Articles of the project")
        self.empty = QLabel("No article is in this part of the queue.")
        self.empty.setWordWrap(True)
        self.empty.setProperty("text_role", "note")
        self.add = KeyButton("Add articles…", "", self._theme, icon="plus")
        self.add.clicked.connect(self.add_asked)
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(14, 12, 14, 6)
        top.setSpacing(8)
        for widget in (self.title, self.filter, self.chips, self.empty):
            top.addWidget(widget)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        rule = QFrame()
        rule.setProperty("rule", "across")
        column.addWidget(rule)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 10, 12, 10)
        foot.addWidget(self.add)
        column.addLayout(foot)

    def _choose(self, place: int) -> None:
        self.filtered.choose(list(Show)[place])
        self._refresh()

    def _search(self, words: str) -> None:
        self.filtered.search(words)
        self._refresh()

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None:
            self._selection.select_document(row.id)

    def _refresh(self) -> None:
        for place, show in enumerate(Show):
            self.chips.say(place, f"{show.value} {self._documents.count(show)}")
        self.empty.setVisible(self.filtered.rowCount() == 0)
        self._mark()

    def _mark(self) -> None:
        place = self._documents.place_of(self._selection.document_id)
        index = self.filtered.mapFromSource(self._documents.index(place)) if place >= 0 else QModelIndex()
        if index != self.list.currentIndex():
            self.list.setCurrentIndex(index)

    def _colour(self) -> None:
        self._glass.setIcon(icon("search", self._theme.colour("ink3")))


def project_name(path: Path) -> str:
    """Return what a project is called: its file's name without the ending."""
    return path.stem
