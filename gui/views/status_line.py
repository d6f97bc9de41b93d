"""The status line: what is saved, who works, what the model does, what was refused, and the next key."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.bars import draw_bar
from gui.fonts import figures
from gui.key_cap import KeyCap
from gui.sign import Sign
from gui.theme import Theme
from gui.views.key_button import KeyButton
from gui.views.row_painting import draw_words

HEIGHT = 28
MESSAGE_MILLISECONDS = 10_000
_GAP, _BEFORE_CAP = 6, 10  # between all parts, and more of it before a cap, which belongs to the words after it


class Tone(Enum):
    """What a sentence tells of: what was done, what can be done, what was refused. The value is its icon and colour."""

    DONE = ("tick", "good")
    HINT = ("info", "ink2")
    REFUSED = ("warning", "doubttext")


class Bar(QWidget):
    """A thin bar for a share, 0 to 1."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(width, 4)
        theme.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Show another share."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_bar(painter, QRectF(self.rect()), self._share, self._theme.colour("accent"), self._theme)
        painter.end()


class Badge(QWidget):
    """The doubt badge: "? 3" on the doubt colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def say(self, words: str) -> None:
        """Show other words."""
        self.words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the words with their ground."""
        font = figures(12, QFont.Weight.DemiBold)
        return QSize(round(QFontMetricsF(font).horizontalAdvance(self.words)) + 12, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("doubtfill"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setFont(figures(12, QFont.Weight.DemiBold))
        painter.setPen(self._theme.colour("doubttext"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
        painter.end()


class Message(QLabel):
    """A sentence on one line, cut with an ellipsis where it is too long; tooltip and accessible name have all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("text_role", "note")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, sentence: str) -> None:
        """Show another sentence."""
        super().setText(sentence)
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of it as there is room for."""
        painter = QPainter(self)
        colour = self.palette().windowText().color()
        draw_words(painter, QRectF(self.contentsRect()), self.text(), font=self.font(), colour=colour)
        painter.end()


class StatusLine(QWidget):
    """While a sentence stands, all else but the labelling makes room for it. `cancelled`: stop the labelling."""

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("status_line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._theme = theme
        self._caps: dict[str, KeyCap] = {}
        self._hints_here = ""
        self._doubtful = 0
        self._timer = QTimer(self, singleShot=True, interval=MESSAGE_MILLISECONDS)
        self._timer.timeout.connect(self.quiet)
        self._build()
        self.show_saved("Ready")
        self.quiet()
        self.show_doubt(0)
        self.show_job("", 0.0)
        self.show_hints(in_project=False, in_text=True)

    def show_saved(self, words: str) -> None:
        """Say how the data stands: "All changes saved"."""
        self.saved.setText(words)
        self.saved.setAccessibleName(words)

    def say(self, sentence: str, tone: Tone = Tone.DONE) -> None:
        """Say a sentence for ten seconds."""
        self.sign.show_sign(*tone.value)
        self.message.setText(sentence)
        self._make_room()
        self._timer.start()

    def quiet(self) -> None:
        """Take the sentence away, since its time is over or a step went through after it."""
        if not self.message.text() and not self.saved.isHidden():
            return
        self._timer.stop()
        self.sign.show_sign("tick", "good")
        self.message.setText("")
        self._make_room()

    def show_work(self, annotator: str, model: str) -> None:
        """Say under whose name decisions are kept, and which model suggests."""
        self.annotator.setText(f"Annotator: {annotator}" if annotator else "")
        self.model.setText(f"Model: {model}" if model else "")
        self._make_room()

    def show_job(self, title: str, progress: float) -> None:
        """Show the labelling of an article, nothing with ""."""
        words = QFontMetricsF(self.font()).elidedText(title, Qt.TextElideMode.ElideRight, 220)
        self.job.setText(f"Looking for quotes in “{words}”" if title else "")
        self.bar.show_share(progress)
        for widget in (self.job, self.bar, self.cancel):
            widget.setVisible(bool(title))
        self._make_room()

    def show_doubt(self, doubtful: int) -> None:
        """Show how many doubtful quotes are left."""
        self._doubtful = doubtful
        self.badge.say(f"? {doubtful:,}")
        self._make_room()

    def show_caps(self, cap: Callable[[str], str]) -> None:
        """Show the keys that hold now; `cap` gives what the key of an action is called."""
        for action, shown in self._caps.items():
            shown.say(cap(action) or "—")

    def show_hints(self, *, in_project: bool, in_text: bool) -> None:
        """Show the keys that help here."""
        self._hints_here = ("text" if in_text else "away") if in_project else "start"
        self._make_room()

    def _build(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 1, 12, 0)
        line.setSpacing(_GAP)
        self.sign = Sign("tick", "good", self._theme)
        self.saved, self.annotator, self.model, self.job, self.doubt = (_note() for _ in range(5))
        self.saved.setProperty("tone", "good")
        self.message = Message()
        self.doubt.setText("doubtful left")
        self.doubt.setContentsMargins(0, 0, _BEFORE_CAP, 0)
        self.bar = Bar(self._theme, 80)
        self.cancel = KeyButton("Cancel", "", self._theme, look="plain")
        self.cancel.clicked.connect(self.cancelled)
        self.badge = Badge(self._theme)
        self._rules = [_rule() for _ in range(3)]
        first: tuple[QWidget, ...] = (self.sign, self.saved, self._rules[0], self.annotator, self._rules[1], self.model)
        then: tuple[QWidget, ...] = (self.job, self.bar, self.cancel, self._rules[2], self.badge, self.doubt)
        for widget in first:
            line.addWidget(widget)
        line.addWidget(self.message, 1)
        self._tail = QHBoxLayout()
        self._tail.setSpacing(_GAP)
        line.addLayout(self._tail)
        for widget in then:
            self._tail.addWidget(widget)
        self._hints = {
            "text": self._hint(("next_doubtful", "next doubtful"), ("keys_by_sign", "all keys")),
            "away": self._hint(("back", "back to the text")),
            "start": self._hint(("", "Everything stays on this computer")),
        }

    def _hint(self, *pairs: tuple[str, str]) -> list[QWidget]:
        made: list[QWidget] = []
        for action, words in pairs:
            note = _note()
            note.setText(words)
            note.setContentsMargins(0, 0, _BEFORE_CAP if (action, words) != pairs[-1] else 0, 0)
            if action:
                self._caps[action] = KeyCap("", self._theme)
                made.append(self._caps[action])
            made.append(note)
        for widget in made:
            self._tail.addWidget(widget)
        return made

    def _make_room(self) -> None:
        alone = bool(self.message.text())
        self.saved.setVisible(not alone)
        for label, rule in ((self.annotator, self._rules[0]), (self.model, self._rules[1])):
            label.setVisible(not alone and bool(label.text()))
            rule.setVisible(not alone and bool(label.text()))
        self.badge.setVisible(not alone and self._doubtful > 0)
        self.doubt.setVisible(not alone and self._doubtful > 0)
        self._rules[2].setVisible(not alone and bool(self.job.text()) and self._doubtful > 0)
        for place, hints in self._hints.items():
            for widget in hints:
                widget.setVisible(not alone and place == self._hints_here)


def _note() -> QLabel:
    label = QLabel()
    label.setProperty("text_role", "note")
    return label


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", "down")
    rule.setFixedHeight(14)
    return rule
