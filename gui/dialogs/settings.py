"""The settings a person can choose, from the table of settings."""

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from core.settings import TABLE, Value
from core.settings import Settings as Choices
from gui.dialogs.combo import Combo
from gui.dialogs.dialog import Dialog, with_note
from gui.stylesheet import SYSTEM
from gui.theme import Theme
from gui.tick_box import TickBox

_CAPTIONS = {
    "annotator": "Annotator",
    "spacy_model": "spaCy model",
    "theme": "Theme",
    "reduced_motion": "Reduced motion",
    "next_stop": "After a decision",
    "keep_times": "Times",
}
_CHOICES = {
    "theme": {SYSTEM: "As the system", "light": "Light", "dark": "Dark", "contrast": "High contrast"},
    "next_stop": {"unchecked": "Go on to the next unchecked quote", "doubtful": "Go on to the next doubtful quote"},
}
_BOXES = {"reduced_motion": "Show changes at once", "keep_times": "Keep how long each decision takes"}


class Settings(Dialog):
    """`chosen` has what stands in the fields; nothing is kept before Save."""

    def __init__(self, choices: Choices, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Settings", theme, parent)
        self.fields: dict[str, QWidget] = {}
        form = QFormLayout()
        form.setVerticalSpacing(16)
        form.setHorizontalSpacing(16)
        for setting in TABLE:
            if setting.key not in _CAPTIONS:
                continue
            field = _field(setting.key, choices[setting.key], theme)
            field.setAccessibleName(_CAPTIONS[setting.key])
            field.setAccessibleDescription(setting.help)
            self.fields[setting.key] = field
            form.addRow(_CAPTIONS[setting.key], with_note(field, setting.help))
        self.column.addLayout(form)
        self.add_buttons(
            ("Save", QDialogButtonBox.ButtonRole.AcceptRole), ("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        )

    def chosen(self) -> dict[str, Value]:
        """Return what stands in the fields; an empty annotator stays what it was."""
        values: dict[str, Value] = {}
        for key, field in self.fields.items():
            if isinstance(field, TickBox):
                values[key] = field.isChecked()
            elif isinstance(field, QComboBox):
                values[key] = list(_CHOICES[key])[field.currentIndex()]
            elif isinstance(field, QLineEdit) and (field.text().strip() or key != "annotator"):
                values[key] = field.text().strip()
        return values


def _field(key: str, value: Value, theme: Theme) -> QWidget:
    if isinstance(value, bool):
        box = TickBox(_BOXES[key], theme)
        box.setChecked(value)
        return box
    if key in _CHOICES:
        combo = Combo(key, list(_CHOICES[key].values()), theme)
        combo.setCurrentIndex(list(_CHOICES[key]).index(str(value)) if value in _CHOICES[key] else 0)
        return combo
    return QLineEdit(str(value))
