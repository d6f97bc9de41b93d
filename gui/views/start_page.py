"""The start page: drop articles, open the sample, go on with a project."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.fonts import sans
from gui.icons import draw_icon
from gui.key_cap import KeyCap
from gui.models.recent import PROJECT, Project, RecentModel
from gui.theme import Theme
from gui.views.dropping import dropped_paths
from gui.views.key_button import KeyButton
from gui.views.listing import Listing
from gui.views.row import Index, Row, State
from gui.views.row_painting import draw_ground, draw_words, end_of, has, row_area

WIDTH = 760
AIR, PAGE = 30, 92  # of the drop area, and how high the little page in it is
_ROW, _EDGE = 52, 4  # _EDGE: inside the line around the rows
_KEYS = (
    ("pick_1", "Pick the speaker", "best guess comes first"),
    ("accept", "Accept and go on", "to the next quote"),
    ("next_doubtful", "Next doubtful quote", "skip what is certain"),
    ("keys_by_sign", "All keys", "any time"),
)


class ProjectRow(Row):
    """Draws one recent project."""

    height = _ROW

    def area(self, option: QStyleOptionViewItem) -> QRectF:
        """Leave room for the ring at the sides."""
        return row_area(option).adjusted(5, 1, -5, -1)

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        """No row of this list is chosen: the pointer and the focus look alike but for the ring."""
        ring = has(option, State.State_HasFocus)
        if ring or has(option, State.State_MouseOver):
            draw_ground(painter, area, self._theme, "hover", ring=ring)

    def draw(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Draw name, place and age."""
        project: Project = index.data(PROJECT)
        ink, quiet = self._theme.colour("ink"), self._theme.colour("ink2")
        draw_icon(painter, "folder", QRectF(area.x() + 12, area.center().y() - 8, 16, 16), quiet)
        line = QRectF(area.x() + 40, area.y() + 7, area.width() - 54, 18)
        used = draw_words(painter, line, project.opened, font=sans(12), colour=quiet, right=True)
        line.setRight(line.right() - used - 12)
        draw_words(painter, line, project.name, font=sans(13, QFont.Weight.Medium), colour=ink)
        folder = end_of(project.folder, sans(12), line.width())
        draw_words(painter, line.translated(0, 17), folder, font=sans(12), colour=quiet)


class DropArea(QFrame):
    """Where articles are dropped: a dashed frame, accent and filled while a drag is over it."""

    files_dropped = Signal(list)
    files_asked = Signal()
    sample_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._over = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Drop articles here")
        theme.changed.connect(self.update)
        title = _label("Drop articles here", "page")
        kinds = "Text, web pages, Word, PDF, tables and datasets."
        note = _label(f"{kinds} Your files are copied; the originals stay as they are.", "")
        note.setProperty("tone", "quiet")
        self.choose = KeyButton("Choose files…", "", theme, look="primary")
        self.choose.clicked.connect(self.files_asked)
        self.sample = KeyButton("Open the sample project", "", theme, icon="document")
        self.sample.clicked.connect(self.sample_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.sample)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, AIR + PAGE + 12, 24, AIR)
        column.setSpacing(7)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(note, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        column.addLayout(buttons)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up for files."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self._light(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go dark again."""
        self._light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the dropped files on."""
        event.acceptProposedAction()
        self._light(on=False)
        self.files_dropped.emit(dropped_paths(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the little page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("accent" if self._over else "line2"), 2)
        pen.setDashPattern([3.5, 2.5])
        painter.setPen(pen)
        painter.setBrush(self._theme.colour("selected" if self._over else "paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        draw_page(painter, QRectF(self.width() / 2 - 36, AIR, 72, PAGE), self._theme)
        painter.end()

    def _light(self, *, on: bool) -> None:
        self._over = on
        self.update()


class StartPage(QScrollArea):
    """What stands in the window while no project is open."""

    files_dropped = Signal(list)
    asked = Signal(str)
    project_chosen = Signal(Path)

    def __init__(self, recent: RecentModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("start_scroll")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._recent = recent
        self._caps: dict[str, KeyCap] = {}
        self.drop = DropArea(theme)
        self.drop.files_dropped.connect(self.files_dropped)
        self.drop.files_asked.connect(lambda: self.asked.emit("add_articles"))
        self.drop.sample_asked.connect(lambda: self.asked.emit("open_sample"))
        self.another = KeyButton("Open another…", "", theme, look="last")
        self.another.clicked.connect(lambda: self.asked.emit("open_project"))
        self.list = Listing("Recent projects")
        self.list.setObjectName("recent")
        self.list.setModel(recent)
        self.list.setItemDelegate(ProjectRow(theme, self.list))
        self.list.chosen.connect(lambda index: self.project_chosen.emit(index.data(PROJECT).path))
        self.none = _label("No projects yet. Adding an article starts one in the same folder.", "note")
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the page scrolls
        self.list.selectionModel().currentChanged.connect(lambda now, before: self._follow(now))
        recent.modelReset.connect(self._fit)
        self._arrange()
        self._fit()

    def show_caps(self, cap: Callable[[str], str]) -> None:
        """Show the keys that hold now; `cap` gives what the key of an action is called."""
        for action, shown in self._caps.items():
            shown.say(f"{cap('pick_1')}–{cap('pick_5')}" if action == "pick_1" else cap(action) or "—")
        self.drop.choose.setCaption(self.drop.choose.text(), cap("add_articles"))
        self.another.setCaption(self.another.text(), cap("open_project"))

    def _arrange(self) -> None:
        page = QWidget()
        page.setObjectName("start_page")
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(_label("Check who said what", "figure"))
        lead = "Quotedesk marks the quotes in an article and proposes a speaker for each. You confirm or correct."
        column.addWidget(_label(lead, "lead"))
        column.addSpacing(14)
        column.addWidget(self.drop)
        column.addSpacing(16)
        head = QHBoxLayout()
        head.addWidget(_label("Recent projects", "heading"))
        head.addStretch()
        head.addWidget(self.another)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addWidget(self.list)
        column.addSpacing(20)
        column.addLayout(self._keys())
        column.addStretch()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(32, 56, 32, 32)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(WIDTH)
        column.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(middle, 1000)
        outer.addStretch(1)
        self.setWidget(page)

    def _keys(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        for place, (action, act, note) in enumerate(_KEYS):
            if place:
                line.addStretch()
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(_label(act, "body"))
            words.addWidget(_label(note, "note"))
            self._caps[action] = KeyCap("", self._theme)
            line.addWidget(self._caps[action])
            line.addLayout(words)
        return line

    def _fit(self) -> None:
        rows = self._recent.rowCount()
        self.none.setVisible(rows == 0)
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(rows * _ROW + 2 * (_EDGE + 1))

    def _follow(self, index: Index) -> None:
        row, page = self.list.visualRect(index), self.widget()
        assert page is not None
        middle = self.list.viewport().mapTo(page, row.center())
        self.ensureVisible(middle.x(), middle.y(), 0, row.height())


def _label(words: str, size: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(size in ("lead", "note"))
    label.setProperty("text_role", size)
    return label


def draw_page(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Draw the little article with two speakers' quotes."""
    painter.setPen(QPen(theme.colour("line2"), 1.4))
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(area, 6, 6)
    left, width = area.x() + 11, area.width() - 22
    for y, share, slot in ((12, 1.0, -1), (26, 1.0, 1), (38, 0.66, 1), (52, 1.0, -1), (64, 0.55, 2), (77, 0.8, 2)):
        painter.setPen(Qt.PenStyle.NoPen)
        line = QRectF(left, area.y() + y, width * share, 7)
        painter.setBrush(theme.fill(slot) if slot > 0 else theme.colour("line"))
        painter.drawRoundedRect(line, 2, 2)
        if slot > 0:
            painter.setBrush(theme.line(slot))
            painter.drawRect(QRectF(line.x(), line.bottom() - 0.4, line.width(), 1.4))
    for y, slot, reach in ((32, 1, 15), (68, 2, 11)):
        painter.setPen(QPen(theme.colour("line2"), 1.2))
        painter.drawLine(QPointF(area.right(), area.y() + y), QPointF(area.right() + reach, area.y() + y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line(slot))
        painter.drawEllipse(QRectF(area.right() + reach - 4, area.y() + y - 4, 8, 8))
