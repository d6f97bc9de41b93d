"""Which quotes to export, in which format, to which file or folder; what that holds and leaves out is counted live."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.model.chosen import SplitBy, Which
from core.model.saying import plural
from gui.dialogs.combo import Combo
from gui.dialogs.dialog import Dialog
from gui.dialogs.losses import LossList
from gui.theme import Theme
from gui.tick_box import TickBox

if TYPE_CHECKING:
    from core.desk.manifest import Chosen
    from core.desk.outlet import Exported

WHICH: tuple[tuple[Which, str, str], ...] = (
    ("checked", "Checked quotes", "what a person accepted, corrected or added"),
    ("complete", "Complete articles only", "for training, where what is not marked is no quote"),
    ("all", "Everything, unchecked suggestions too", ""),
)
NO_SPLIT = "One set"
SPLITS = ("80/10/10", "70/15/15", "90/5/5")
TOGETHER: tuple[tuple[SplitBy, str], ...] = (
    ("document", "article"),
    ("outlet", "outlet"),
    ("speaker", "speaker"),
    ("date", "day"),
)
EVERYBODY, NOW = "Everybody", "As it is now"


class FormatChoice(NamedTuple):
    """A format that can be written: `suffix` is "" where it is a folder, `usual` which quotes it takes by itself."""

    name: str
    title: str
    suffix: str
    usual: Which = "checked"
    can_stand_off: bool = False


class Offer(NamedTuple):
    """What can be chosen from."""

    formats: Sequence[FormatChoice]
    people: Sequence[str] = ()
    releases: Sequence[str] = ()


class Count(Protocol):
    """A count that goes on step by step."""

    def step(self) -> bool:
        """Count some more; returns whether anything is left."""

    @property
    def so_far(self) -> "Exported":
        """What was counted so far."""


class Export(Dialog):
    """`chosen` and `out` are the answer. `count` begins a count of what is chosen; it runs between other events."""

    def __init__(
        self,
        offer: Offer,
        suggested: Path,
        theme: Theme,
        *,
        count: "Callable[[Chosen], Count | None] | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Export", theme, parent)
        self._offer = offer
        self._begin_count = count
        self._count: Count | None = None
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self._go_on)
        self._which = QButtonGroup(self)
        self._by_hand = False
        self.column.addLayout(self._choices())
        self.formats = Combo("Format", [each.title for each in offer.formats], theme)
        self.people = Combo("Decided by", [EVERYBODY, *offer.people], theme)
        self.releases = Combo("Version", [NOW, *reversed(offer.releases)], theme)
        self.splits = Combo("Split", [NO_SPLIT, *SPLITS], theme)
        self.together = Combo("Keep together", [words for _, words in TOGETHER], theme)
        self.stand_off = TickBox("Leave the texts out", theme)
        self.file = QLineEdit(str(suggested))
        self.column.addLayout(self._grid())
        self.told = QLabel()
        self._held = ""
        self.losses = LossList()
        self.column.addWidget(self.told)
        self.column.addWidget(self.losses)
        self.export, _ = self.add_buttons(
            ("Export", QDialogButtonBox.ButtonRole.AcceptRole), ("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        )
        self._listen()
        self._take_format()
        self._say()

    @property
    def out(self) -> Path:
        """The file or folder to be written."""
        return Path(self.file.text().strip())

    @property
    def format(self) -> FormatChoice:
        """The format."""
        return self._offer.formats[self.formats.currentIndex()]

    @property
    def which(self) -> Which:
        """Which quotes."""
        return WHICH[self._which.checkedId()][0]

    @property
    def chosen(self) -> "Chosen":
        """All that was chosen, for the desk."""
        from core.desk.manifest import Chosen
        from core.desk.splits import parsed_split

        by = TOGETHER[self.together.currentIndex()][0]
        split = parsed_split(self.splits.currentText(), by) if self.splits.currentIndex() else None
        return Chosen(
            format=self.format.name,
            which=self.which,
            annotator=self.people.currentText() if self.people.currentIndex() else None,
            release=self.releases.currentText() if self.releases.currentIndex() else None,
            stand_off=self.stand_off.isChecked(),
            split=split,
        )

    def choose(self, which: Which) -> None:
        """Choose which quotes; from now on another format does not change that."""
        self._by_hand = True
        self._set_which(which)

    def _set_which(self, which: Which) -> None:
        self._which.button([name for name, _, _ in WHICH].index(which)).setChecked(True)

    def _listen(self) -> None:
        self.formats.currentIndexChanged.connect(lambda place: self._take_format())
        self.splits.currentIndexChanged.connect(lambda place: self._rename())
        self.file.textChanged.connect(lambda words: self._say())
        for combo in (self.people, self.releases):
            combo.currentIndexChanged.connect(lambda place: self._recount())
        self._which.idClicked.connect(lambda place: self.choose(WHICH[place][0]))
        self._which.idToggled.connect(lambda place, on: self._recount() if on else None)

    def _choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for place, (_, words, note) in enumerate(WHICH):
            button = QRadioButton(f"{words}: {note}" if note else words)
            self._which.addButton(button, place)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._which.button(0).setChecked(True)
        return column

    def _grid(self) -> QGridLayout:
        self.file.setAccessibleName("File")
        self.file.setMinimumWidth(420)
        browse = QPushButton("Choose…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        rows: list[tuple[str, Sequence[QWidget]]] = [
            ("Format", (self.formats,)),
            ("Decided by", (self.people,)),
            ("Version", (self.releases,)),
            ("Split", (self.splits, QLabel("Keep together:"), self.together)),
            ("", (self.stand_off,)),
            ("File", (self.file, browse)),
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, (words, widgets) in enumerate(rows):
            grid.addWidget(QLabel(words), place, 0)
            grid.addLayout(_line(widgets), place, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _take_format(self) -> None:
        self.stand_off.setEnabled(self.format.can_stand_off)
        if not self.format.can_stand_off:
            self.stand_off.setChecked(False)  # a tick that is only grey would promise what doesn't happen
        if not self._by_hand:
            self._set_which(self.format.usual)
        self._rename()
        self._recount()

    @property
    def _is_folder(self) -> bool:
        return not self.format.suffix or self.splits.currentIndex() > 0

    def _rename(self) -> None:
        self.together.setEnabled(self.splits.currentIndex() > 0)
        name = self._bare_name()
        if name.strip("."):  # dots alone name a folder that is there
            suffix = "" if self._is_folder else self.format.suffix
            self.file.setText(str(self.out.with_name(name + suffix)))

    def _bare_name(self) -> str:
        """The name without the ending of a format, "" for none: what else stands behind a dot belongs to the name."""
        name = self.out.name
        endings = (each.suffix for each in self._offer.formats if each.suffix and name.endswith(each.suffix))
        return name.removesuffix(max(endings, key=len, default=""))

    def _browse(self) -> None:
        # A folder that is not there yet is named as a new file is.
        name, _ = QFileDialog.getSaveFileName(self, "Export to", self.file.text())
        if name:
            self.file.setText(name)

    def _recount(self) -> None:
        if self._begin_count is not None:
            self._count = self._begin_count(self.chosen)
            self._counting.start()

    def _go_on(self) -> None:
        self._counting.stop()  # whatever goes wrong with a step is told once
        more = self._count is not None and self._count.step()
        if self._count is not None:
            self._tell(self._count.so_far, more=more)
        if more:
            self._counting.start()

    def _tell(self, found: "Exported", *, more: bool) -> None:
        held = f"{plural(found.articles, 'article')}, {plural(found.quotes, 'quote')}"
        self._held = f"{held}{' so far…' if more else '.'}"
        self._say()
        self.losses.show_sentences(found.losses)

    def _say(self) -> None:
        """Say what is in the dataset, and whether another one goes for it."""
        taken = bool(self.file.text().strip()) and os.path.exists(self.out)
        replaced = f"{self.out.name} is there already and will be replaced." if taken else ""
        self.told.setText(" ".join(part for part in (self._held, replaced) if part))


def _line(widgets: Sequence[QWidget]) -> QLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for place, widget in enumerate(widgets):
        line.addWidget(widget, 1 if place == 0 else 0)
    return line
