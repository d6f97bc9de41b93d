"""All that the roster knows of a speaker, to be changed."""

from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from core.model.records import Speaker
from core.model.terms import SpeakerKind
from gui.dialogs.combo import Combo
from gui.dialogs.dialog import Dialog, with_note
from gui.theme import Theme

_KINDS = {
    SpeakerKind.UNKNOWN: "Not known",
    SpeakerKind.PERSON: "A person",
    SpeakerKind.GROUP: "A group: a company, a ministry, a crowd",
    SpeakerKind.DOCUMENT: "A document: a report, a statement",
}


class EditSpeakerDialog(Dialog):
    """The fields have the answer; nothing is kept before Save."""

    def __init__(self, speaker: Speaker, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Speaker", theme, parent)
        self.name = QLineEdit(speaker.name)
        self.aliases = QPlainTextEdit("\n".join(speaker.aliases))
        self.aliases.setFixedHeight(86)
        self.aliases.setTabChangesFocus(True)
        self.external_id = QLineEdit(speaker.external_id or "")
        self.external_id.setPlaceholderText("Q58217, or any URI")
        self.kind = Combo("Kind", list(_KINDS.values()), theme)
        self.kind.setCurrentIndex(list(_KINDS).index(speaker.kind))
        form = QFormLayout()
        form.setVerticalSpacing(16)
        form.setHorizontalSpacing(16)
        for words, field, note in (
            ("Name", self.name, "Every quote of this speaker shows it, in every article."),
            ("Other names", self.aliases, "One a line. Typing any of them finds this speaker."),
            ("Identifier", self.external_id, "Kept as text, and exported. Nothing is looked up on the network."),
            ("Kind", self.kind, ""),
        ):
            field.setAccessibleName(words)
            field.setMinimumWidth(380)
            form.addRow(words, with_note(field, note))
        self.column.addLayout(form)
        self.add_buttons(
            ("Save", QDialogButtonBox.ButtonRole.AcceptRole), ("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        )
        self.name.selectAll()

    def chosen_kind(self) -> SpeakerKind:
        """Return the kind that is chosen."""
        return list(_KINDS)[self.kind.currentIndex()]

    def chosen_aliases(self) -> tuple[str, ...]:
        """Return the other names, one a line."""
        return tuple(line.strip() for line in self.aliases.toPlainText().splitlines() if line.strip())
