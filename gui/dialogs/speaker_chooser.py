"""A field in which one of the roster's speakers is chosen by typing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from core.model.records import Speaker


class SpeakerChooser(QComboBox):
    """Finds a speaker by any part of a name; `speaker_id` is "" while the words are nobody's."""

    def __init__(self, words: str, speakers: Sequence[Speaker]) -> None:
        super().__init__()
        self.setAccessibleName(words)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for speaker in speakers:
            also = f"  ({', '.join(speaker.aliases)})" if speaker.aliases else ""
            self.addItem(f"{speaker.name}{also}", speaker.id)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.setCurrentIndex(-1)

    @property
    def speaker_id(self) -> str:
        """The id of the speaker whose name stands in the field."""
        place = self.findText(self.currentText(), Qt.MatchFlag.MatchExactly)
        return str(self.itemData(place)) if place >= 0 else ""

    def choose(self, speaker_id: str) -> None:
        """Put a speaker into the field; an id that is not there empties it."""
        self.setCurrentIndex(self.findData(speaker_id))
