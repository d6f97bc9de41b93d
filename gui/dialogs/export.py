"""Which quotes to export, in which format, to which file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.dialog import Dialog
from gui.theme import Theme

Which = Literal["complete", "checked", "all"]
WHICH: tuple[tuple[Which, str, str], ...] = (
    ("checked", "Checked quotes", "what a person accepted, corrected or added"),
    ("complete", "Complete articles only", "for training: what is not marked there is no quote"),
    ("all", "Everything", "suggestions that nobody has checked too"),
)


class Export(Dialog):
    """`formats` are name, title and suffix of what can be written; `out`, `format` and `which` are the answer."""

    def __init__(
        self, formats: Sequence[tuple[str, str, str]], suggested: Path, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("Export", theme, parent)
        self._formats = formats
        self._which = QButtonGroup(self)
        self.column.addLayout(self._choices())
        self.formats = QComboBox()
        self.formats.setAccessibleName("Format")
        self.formats.addItems([title for _, title, _ in formats])
        self.formats.currentIndexChanged.connect(lambda place: self._rename())
        self.file = QLineEdit(str(suggested))
        self.file.setAccessibleName("File")
        self.file.setMinimumWidth(420)
        browse = QPushButton("Choose…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        line = QHBoxLayout()
        line.addWidget(self.file, 1)
        line.addWidget(browse)
        for words, widget in (("Format", self.formats), ("File", line)):
            self.column.addWidget(QLabel(words))
            self.column.addWidget(widget) if isinstance(widget, QWidget) else self.column.addLayout(widget)
        self.export, _ = self.add_buttons(
            ("Export", QDialogButtonBox.ButtonRole.AcceptRole), ("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        )
        self._rename()

    @property
    def out(self) -> Path:
        """The file to be written."""
        return Path(self.file.text().strip())

    @property
    def format(self) -> str:
        """The name of the format."""
        return self._formats[self.formats.currentIndex()][0]

    @property
    def which(self) -> Which:
        """Which quotes."""
        return WHICH[self._which.checkedId()][0]

    def choose(self, which: Which) -> None:
        """Choose which quotes."""
        self._which.button([name for name, _, _ in WHICH].index(which)).setChecked(True)

    def _choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        for place, (_, words, note) in enumerate(WHICH):
            button = QRadioButton(f"{words}: {note}")
            self._which.addButton(button, place)
            column.addWidget(button)
        self._which.button(0).setChecked(True)
        return column

    def _rename(self) -> None:
        suffix = self._formats[self.formats.currentIndex()][2]
        if self.file.text().strip():
            self.file.setText(str(self.out.with_suffix(suffix)))

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Export to", self.file.text())
        if name:
            self.file.setText(name)
