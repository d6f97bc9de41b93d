"""What a format has no place for, said before anything is written."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

HEIGHT = 92  # five sentences


class LossList(QScrollArea):
    """A few sentences that scroll where they are many; the room is kept, so that nothing jumps while one chooses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("What the format leaves out")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("text_role", "note")
        column.addWidget(self.words)
        column.addStretch()
        self.setWidget(inner)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show what is left out, or that nothing is."""
        said = "\n".join(sentences) or "This format keeps everything."
        if said != self.words.text():
            self.words.setText(said)
            self.setAccessibleDescription(said)
