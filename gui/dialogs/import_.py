"""What would come in, before it does: the first articles, formats, troubles, and what has to be decided first."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QWidget

from core.model.saying import plural
from gui.dialogs.columns import Columns
from gui.dialogs.dialog import Dialog
from gui.dialogs.samples import Samples
from gui.dialogs.told import ToldList, by_name
from gui.models.import_preview import ImportPreview
from gui.sign import Sign
from gui.theme import Theme

if TYPE_CHECKING:
    from core.formats.reading import Reading


MOST_IN_TIP = 20
"""Sentences in the tooltip, which has the whole paths."""


class Import(Dialog):
    """`preview` and `reading` are the answer. What is shown grows while files are looked into, between other events."""

    def __init__(self, paths: list[Path], annotator: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Add articles", theme, parent)
        self.preview = ImportPreview(paths)
        self._annotator = annotator
        self._looking = QTimer(self, interval=0)
        self._looking.timeout.connect(self._go_on)
        self.kinds = QLabel("Looking into the files…")
        self.kinds.setWordWrap(True)
        self.kinds.setProperty("tone", "quiet")
        self.column.addWidget(self.kinds)
        self.samples = Samples(theme)
        self.column.addWidget(self.samples)
        self.columns = Columns(theme)
        self.columns.setVisible(False)
        self.column.addWidget(self.columns)
        self.troubles = ToldList("What is wrong or worth knowing")
        self.troubles.show_bare()
        self.sign = Sign("warning", "doubttext", theme)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.troubles)
        self.column.addLayout(line)
        self.name = QLineEdit(annotator)
        self.as_annotations, self.as_suggestions = QRadioButton("Annotations of"), QRadioButton("Suggestions")
        self._arrange_choice()
        self.add, self.cancel = self.add_buttons(
            ("Add articles", QDialogButtonBox.ButtonRole.AcceptRole), ("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        )
        self.add.setEnabled(self.preview.listed)
        self.columns.chosen.connect(self._choose)
        self.as_annotations.toggled.connect(self._enable)
        self._enable()
        self.add.setFocus()
        self._looking.start()

    @property
    def reading(self) -> "Reading":
        """How quotes that nobody has checked come in."""
        from core.formats.reading import Reading

        name = self.name.text().strip() or self._annotator
        return Reading.at_this_moment(name, as_suggestions=self.as_suggestions.isChecked())

    def done(self, result: int) -> None:
        """Stop looking and close."""
        self._looking.stop()
        self.preview.close()
        super().done(result)

    def _arrange_choice(self) -> None:
        self.name.setAccessibleName("Whose annotations they become")
        self.name.setFixedWidth(160)
        self._choice = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.asked = QLabel("Unchecked quotes become:")
        line.addWidget(self.asked)
        for button in (self.as_annotations, self.as_suggestions):
            button.setAccessibleDescription(self.asked.text())
            self._choice.addButton(button)
            line.addWidget(button)
            if button is self.as_annotations:
                line.addWidget(self.name)
                line.addSpacing(8)
                button.setChecked(True)
        line.addStretch()
        self.column.addLayout(line)

    def _choose(self, heading: tuple[str, ...], columns: dict[str, str]) -> None:
        self.preview.choose(heading, columns)
        self._looking.start()

    def _go_on(self) -> None:
        more = self.preview.step()
        if not more:
            self._looking.stop()
        self._show(more=more)

    def _show(self, *, more: bool) -> None:
        preview = self.preview
        if preview.kinds:
            self.kinds.setText(preview.kinds + (" …" if more else ""))
        self.samples.show_rows(preview.rows)
        tables = preview.tables
        self.columns.setVisible(bool(tables))
        self.columns.show_tables(tables)
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))
        self._tell([*preview.problems, *preview.remarks], more=more)
        if not more and preview.total:
            self.add.setText(f"Add {plural(preview.total, 'article')}")
        self.add.setEnabled(preview.listed and bool(preview.files))
        self._enable()

    def _tell(self, told: list[str], *, more: bool) -> None:
        folders = {file.parent for file in self.preview.files}
        wait = "Looking into the first articles…" if more else "Nothing is wrong with what was looked at."
        self.troubles.show_sentences([by_name(each, folders) for each in told], wait)
        self.troubles.setToolTip("\n".join(told[:MOST_IN_TIP]))
        self.sign.setVisible(bool(told))

    def _enable(self) -> None:
        some = self.preview.quotes > 0
        for part in (self.asked, self.as_annotations, self.as_suggestions):
            part.setEnabled(some)
        self.name.setEnabled(some and self.as_annotations.isChecked())
