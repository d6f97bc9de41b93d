"""All keys on one sheet, as the action table has them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.dialog import Dialog
from gui.key_cap import KeyCap
from gui.theme import Theme

Row = tuple[Sequence[str], str]
_WIDEST = 950
_KEYS = 130  # pixels: as wide as the widest keys, so that words stand near theirs and below each other


class Shortcuts(Dialog):
    """Groups of keys in two columns; `rows` maps a heading to caps and what they do. A line shows that rows are cut."""

    def __init__(self, rows: Mapping[str, Sequence[Row]], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("All keys", theme, parent)
        self._theme = theme
        note = QLabel("Single letters and digits act while the article's text has the focus. Esc goes there.")
        note.setProperty("tone", "quiet")
        self.column.addWidget(note)
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(12, 8, 12, 8)
        columns.setSpacing(40)
        for groups in _halves(rows):
            side = QVBoxLayout()
            side.setSpacing(8)
            for name, entries in groups:
                self._add_group(side, name, entries)
            side.addStretch()
            columns.addLayout(side)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        # As wide as the sheet beside its scroll bar, so that it never has to be moved sideways.
        beside = scroll.verticalScrollBar().sizeHint().width() + 2 * scroll.frameWidth()
        scroll.setMinimumSize(min(_WIDEST, sheet.sizeHint().width() + beside), min(620, sheet.sizeHint().height() + 8))
        scroll.setAccessibleName("All keys")
        self.cut = QFrame()
        self.cut.setProperty("rule", "across")
        self.cut.hide()
        scroll.verticalScrollBar().rangeChanged.connect(lambda least, most: self.cut.setVisible(most > 0))
        rows_and_rule = QVBoxLayout()
        rows_and_rule.setSpacing(0)
        rows_and_rule.addWidget(scroll, 1)
        rows_and_rule.addWidget(self.cut)
        self.column.addLayout(rows_and_rule, 1)
        self.add_buttons(("Close", QDialogButtonBox.ButtonRole.AcceptRole))

    def _add_group(self, side: QVBoxLayout, name: str, entries: Sequence[Row]) -> None:
        title = QLabel(name)
        title.setProperty("text_role", "heading")
        side.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        for place, (caps, words) in enumerate(entries):
            line = QHBoxLayout()
            line.setSpacing(4)
            for key in caps:
                line.addWidget(KeyCap(key, self._theme))
            line.addStretch()
            grid.addLayout(line, place, 0)
            grid.addWidget(QLabel(words), place, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnMinimumWidth(0, _KEYS)
        grid.setColumnStretch(1, 1)
        side.addLayout(grid)
        side.addSpacing(8)


def _halves(rows: Mapping[str, Sequence[Row]]) -> list[list[tuple[str, Sequence[Row]]]]:
    """Split the groups into two columns of about the same height, in order."""
    groups = list(rows.items())
    total = sum(len(entries) + 2 for _, entries in groups)
    left: list[tuple[str, Sequence[Row]]] = []
    height = 0
    while groups and height + (len(groups[0][1]) + 2) / 2 <= total / 2:
        height += len(groups[0][1]) + 2
        left.append(groups.pop(0))
    return [half for half in (left, groups) if half]
