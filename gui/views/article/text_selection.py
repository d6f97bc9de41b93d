"""The words a person has dragged over, in code points of the text as it was imported."""

from core.model.spans import Span


class TextSelection:
    """An anchor and the end that moves. Nothing is selected while both are the same."""

    def __init__(self) -> None:
        self.anchor = 0
        self.end = 0
        self.shown = False
        """Whether they were selected to show them, as what was looked for, and not by a person."""

    @property
    def span(self) -> Span | None:
        """What is selected, None if nothing is."""
        if self.anchor == self.end:
            return None
        return Span(min(self.anchor, self.end), max(self.anchor, self.end))

    def begin(self, position: int) -> None:
        """Start anew with nothing selected."""
        self.anchor = self.end = position
        self.shown = False

    def extend(self, position: int) -> None:
        """Move the end."""
        self.end = position
        self.shown = False

    def select(self, start: int, end: int, *, shown: bool = False) -> None:
        """Select a span; `shown` says that nobody has marked it by hand."""
        self.anchor, self.end, self.shown = start, end, shown

    def words(self, text: str) -> str:
        """Return what is selected exactly as it was imported; "" if nothing is."""
        return text[self.span.start : self.span.end] if self.span else ""
