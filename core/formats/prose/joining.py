"""Paragraphs that become one text, with an empty line between any two, and the zones among them."""

from typing import Any

from core.model.terms import ZoneType

BETWEEN = "\n\n"


class Prose:
    """Takes paragraphs one by one and says where in the text those that are zones stand."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._length = 0
        self.zones: list[dict[str, Any]] = []
        self.headline: str | None = None

    def add(self, paragraph: str, zone: ZoneType | None = None) -> None:
        """Take one more paragraph, just as it is; one without words is passed over."""
        if not paragraph.strip():
            return
        start = self._length + (len(BETWEEN) if self._paragraphs else 0)
        self._paragraphs.append(paragraph)
        self._length = start + len(paragraph)
        if zone is ZoneType.HEADLINE and self.headline is None:
            self.headline = " ".join(paragraph.split())
        if zone is not None:
            self.zones.append({"start": start, "end": self._length, "type": zone.value})

    @property
    def text(self) -> str:
        """All paragraphs so far."""
        return BETWEEN.join(self._paragraphs)

    def __bool__(self) -> bool:
        """Whether there are words in it."""
        return bool(self._paragraphs)
