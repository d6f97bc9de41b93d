"""The panels on the right, one below the other: which of them gets how much of the height."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from gui.views.candidate_panel import CandidatePanel
from gui.views.history import HEIGHT as STEP
from gui.views.history import History
from gui.views.speaker_panel import ROW as SPEAKER
from gui.views.speaker_panel import SpeakerPanel

WIDTH = 372
_RULE = 1
_FEW_SPEAKERS, _FEW_STEPS = 3, 4
"""Rows that the lists get before another panel gets all that it wishes for."""


class Side(QWidget):
    """Candidates, roster, last changes. In a low window each still has its least height, so that nothing overlaps."""

    def __init__(self, panel: CandidatePanel, speakers: SpeakerPanel, history: History) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._parts: tuple[QWidget, ...] = (panel, speakers, history)
        self._rules = (QFrame(), QFrame())
        for rule in self._rules:
            rule.setProperty("rule", "across")
        for child in (*self._parts, *self._rules):
            child.setParent(self)

    def event(self, event: QEvent) -> bool:
        """Share the height anew when a panel needs another one, as with a field for a comment or one more speaker."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the other height."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        least = [part.minimumSizeHint().height() for part in self._parts]
        whole = [part.sizeHint().height() for part in self._parts]
        few_speakers = min(whole[1], least[1] + (_FEW_SPEAKERS - 1) * SPEAKER)
        few_steps = min(whole[2], least[2] + (_FEW_STEPS - 1) * STEP)
        room = self.height() - _RULE * len(self._rules)
        wishes = ((1, few_speakers), (0, whole[0]), (2, few_steps), (1, whole[1]), (2, room))
        top = 0
        for part, rule, height in zip(self._parts, (*self._rules, None), shared(room, least, wishes), strict=True):
            part.setGeometry(1, top, self.width() - 1, height)
            top += height
            if rule is not None:
                rule.setGeometry(1, top, self.width() - 1, _RULE)
                top += _RULE


def shared(room: int, least: Sequence[int], wishes: Iterable[tuple[int, int]]) -> list[int]:
    """Give each part its least, then spend what is left on one wish after the other: a part's place, and its height."""
    given = list(least)
    for part, height in wishes:
        given[part] += max(0, min(height - given[part], room - sum(given)))
    return given
