"""What a decision would bring along, offered before it is made: off until K or a click."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from gui.fonts import sans
from gui.key_cap import cap_width, draw_cap
from gui.models.chain import ChainModel
from gui.theme import Theme
from gui.tick_box import SIZE as TICK
from gui.tick_box import draw_tick_box
from gui.views.row_painting import draw_words

HEIGHT = 46
_MOST_NUMBERS = 4


class ChainBox(QAbstractButton):
    """A box to tick with two lines: how many quotes would follow, which ones and why. Hidden where none would."""

    def __init__(self, chain: ChainModel, theme: Theme) -> None:
        super().__init__()
        self._chain = chain
        self._theme = theme
        self._lead = self._reason = self._key = ""
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)
        chain.shown.connect(self._show)
        self._show()

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        return QSize(200, HEIGHT)

    def show_cap(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self._show()

    def nextCheckState(self) -> None:
        """A press only asks; what holds is shown when the chain says so."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed frame, the box, the words and the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("accent"), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(self._theme.colour("hover" if self.underMouse() else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        draw_tick_box(painter, QRectF(11, 0, TICK, HEIGHT), self._theme, on=self._chain.on)
        ink, quiet = self._theme.colour("ink"), self._theme.colour("ink2")
        line = QRectF(36, 5, self.width() - 36 - 20 - cap_width(self._key), 18)
        draw_words(painter, line, self._lead, font=sans(13, QFont.Weight.Medium), colour=ink)
        draw_words(painter, line.translated(0, 18), self._reason, font=sans(12), colour=quiet)
        if self._key:
            wide = cap_width(self._key)
            draw_cap(painter, QRectF(self.width() - 10 - wide, (HEIGHT - 20) / 2, wide, 20), self._key, self._theme)
        painter.end()

    def _show(self) -> None:
        numbers = [f"#{number}" for number in self._chain.numbers()]
        self.setVisible(bool(numbers))
        self.setChecked(self._chain.on)
        if not numbers:
            return
        more = f" and {len(numbers) - _MOST_NUMBERS} more" if len(numbers) > _MOST_NUMBERS else ""
        some = ", ".join(numbers[:_MOST_NUMBERS]) + more
        count = "the quote that follows" if len(numbers) == 1 else f"the {len(numbers)} quotes that follow"
        self._lead = f"Also set {count}"
        self._reason = f"{some}: {self._chain.followers[0].reason}"
        become = f"become {self._chain.name}, still unchecked"
        self.setAccessibleName(self._lead)
        self.setAccessibleDescription(f"{self._reason}; they {become}.{f' Key: {self._key}' if self._key else ''}")
        self.setToolTip(f"{', '.join(numbers)} {become}")
        self.update()
