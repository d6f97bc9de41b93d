"""A field in which one of the roster's speakers is chosen by typing."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter

from core.model.records import Speaker

WIDTH = 40
"""Characters; a roster with a longer name makes no wider dialog."""


class SpeakerChooser(QComboBox):
    """Finds a speaker by any part of a name; `speaker_id` is "" while the words are nobody's, or two people's.

    `changed` comes when another one may be meant: Qt tells of the words before it knows which row they are.
    """

    changed = Signal()

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
        offered = completer.popup()
        assert offered is not None, "it is made when it is asked for"
        offered.setObjectName("completions")
        self.setCompleter(completer)
        self.setCurrentIndex(-1)
        self.currentTextChanged.connect(lambda words: self.changed.emit())
        self.currentIndexChanged.connect(lambda row: self.changed.emit())
        completer.activated.connect(lambda words: self._take(str(words)))

    def _take(self, words: str) -> None:
        self.setCurrentIndex(self.findText(words))

    @property
    def speaker_id(self) -> str:
        """The id of the speaker whose name stands in the field."""
        words, here = " ".join(self.currentText().split()), self.currentIndex()
        if here >= 0 and self.itemText(here) == self.currentText():
            return self._speakers[here].id
        meant = [speaker.id for speaker in self._speakers if speaker.name.casefold() == words.casefold()]
        return meant[0] if len(meant) == 1 else ""

    def choose(self, speaker_id: str) -> None:
        """Put a speaker into the field, to be typed over; an id that is not there empties it."""
        self.setCurrentIndex(self.findData(speaker_id))
        line = self.lineEdit()
        assert line is not None, "the box can be typed into"
        line.selectAll()
