"""What stands where the article would be while the project has none: how the first ones come in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.models.documents import DocumentsModel
from gui.theme import Theme
from gui.views.key_button import KeyButton


class NoArticles(QWidget):
    """Lies over the article view while the queue is empty, which may be folded away; `asked` asks for articles."""

    asked = Signal()

    def __init__(self, documents: DocumentsModel, theme: Theme) -> None:
        super().__init__()
        self._documents = documents
        title = QLabel("No articles yet")
        title.setProperty("text_role", "page")
        note = QLabel("Drop files here, or choose them. They are copied; the originals stay as they are.")
        note.setProperty("text_role", "note")
        self.add = KeyButton("Add articles…", "", theme, look="primary")
        self.add.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (title, note, self.add):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        documents.modelReset.connect(self._refresh)
        self._refresh()

    def show_cap(self, key: str) -> None:
        """Show the key that asks for articles."""
        self.add.setCaption(self.add.text(), key)

    def _refresh(self) -> None:
        self.setVisible(self._documents.rowCount() == 0)
