"""What this is, and under which terms."""

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from core.version import own_version
from gui.dialogs.dialog import Dialog, sentence
from gui.theme import Theme


class About(Dialog):
    """Name, version, licences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("About Quotedesk", theme, parent)
        self.column.addWidget(sentence(f"Version {own_version()}. Check who said what in news articles."))
        self.column.addWidget(
            sentence(
                "Quotedesk is under the Apache License 2.0. It uses Qt through PySide6 (LGPL 3), spaCy (MIT) and the "
                "typefaces Inter and Source Serif 4 (SIL Open Font License). Everything stays on this computer."
            )
        )
        self.add_buttons(("Close", QDialogButtonBox.ButtonRole.AcceptRole))
