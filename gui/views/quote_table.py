"""All quotes of the project in a table: filter, sort, go to one, change many at once."""

from collections.abc import Callable
from functools import partial
from math import ceil

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.model.overview import QuoteRow
from gui.focus_ring import draw_row_ring
from gui.fonts import sans
from gui.models.hits import none_shown
from gui.models.quotes import HEADINGS, Column, Part, QuotesFilter, QuotesModel
from gui.theme import Theme
from gui.views.chips import Chips
from gui.views.glass import Glass
from gui.views.key_button import KeyButton
from gui.views.quote_cell import HEIGHT, QuoteCell
from gui.views.row_painting import level

TYPING = 100
"""Milliseconds without a key until the table is filtered."""
MOST_SPEAKERS, MOST_LETTERS = 30, 28
LEAST_QUOTE = 240
_WIDTHS = (44, 140, LEAST_QUOTE, 136, 86, 80, 138, 84, 40, 100, 132)  # of the columns
BULK = (
    ("accept", "Accept", "tick"),
    ("speaker", "Set speaker…", ""),
    ("kind", "Kind ⌄", ""),
    ("flag", "Flag", "flag"),
    ("unflag", "Unflag", ""),
    ("not_a_quote", "Not a quote", "cross"),
)
KINDS = (("kind_direct", "Direct"), ("kind_mixed", "Mixed"), ("kind_indirect", "Indirect"))


class QuoteGrid(QTableView):
    """The table itself. `chosen` comes with a double click and with Enter; Tab leaves it, arrow keys stay in it."""

    chosen = Signal(QModelIndex)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cell = QuoteCell(theme, self)
        self.setItemDelegate(self._cell)
        self.setAccessibleName("All quotes")
        self.setAccessibleDescription("Enter shows the quote in its article, Escape goes back to the text")
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(HEIGHT)
        columns.setMinimumSectionSize(40)
        columns.setFixedHeight(HEIGHT + 2)
        columns.setSortIndicatorClearable(True)
        self.doubleClicked.connect(self.chosen)
        self.entered.connect(lambda index: self._point_at(index.row()))
        self.viewportEntered.connect(lambda: self._point_at(-1))
        theme.changed.connect(self.viewport().update)

    def show_quotes(self, quotes: QuotesFilter) -> None:
        """Show a list of quotes, as its articles have them."""
        self.setModel(quotes)
        self.selectionModel().currentChanged.connect(lambda now, old: self._repaint(now.row(), old.row()))
        # Of its own, with nothing in it: a header asks for each column whether all of 100,000 rows are selected.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(quotes, self))
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the current quote with Enter, to the first or last with Home or End."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid() and not event.isAutoRepeat():
                self.chosen.emit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            row = 0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1
            self.setCurrentIndex(self.model().index(row, Column.QUOTE))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: words are looked for in the filter."""

    def begin(self) -> None:
        """Take the keys, at the first quote where none is the current one."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, Column.QUOTE))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def viewportEvent(self, event: QEvent) -> bool:
        """Let go of the row that was pointed at."""
        if event.type() is QEvent.Type.Leave:
            self._point_at(-1)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words of the quotes the room that is left."""
        rest = self.horizontalHeader().length() - self.columnWidth(Column.QUOTE)
        self.setColumnWidth(Column.QUOTE, max(LEAST_QUOTE, self.viewport().width() - rest))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the ring around the current one while the table has the keys."""
        super().paintEvent(event)
        draw_row_ring(self, self._area(self.currentIndex().row()), self._theme)

    def _point_at(self, row: int) -> None:
        before, self._cell.pointed = self._cell.pointed, row
        self._repaint(before, row)

    def _repaint(self, *rows: int) -> None:
        for row in rows:
            self.viewport().update(self._area(row))

    def _area(self, row: int) -> QRect:
        return QRect(0, self.rowViewportPosition(row), self.viewport().width(), HEIGHT)


class QuoteTable(QWidget):
    """A page with all quotes. `bulk_asked` gives what to do, a word of `BULK` or `KINDS`, and the rows to do it to."""

    quote_chosen = Signal(str, str)
    bulk_asked = Signal(str, object)
    left = Signal()

    def __init__(self, quotes: QuotesModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("quote_table")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.filtered = QuotesFilter(quotes, self)
        self._soon = QTimer(self, singleShot=True, interval=TYPING)
        self._soon.timeout.connect(self._search)
        self._build()
        self._arrange()
        self._listen()
        self._refresh()

    def begin(self, document_id: str, quote_id: str) -> None:
        """Take the keys, at the quote that one comes from; at the first where that is not on show."""
        self.grid.setCurrentIndex(self.filtered.index(self.filtered.place_of(document_id, quote_id), Column.QUOTE))
        self.grid.begin()

    def forget_filters(self) -> None:
        """Show everything again, as a project does that was just opened."""
        self.filter.clear()
        self._search()
        self.show_part(Part.ALL)
        self.show_speaker("")

    def show_part(self, part: Part) -> None:
        """Show another part of the table."""
        self.chips.put_on(list(Part).index(part))
        self.filtered.choose(part)

    def show_speaker(self, speaker_id: str) -> None:
        """Show only the quotes of one speaker, or of everybody with ""."""
        self.filtered.choose_speaker(speaker_id)
        name = next((name for key, name, _ in self.filtered.quotes.speakers() if key == speaker_id), "Any speaker")
        self.speaker.setCaption(f"{name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1] + '…'} ⌄")
        self.speaker.setAccessibleName(f"Whose quotes are shown: {name}")

    def selected(self) -> list[QuoteRow]:
        """Return the selected quotes from top to bottom."""
        places = {place for first, last in self._ranges() for place in range(first, last + 1)}
        return [self.filtered.row(place) for place in sorted(places)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape; go from the filter to the rows with Down or Enter."""
        down = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in down and self.filter.hasFocus():
            self._search()
            self.grid.begin()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.title = QLabel("All quotes")
        self.title.setProperty("text_role", "page")
        self.count, self.told, self.empty = QLabel(), QLabel(), QLabel()
        for label in (self.count, self.told, self.empty):
            label.setProperty("text_role", "note")
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.filter = QLineEdit(placeholderText="Filter quotes")
        self.filter.setAccessibleName("Filter quotes by their words, speaker, comment or article")
        self.filter.setFixedWidth(320)
        self.glass = Glass(self.filter, self._theme)
        self.speaker = KeyButton("Any speaker ⌄", "", self._theme)
        self.sorting = KeyButton("Sort ⌄", "", self._theme)
        self.chips = Chips([part.value for part in Part], self._theme)
        self.grid = QuoteGrid(self._theme)
        self.grid.show_quotes(self.filtered)
        self.buttons = {
            action: KeyButton(words, "", self._theme, look="primary" if action == "accept" else "bordered", icon=sign)
            for action, words, sign in BULK
        }

    def _listen(self) -> None:
        changes = (self.filtered.layoutChanged, self.filtered.modelReset, self.filtered.rowsInserted)
        for changed in (*changes, self.filtered.rowsRemoved, self.filtered.quotes.dataChanged):
            changed.connect(self._refresh)
        self.filtered.layoutChanged.connect(lambda *_: self.grid.scrollTo(self.grid.currentIndex()))
        self.grid.selectionModel().selectionChanged.connect(self._refresh_selection)
        self.grid.chosen.connect(self._choose)
        self.filter.textEdited.connect(self._soon.start)
        self.chips.chosen.connect(lambda place: self.filtered.choose(list(Part)[place]))
        self.speaker.clicked.connect(self._ask_speaker)
        self.sorting.clicked.connect(self._ask_order)
        for action, button in self.buttons.items():
            button.clicked.connect(lambda checked=False, action=action: self._ask(action))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 14, 16, 10)
        top.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        for label in (self.title, self.count):
            head.addWidget(label)
        lower = level(QRectF(), sans(12), sans(18, QFont.Weight.DemiBold)).y()
        self.count.setContentsMargins(0, 2 * ceil(lower), 0, 0)  # both stand in the middle of the line
        head.addStretch(1)
        for control in (self.filter, self.speaker, self.sorting):
            head.addWidget(control)
        top.addLayout(head)
        top.addWidget(self.chips)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        # Over the rows that are missing, so that the table's head stays where it is.
        QVBoxLayout(self.grid).addWidget(self.empty, 0, Qt.AlignmentFlag.AlignCenter)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        rule = QFrame()
        rule.setProperty("rule", "across")
        column.addWidget(rule)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 10)
        foot.setSpacing(6)
        for button in self.buttons.values():
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.told)
        column.addLayout(foot)

    def _search(self) -> None:
        self._soon.stop()
        self.filtered.search(self.filter.text())

    def _choose(self, index: QModelIndex) -> None:
        row = self.filtered.row(index.row())
        self.quote_chosen.emit(row.document_id, row.quote_id)

    def _ask(self, action: str) -> None:
        if action == "kind":
            self._menu(self.buttons[action], [(words, False, partial(self._ask, kind)) for kind, words in KINDS])
        else:
            self.bulk_asked.emit(action, self.selected())

    def _ask_speaker(self) -> None:
        most = ((key, f"{name}  {count:,}") for key, name, count in self.filtered.quotes.speakers()[:MOST_SPEAKERS])
        entries, now = (
            [("", "Any speaker"), *((key, each.replace("&", "&&")) for key, each in most)],
            self.filtered.speaker_id,
        )
        self._menu(self.speaker, [(each, key == now, partial(self.show_speaker, key)) for key, each in entries])

    def _ask_order(self) -> None:
        now = self.grid.horizontalHeader().sortIndicatorSection()
        names = ("As in the articles", "By number", *(f"By {heading.lower()}" for heading in HEADINGS[1:]))
        self._menu(self.sorting, [(name, at == now, partial(self._sort, at)) for at, name in enumerate(names, -1)])

    def _sort(self, column: int) -> None:
        header, up, down = self.grid.horizontalHeader(), Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        again = header.sortIndicatorSection() == column and header.sortIndicatorOrder() is up
        self.grid.sortByColumn(column, down if again else up)

    def _menu(self, button: KeyButton, entries: list[tuple[str, bool, Callable[[], None]]]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, chosen, act in entries:
            entry = menu.addAction(words)
            entry.setCheckable(chosen)
            entry.setChecked(chosen)
            entry.triggered.connect(lambda checked=False, act=act: act())
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _refresh(self) -> None:
        shown, all_ = self.filtered.rowCount(), self.filtered.quotes.rowCount()
        self.count.setText(f"{shown:,} of {all_:,}")
        for place, part in enumerate(Part):
            self.chips.say(place, f"{part.value} {self.filtered.quotes.counts[part]:,}")
        there, sought = self.filtered.quotes.rowCount() > 0, self.filter.text()
        self.empty.setText(none_shown("quote", there=there, sought=sought, place="table"))
        self.empty.setVisible(shown == 0)
        self._refresh_selection()

    def _refresh_selection(self) -> None:
        count = sum(last - first + 1 for first, last in self._ranges())
        self.told.setText(f"{count:,} selected" if count else "Select rows to change them")
        for button in self.buttons.values():
            button.setEnabled(count > 0)

    def _ranges(self) -> list[tuple[int, int]]:
        return [(each.top(), each.bottom()) for each in self.grid.selectionModel().selection().toList()]
