"""A field in which one of the roster's speakers is chosen by typing."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from core.model.records import Speaker

WIDTH = 40
"""Characters; a roster with a longer name makes no wider dialog."""


class SpeakerChooser(QComboBox):
    """Finds a speaker by any part of a name; `speaker_id` is "" while the words are nobody's, or two people's."""

    def __init__(self, words: str, speakers: Sequence[Speaker]) -> None:
        super().__init__()
        self._speakers = speakers
        names = Counter(speaker.name for speaker in speakers)
        self.setAccessibleName(words)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(WIDTH)
        for speaker in speakers:
            also = f"  ({', '.join(speaker.aliases)})" if speaker.aliases else ""
            which = f"  {speaker.external_id}" if names[speaker.name] > 1 and speaker.external_id else ""
            self.addItem(f"{speaker.name}{which}{also}", speaker.id)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setCurrentIndex(-1)

    @property
    def speaker_id(self) -> str:
        """The id of the speaker whose name stands in the field."""
        words, here = " ".join(self.currentText().split()), self.currentIndex()
        if here >= 0 and self.itemText(here) == self.currentText():
            return self._speakers[here].id
        meant = [speaker.id for speaker in self._speakers if speaker.name.casefold() == words.casefold()]
        return meant[0] if len(meant) == 1 else ""

    def choose(self, speaker_id: str) -> None:
        """Put a speaker into the field; an id that is not there empties it."""
        self.setCurrentIndex(self.findData(speaker_id))
