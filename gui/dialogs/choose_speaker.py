"""Who shall be the speaker of many quotes at once."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from core.model.records import Speaker
from core.model.saying import plural
from gui.dialogs.dialog import Dialog, sentence
from gui.dialogs.speaker_chooser import SpeakerChooser
from gui.models.names import Name
from gui.theme import Theme


class ChooseSpeakerDialog(Dialog):
    """`chosen` is one of the roster, or a new name."""

    def __init__(self, speakers: Sequence[Speaker], count: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Set speaker", theme, parent)
        self._names = {speaker.id: speaker.name for speaker in speakers}
        self.column.addWidget(sentence(f"{plural(count, 'quote')} will be checked as this speaker's, as one step."))
        self.field = SpeakerChooser("Speaker", speakers)
        self.field.setMinimumWidth(380)
        self.column.addWidget(self.field)
        self.set, _ = self.add_buttons(
            ("Set speaker", QDialogButtonBox.ButtonRole.AcceptRole), ("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        )
        self.field.currentTextChanged.connect(lambda words: self._show())
        self._show()

    def chosen(self) -> Name:
        """Return whose name stands in the field."""
        speaker_id = self.field.speaker_id
        if speaker_id:
            return Name(self._names[speaker_id], speaker_id=speaker_id)
        return Name(" ".join(self.field.currentText().split()))

    def _show(self) -> None:
        self.set.setEnabled(bool(self.field.currentText().strip()))
