"""The queue: the project's name, a filter, and its articles."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from gui.models.document_filter import DocumentFilter
from gui.models.documents import ROW, DocumentsModel
from gui.models.hits import none_shown
from gui.models.queue_parts import CHIPS, Order, Show
from gui.selection import Selection
from gui.theme import Theme
from gui.views.article_row import ArticleRow
from gui.views.chips import Chips
from gui.views.dropping import dropped_paths
from gui.views.glass import Glass
from gui.views.key_button import KeyButton
from gui.views.listing import Listing

WIDTH = 252


class Filter(QLineEdit):
    """The words by which the queue is filtered; Escape takes them away, and only then is the window's."""

    def event(self, event: QEvent) -> bool:
        """Clear the field with Escape."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.text():
            if kind is QEvent.Type.KeyPress:
                self.clear()
            event.accept()
            return True
        return super().event(event)


class Queue(QWidget):
    """Choosing a row makes its article the current one; files dropped here are added."""

    add_asked = Signal()
    part_asked = Signal(object)  # a part of the queue that has to be looked up
    order_chosen = Signal(object)
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
        self._part = ""
        self._build()
        documents.modelReset.connect(self._refresh)
        documents.dataChanged.connect(lambda *_: self._refresh())
        selection.document_changed.connect(lambda document_id: self._mark())
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
        self.filter = Filter(placeholderText="Filter articles")
        self.filter.setAccessibleName("Filter articles by title or source")
        self.filter.setAccessibleDescription("Escape clears it, and then goes back to the text")
        self.glass = Glass(self.filter, self._theme)
        self.filter.textChanged.connect(self._search)
        self.chips = Chips([show.value for show in (*CHIPS, Show.FLAGGED)], self._theme, apart=True)
        self.chips.chosen.connect(self._choose)
        self.ordering = KeyButton(f"{Order.IMPORT.value} ⌄", "", self._theme, look="plain")
        self.ordering.setToolTip("In which order the articles stand, and which ones")
        self.ordering.clicked.connect(self._ask_order)
        self.list = Listing("Articles of the project")
        self.list.setModel(self.filtered)
        self.list.setItemDelegate(ArticleRow(self._theme, self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.chosen.connect(self._open)
        self.list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.list.setAccessibleName("Articles of the project")
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
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
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.ordering)
        top.addLayout(head)
        for widget in (self.filter, self.chips, self.empty):
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

    def show_part(self, show: Show, words: str = "", ids: Collection[str] = (), speaker_id: str = "") -> None:
        """Show a part of the queue; `words` name one that was looked up, `ids` are its articles, by this speaker."""
        self.filtered.choose(show, ids, speaker_id)
        self._part = words or show.value
        self.chips.put_on(CHIPS.index(show) if show in CHIPS else len(CHIPS))
        self._refresh()

    def put(self, ids: Collection[str], words: str = "") -> None:
        """Show which articles the part that was looked up has now, and what it is called if that has changed."""
        self.filtered.put(ids)
        self._part = words or self._part
        self._refresh()

    def sort_by(self, order: Order) -> None:
        """Stand in another order."""
        self.filtered.sort_by(order)
        self.ordering.setCaption(f"{order.value} ⌄")
        self._mark()

    def _choose(self, place: int) -> None:
        if place < len(CHIPS):
            self.show_part(CHIPS[place])

    def _ask_order(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for order in Order:
            self._entry(menu, order.value, chosen=order is self.filtered.order).triggered.connect(
                lambda checked=False, order=order: self.order_chosen.emit(order)
            )
        menu.addSeparator()
        for show in (part for part in Show if part not in CHIPS):
            self._entry(menu, f"Only: {show.value.lower()}", chosen=show is self.filtered.show_only).triggered.connect(
                lambda checked=False, show=show: self.part_asked.emit(show)
            )
        menu.popup(self.ordering.mapToGlobal(QPoint(0, self.ordering.height())))

    def _entry(self, menu: QMenu, words: str, *, chosen: bool) -> QAction:
        entry = menu.addAction(words)
        entry.setCheckable(True)
        entry.setChecked(chosen)
        return entry

    def _search(self, words: str) -> None:
        self.filtered.search(words)
        self._refresh()

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None:
            self._selection.select_document(row.id)

    def _refresh(self) -> None:
        for place, show in enumerate(CHIPS):
            self.chips.say(place, f"{show.value} {self._documents.count(show)}")
        special = self.filtered.show_only not in CHIPS
        self.chips.chips[-1].setVisible(special)
        if special:
            self.chips.say(len(CHIPS), f"{self._part} {self.filtered.rowCount()}")
        there, sought = self._documents.rowCount() > 0, self.filter.text()
        self.empty.setText(none_shown("article", there=there, sought=sought, place="queue"))
        self.empty.setVisible(self.filtered.rowCount() == 0)
        self._mark()

    def _mark(self) -> None:
        index = self.filtered.index_of(self._selection.document_id)
        if index != self.list.currentIndex():
            self.list.setCurrentIndex(index)


def project_name(path: Path) -> str:
    """Return what a project is called: its file's name without the ending."""
    return path.stem
