"""The bar on top: logo, menus, undo and redo, how far the project is, search, zoom, export."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QMenuBar, QWidget

from core.model.overview import Progress
from gui.bars import draw_bar
from gui.fonts import figures
from gui.icons import draw_icon
from gui.models.documents import checked_of
from gui.models.found import FoundModel
from gui.theme import Theme
from gui.views.key_button import IconButton, KeyButton
from gui.views.row_painting import draw_words
from gui.views.search_box import SearchBox

HEIGHT = 44
_BAR = 120


class Logo(QWidget):
    """The program's sign."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(22, 22)
        self.setAccessibleName("Quotedesk")
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in ink, its marks in the bar's colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_icon(painter, "logo", QRectF(self.rect()), self._theme.colour("ink"))
        draw_icon(painter, "logo_marks", QRectF(self.rect()), self._theme.colour("window"))
        painter.end()


class ProgressSign(QWidget):
    """How many quotes of the project are checked, in words and as a bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._progress = Progress()
        self.setMinimumSize(150, HEIGHT - 1)
        self.setMaximumWidth(340)
        theme.changed.connect(self.update)

    def show_progress(self, progress: Progress) -> None:
        """Show other figures."""
        if progress != self._progress:
            self._progress = progress
            self.setAccessibleName(checked_of(progress.checked, progress.total))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words and bar; without quotes there is nothing to show."""
        if not self._progress.total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, bold, plain = self._theme.colour("ink"), figures(13, QFont.Weight.DemiBold), figures(13)
        said = checked_of(self._progress.checked, self._progress.total)
        count = f"{self._progress.checked:,}"
        words = said.removeprefix(count)
        width = QFontMetricsF(bold).horizontalAdvance(count) + QFontMetricsF(plain).horizontalAdvance(words)
        bar = _BAR if self.width() > width + _BAR + 10 else 0
        x = (self.width() - width - bar - (10 if bar else 0)) / 2
        used = draw_words(painter, QRectF(x, 0, self.width() - x, self.height()), count, font=bold, colour=ink)
        line = QRectF(x + used, 0, self.width() - x - used, self.height())
        draw_words(painter, line, words, font=plain, colour=ink)
        if bar:
            share = self._progress.checked / self._progress.total
            colour = self._theme.colour("good" if share == 1 else "accent")
            area = QRectF(x + width + 10, self.height() / 2 - 2, bar, 4)
            draw_bar(painter, area, share, colour, self._theme)
        painter.end()


_TIPS = {"zoom_fit": "Text at its usual size", "export": "Export the quotes as a dataset"}


class Toolbar(QWidget):
    """Its buttons do what the actions given to it do, and are greyed with them."""

    def __init__(self, found: FoundModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._theme = theme
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.menus.setAccessibleName("Menus")
        self.progress = ProgressSign(theme)
        self.undo = IconButton("undo", "Undo", theme)
        self.redo = IconButton("redo", "Redo", theme)
        self.smaller = IconButton("minus", "Smaller text", theme)
        self.fit = KeyButton("Fit", "", theme, look="plain")
        self.larger = IconButton("plus", "Larger text", theme)
        self.search = SearchBox(found, theme)
        self.export = KeyButton("Export…", "", theme, icon="export")
        self._arrange()

    def add_menu(self, menu: QMenu) -> None:
        """Put a menu on the bar."""
        self.menus.addMenu(menu)

    def show_caps(self, cap: Callable[[str], str]) -> None:
        """Name the keys that hold now; `cap` gives what the key of an action is called."""
        for name, button in self._buttons().items():
            title, key = _TIPS.get(name, button.accessibleName()), cap(name)
            button.setToolTip(f"{title} ({key})" if key else title)
        self.search.show_cap(cap("find"))

    def bind(self, actions: dict[str, QAction]) -> None:
        """Connect the buttons with the actions of the same names."""
        for name, button in self._buttons().items():
            action = actions[name]
            button.clicked.connect(action.trigger)
            button.setEnabled(action.isEnabled())
            action.enabledChanged.connect(button.setEnabled)

    def _buttons(self) -> dict[str, QAbstractButton]:
        return {
            "undo": self.undo,
            "redo": self.redo,
            "zoom_out": self.smaller,
            "zoom_fit": self.fit,
            "zoom_in": self.larger,
            "export": self.export,
        }

    def _arrange(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 12, 1)
        line.setSpacing(6)
        self.menus.setSizePolicy(self.menus.sizePolicy().Policy.Maximum, self.menus.sizePolicy().Policy.Fixed)
        left: tuple[QWidget, ...] = (Logo(self._theme), self.menus, _rule(), self.undo, self.redo)
        right: tuple[QWidget, ...] = (self.search, _rule(), self.smaller, self.fit, self.larger, _rule(), self.export)
        for widget in left:
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.progress, 100)
        line.addStretch(1)
        for widget in right:
            line.addWidget(widget)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", "down")
    rule.setFixedHeight(18)
    return rule
