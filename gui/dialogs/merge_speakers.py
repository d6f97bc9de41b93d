"""Two speakers who are one: which name stays, and what the merge will change."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QListWidget, QWidget

from core.model.overview import Use
from core.model.records import Speaker
from core.model.saying import plural
from gui.dialogs.dialog import Dialog, sentence
from gui.dialogs.speaker_chooser import SpeakerChooser
from gui.theme import Theme

MOST_LISTED = 200
MOST_SHOWN = 60
"""Characters of a name in the sentence; longer ones are cut off."""


class MergeSpeakersDialog(Dialog):
    """`gone` and `kept` are the ids chosen; the list shows the articles and quotes that will change."""

    def __init__(
        self,
        speakers: Sequence[Speaker],
        uses: Callable[[str], Sequence[Use]],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Merge speakers", theme, parent)
        self._speakers = speakers
        self._uses = uses
        self._gone, self._kept = SpeakerChooser("Merge", speakers), SpeakerChooser("into", speakers)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.addRow("Merge", self._gone)
        form.addRow("into", self._kept)
        self.told = sentence("")
        self.articles = QListWidget()
        self.articles.setObjectName("changing")
        self.articles.setAccessibleName("Articles that will change")
        self.articles.setMinimumSize(460, 104)  # four lines; more with a larger window
        self.articles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.articles.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.column.addLayout(form)
        self.column.addWidget(self.told)
        self.column.addWidget(self.articles, 1)
        self.merge, _ = self.add_buttons(
            ("Merge", QDialogButtonBox.ButtonRole.AcceptRole), ("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        )
        for chooser in (self._gone, self._kept):
            chooser.changed.connect(self._show)
        self._show()
        self.resize(self.minimumSizeHint())  # a list asks for more than the few lines that most merges have

    @property
    def gone(self) -> str:
        """The id of the speaker who goes."""
        return self._gone.speaker_id

    @property
    def kept(self) -> str:
        """The id of the speaker who stays."""
        return self._kept.speaker_id

    def choose(self, *, gone: str, kept: str) -> None:
        """Choose two speakers; an id that is not there chooses nobody."""
        self._gone.choose(gone)
        self._kept.choose(kept)
        self._show()

    def _show(self) -> None:
        named = {speaker.id: _short(speaker.name) for speaker in self._speakers}
        gone, kept = named.get(self.gone), named.get(self.kept)
        ready = gone is not None and kept is not None and self.gone != self.kept
        self.merge.setEnabled(ready)
        self.articles.clear()
        if not ready:
            self.told.setText("Choose two speakers. Nothing is changed before you press Merge.")
            return
        uses = self._uses(self.gone)
        quotes = sum(use.quotes for use in uses)
        self.told.setText(
            f"{plural(quotes, 'quote')} in {plural(len(uses), 'article')} will name {kept} instead of {gone}. "
            f"“{gone}” stays as another name. One undo takes it all back."
        )
        for use in uses[:MOST_LISTED]:
            self.articles.addItem(f"{plural(use.quotes, 'quote')}: {use.title}")
        if len(uses) > MOST_LISTED:
            self.articles.addItem(f"and {plural(len(uses) - MOST_LISTED, 'more article')}")


def _short(name: str) -> str:
    return name if len(name) <= MOST_SHOWN else f"{name[:MOST_SHOWN]}…"
