"""The picture of all quotes in the map: a pixel belongs to one quote and has its speaker's colour."""

from array import array
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QColor, QImage

from core.model.terms import Kind
from gui.models.article import ArticleModel
from gui.theme import Theme, fold
from gui.views.article.map_cells import Cells, Grid, Survey
from gui.views.article.marks import Look, look_of
from gui.views.article.page import Page
from gui.views.article.pieces import Pieces

STRONG = 0.62
WEAK = 0.32
STEP = 5.0  # height of the picture that one wedge of doubt tells of
LINES_FROM = 5.0  # pixels that a line of text needs for its own stroke
AT_A_TIME = 600  # quotes, some 4 ms


class Shade(NamedTuple):
    """How a quote is shown in the map."""

    weak: bool
    slot: int
    doubtful: bool


class MapPicture(QObject):
    """Made a few hundred quotes at a time; the last picture stays until the new one is whole, which `ready` tells."""

    ready = Signal()

    def __init__(self, model: ArticleModel, page: Page, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._page = page
        self._theme = theme
        self.image = QImage()
        self.cells: Cells | None = None
        """Where quotes stand in the picture, None while there is none."""
        self.ratio = 1.0
        """Pixels of the picture to one of the screen's units."""
        self.doubts: Counter[int] = Counter()
        """Doubtful quotes by the step of the picture in which they begin."""
        self._pixels = array("I", [0])
        self._shades: list[Shade] = []
        self._of = ""
        self._asked: Grid | None = None
        self._survey: Survey | None = None
        self._coming: list[Shade] = []
        self._mixed: tuple[str, tuple[list[int], list[int]]] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def is_behind(self) -> bool:
        """Whether a new picture is being made, or will be when the map is painted."""
        return self._survey is not None or not self._asked

    def forget(self) -> None:
        """Say that quotes or lines are others now. The picture of another article goes at once."""
        self._asked = self._survey = None
        self._coming = []
        self._next.stop()
        if self._of is not self._page.text:
            self._of, self.image, self.cells, self._shades = self._page.text, QImage(), None, []
            self.doubts.clear()

    def make(self, pieces: Pieces, size: QSizeF, *, scale: float, ratio: float) -> None:
        """Begin a picture of some size unless it is there or under way; `scale` is what a pixel of the page takes."""
        grid = Grid(round(size.width() * ratio), max(1, round(size.height() * ratio)), scale * ratio, ratio)
        if self._asked != grid:
            self._asked, self._coming = grid, []
            self._survey = Survey(self._page, pieces, grid)
            if len(pieces) > AT_A_TIME:
                self._next.start()  # what is painted just now does not wait for it
            else:
                self._go_on()

    def reread(self, rows: Iterable[int]) -> None:
        """Take in what some quotes have become."""
        for row in rows:
            if row < len(self._coming):
                self._coming[row] = self._shade(row)
            if not self.is_behind and row < len(self._shades):
                self._count_doubt(row, -1)
                self._shades[row] = self._shade(row)
                self._count_doubt(row, 1)
                self._colour((row,))

    def _go_on(self) -> None:
        survey = self._survey
        if survey is None:
            return
        mapped = survey.go_on(AT_A_TIME)
        known, count = len(self._coming), len(self._model.quotes)
        self._coming += map(self._shade, range(known, min(known + AT_A_TIME, count)))
        if mapped and len(self._coming) == count:
            self._survey = None
            self._take(survey)
            self.ready.emit()
        else:
            self._next.start()

    def _take(self, survey: Survey) -> None:
        """Put what has been surveyed into the place of the picture before it."""
        self.cells, (wide, high, _, self.ratio) = survey.cells(), survey.grid
        self._shades, self._coming = self._coming, []
        self.doubts.clear()
        for row in range(len(self._shades)):
            self._count_doubt(row, 1)
        self._pixels = self._ground(self.cells, wide, high)
        self._colour(range(len(self.cells.pixels)))
        self.image = QImage(memoryview(self._pixels).cast("B"), wide, high, wide * 4, QImage.Format.Format_RGB32)

    def _ground(self, cells: Cells, wide: int, high: int) -> "array[int]":
        """Return pixels of the panel's colour or, where lines have room, of theirs."""
        panel = self._theme.colour("panel")
        pixels = array("I", [panel.rgb()]) * (wide * high)
        if cells.pitch >= LINES_FROM:
            line = array("I", [_mix(panel, self._theme.colour("line"), 1.0)]) * wide
            for y in cells.lines:
                pixels[y * wide : (y + 1) * wide] = line
        return pixels

    def _colour(self, rows: Iterable[int]) -> None:
        """Set the pixels of some quotes."""
        if self.cells is None:
            return
        table, known = self._table(), min(len(self._shades), len(self.cells.pixels))
        for row in rows:
            if row < known:
                shade = self._shades[row]
                colour = table[shade.weak][shade.slot]
                for pixel in self.cells.pixels[row]:
                    self._pixels[pixel] = colour

    def _count_doubt(self, row: int, by: int) -> None:
        if self._shades[row].doubtful and self.cells is not None and row < len(self.cells.tops):
            self.doubts[round(self.cells.tops[row] / self.ratio / STEP)] += by

    def _shade(self, row: int) -> Shade:
        quote = self._model.quotes[row]
        doubtful = look_of(self._model, quote) is Look.DOUBTFUL
        return Shade(quote.kind is Kind.INDIRECT, fold(self._model.slot(quote)), doubtful)

    def _table(self) -> tuple[list[int], list[int]]:
        """Return the colour of each slot, strong and weak, in the theme of now."""
        if self._mixed is None or self._mixed[0] != self._theme.name:
            panel = self._theme.colour("panel")
            strong, weak = (
                [_mix(panel, self._theme.line(slot), share) for slot in range(8)] for share in (STRONG, WEAK)
            )
            self._mixed = (self._theme.name, (strong, weak))
        return self._mixed[1]


def _mix(ground: QColor, colour: QColor, share: float) -> int:
    pairs = ((ground.red(), colour.red()), (ground.green(), colour.green()), (ground.blue(), colour.blue()))
    red, green, blue = (round(below + (above - below) * share) for below, above in pairs)
    return 0xFF000000 | red << 16 | green << 8 | blue
