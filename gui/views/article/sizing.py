"""How large the text is and how wide its column."""

from PySide6.QtCore import Signal

from gui.views.article.column import LEAST_MEASURE
from gui.views.article.page import SIZE
from gui.views.article.surface import Surface

ZOOMS = tuple(pixels / SIZE for pixels in (11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 26, 28, 30))
MOST_MEASURE = 900


class SizedSurface(Surface):
    """A surface whose text can be made larger and wider; what was in view stays there."""

    zoomed = Signal(float)

    @property
    def zoom(self) -> float:
        """The size of the text as a share of what fits the page: 1.0 is Fit."""
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        if zoom != self._zoom:
            self._zoom = zoom
            self.fit()
            self.zoomed.emit(zoom)

    @property
    def measure(self) -> int:
        """How wide the text is at Fit, in pixels, where there is room."""
        return self._measure

    @measure.setter
    def measure(self, pixels: int) -> None:
        pixels = min(max(pixels, LEAST_MEASURE), MOST_MEASURE)
        if pixels != self._measure:
            self._measure = pixels
            self.fit()

    def zoom_in(self) -> None:
        """Make the text one step larger."""
        self.zoom = next((zoom for zoom in ZOOMS if zoom > self._zoom + 0.001), ZOOMS[-1])

    def zoom_out(self) -> None:
        """Make the text one step smaller."""
        self.zoom = next((zoom for zoom in reversed(ZOOMS) if zoom < self._zoom - 0.001), ZOOMS[0])

    def zoom_fit(self) -> None:
        """Give the text the size at which the page was drawn."""
        self.zoom = 1.0
