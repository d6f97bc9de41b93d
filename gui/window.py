"""The window: bars above and below, and between them the start page or queue, article and panels."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from gui.actions.desktop import Models
from gui.focus_ring import FocusRing
from gui.models.history import HistoryModel
from gui.models.speakers import SpeakersModel
from gui.theme import Theme
from gui.views.article.column import narrowest
from gui.views.article.view import ArticleView
from gui.views.candidate_panel import CandidatePanel
from gui.views.dropping import dropped_paths
from gui.views.history import History
from gui.views.mirror import Mirror
from gui.views.no_articles import NoArticles
from gui.views.queue import WIDTH as QUEUE_WIDTH
from gui.views.queue import Queue
from gui.views.quote_table import QuoteTable
from gui.views.side import WIDTH as SIDE_WIDTH
from gui.views.side import Side
from gui.views.speaker_panel import SpeakerPanel
from gui.views.start_page import StartPage
from gui.views.status_line import StatusLine
from gui.views.toolbar import Toolbar

SIZE = (1440, 900)
TITLE_BAR = 40
"""What the system puts above a window, at most; how high it is can't be known before it is shown."""
LEAST = (narrowest() + SIDE_WIDTH, 660)
"""The smallest window still gives the text its least measure."""


class Window(QMainWindow):
    """Puts the views in their places and nothing else; what they ask for is connected by the application."""

    files_dropped = Signal(list)
    closing = Signal()

    def __init__(self, models: Models, speakers: SpeakersModel, history: HistoryModel, theme: Theme) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        """Whether nothing is lost when the window goes; it stays otherwise."""
        self.setWindowTitle("Quotedesk")
        self.setAcceptDrops(True)
        self.resize(*SIZE)
        self.setMinimumSize(*LEAST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.toolbar = Toolbar(models.found, theme)
        self.queue = Queue(models.watch.documents, models.selection, theme)
        self.article = ArticleView(models.article, models.selection, theme)
        self.article.setFrameShape(QFrame.Shape.NoFrame)
        self.no_articles = NoArticles(models.watch.documents, theme)
        self.panel = CandidatePanel(models.article, models.selection, models.chain, names=models.names, theme=theme)
        self.speakers = SpeakerPanel(speakers, theme)
        self.history = History(history, theme)
        self.status = StatusLine(theme)
        self.mirror = Mirror(models.article)
        self.table = QuoteTable(models.quotes.quotes, theme)
        self.start_page = StartPage(models.recent, theme)
        self.pages = QStackedWidget()
        self._arrange()
        self.ring = FocusRing(self, theme)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through, each by the control that takes the keys there."""
        lists = (self.panel.list, self.speakers.list, self.history.list)
        if self.pages.currentIndex() == 0:
            return (self.start_page.drop.choose, self.start_page.list)
        if self.shows_table:
            return (self.table.filter, self.table.grid)
        mirror = (self.mirror,) if self.mirror.isVisible() else ()
        return (self.article, *mirror, *lists, self.queue.list)

    def show_project(self, name: str) -> None:
        """Show the project of this name, or the start page with ""."""
        self.setWindowTitle(f"{name} – Quotedesk" if name else "Quotedesk")
        self.queue.name_project(name)
        self.pages.setCurrentIndex(1 if name else 0)

    @property
    def shows_table(self) -> bool:
        """Whether the table of all quotes is shown in the place of the article."""
        return self.pages.currentWidget() is self.table

    def show_table(self, *, shown: bool) -> None:
        """Show the table of all quotes, or the article."""
        self.pages.setCurrentIndex(2 if shown else 1)

    def restore(self, kept: QSettings) -> None:
        """Take the place and size that the window had."""
        geometry = kept.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        else:
            room = self.screen().availableSize()
            self.resize(min(self.width(), room.width()), min(self.height(), room.height() - TITLE_BAR))

    def keep(self, kept: QSettings) -> None:
        """Keep place and size for the next time."""
        kept.setValue("geometry", self.saveGeometry())

    def fold(self) -> None:
        """Fold the queue away where the text would have no room beside it."""
        self.queue.setVisible(self.width() >= narrowest() + SIDE_WIDTH + QUEUE_WIDTH)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window goes, so that the project can be closed; it stays where words would go with it."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text readable."""
        super().resizeEvent(event)
        self.fold()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the dropped files on."""
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_paths(event.mimeData()))

    def _arrange(self) -> None:
        work = QWidget()
        line = QHBoxLayout(work)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.queue)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.article, 1)
        QVBoxLayout(self.article).addWidget(self.no_articles, 0, Qt.AlignmentFlag.AlignCenter)
        middle.addWidget(self.mirror)
        line.addLayout(middle, 1)
        line.addWidget(Side(self.panel, self.speakers, self.history))
        self.pages.addWidget(self.start_page)
        self.pages.addWidget(work)
        self.pages.addWidget(self.table)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
