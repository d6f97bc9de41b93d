"""What is selected now: view state, never saved with the data."""

from enum import Enum

from PySide6.QtCore import QObject, Signal


class Mode(Enum):
    """What the digits mean: candidates, the kinds of "not a named speaker", or reasons for "not a quote"."""

    PICK = "pick"
    NOBODY = "nobody"
    REASON = "reason"


class Selection(QObject):
    """The article, quote and candidate a person is looking at. "" stands for none."""

    document_changed = Signal(str)
    quote_changed = Signal(str)
    candidate_changed = Signal(int)
    hovered_changed = Signal(str)
    mode_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document_id = ""
        self.quote_id = ""
        self.candidate = 0
        self.hovered = ""
        self.mode = Mode.PICK

    def select_document(self, document_id: str) -> None:
        """Make an article the current one; no quote of it is current yet."""
        if document_id == self.document_id:
            return
        self.select_quote("")
        self.document_id = document_id
        self.document_changed.emit(document_id)

    def select_quote(self, quote_id: str) -> None:
        """Make a quote of the current article the current one, its first candidate selected."""
        if quote_id == self.quote_id:
            return
        self.set_mode(Mode.PICK)
        self.hover("")
        self.quote_id = quote_id
        self.select_candidate(0)
        self.quote_changed.emit(quote_id)

    def select_candidate(self, index: int) -> None:
        """Move the candidate cursor, 0 for the first."""
        if index != self.candidate:
            self.candidate = index
            self.candidate_changed.emit(index)

    def hover(self, quote_id: str) -> None:
        """Say which quote the pointer is over, in the text or on its tag."""
        if quote_id != self.hovered:
            self.hovered = quote_id
            self.hovered_changed.emit(quote_id)

    def set_mode(self, mode: Mode) -> None:
        """Say what the digits mean now."""
        if mode is not self.mode:
            self.mode = mode
            self.mode_changed.emit(mode)
