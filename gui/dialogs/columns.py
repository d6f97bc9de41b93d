"""Which column of a table is which field of an article."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.dialogs.combo import Combo
from gui.models.import_preview import Table
from gui.theme import Theme

NOTHING, NO_TEXT = "None", "Choose…"
CAPTIONS = {
    "text": "Text",
    "id": "Id",
    "title": "Title",
    "date": "Date",
    "source": "Source",
    "url": "URL",
    "author": "Author",
    "language": "Language",
}
_BESIDE = 3
_WIDTH = 170


class Columns(QWidget):
    """A list of columns for each of our fields. `chosen` gives the heading of the table and what is chosen for it."""

    chosen = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tables: list[Table] = []
        self.table = Combo("Table", [], theme)
        self.fields = {field: Combo(f"Column of the {words.lower()}", [], theme) for field, words in CAPTIONS.items()}
        self._arrange()
        self.table.currentIndexChanged.connect(self._show_table)
        for field in self.fields.values():
            field.currentIndexChanged.connect(self._tell)

    def show_tables(self, tables: Sequence[Table]) -> None:
        """Offer the columns of these tables, if they are others than before."""
        if [(each.heading, each.files) for each in tables] == [(each.heading, each.files) for each in self._tables]:
            return
        here = max(0, self.table.currentIndex())
        with QSignalBlocker(self.table):
            self._tables = list(tables)
            self.table.show_choices([each.title for each in tables])
            self.table.setCurrentIndex(here)
        self._show_table()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for place, (words, combo) in enumerate(
            [("Table", self.table), *((CAPTIONS[field], combo) for field, combo in self.fields.items())]
        ):
            combo.setFixedWidth(_WIDTH)
            label = QLabel(words)
            label.setBuddy(combo)
            row, column = divmod(place, _BESIDE)
            grid.addWidget(label, row, 3 * column)
            grid.addWidget(combo, row, 3 * column + 1)
            if column < _BESIDE - 1:
                grid.setColumnMinimumWidth(3 * column + 2, 12)
                grid.setColumnStretch(3 * column + 2, 1)

    def _show_table(self) -> None:
        if not self._tables:
            return
        table = self._tables[self.table.currentIndex()]
        for field, combo in self.fields.items():
            with QSignalBlocker(combo):
                combo.show_choices([NO_TEXT if field == "text" else NOTHING, *table.heading])
                column = table.columns.get(field, "")
                combo.setCurrentIndex(table.heading.index(column) + 1 if column in table.heading else 0)

    def _tell(self) -> None:
        if not self._tables:
            return
        place = self.table.currentIndex()
        table = self._tables[place]
        columns = {
            field: table.heading[combo.currentIndex() - 1] if combo.currentIndex() > 0 else ""
            for field, combo in self.fields.items()
        }
        self._tables[place] = table._replace(columns=columns)
        self.chosen.emit(table.heading, columns)
