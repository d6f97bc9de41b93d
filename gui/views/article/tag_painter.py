"""Paints ticks, leaders and tags."""

from collections.abc import Sequence
from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from gui.models.article import ArticleModel
from gui.theme import Theme
from gui.views.article.leaders import TICK_WIDTH, lanes
from gui.views.article.marks import name_of
from gui.views.article.page import Page
from gui.views.article.signs import bent, draw_round
from gui.views.article.tag_face import TagFace
from gui.views.article.tag_places import Place
from gui.views.article.tags import HEIGHT, Tags
from gui.views.article.textures import faded

LEADER = 1.2
LEADER_SHARE = 0.6
RADIUS = 5.0
LEVEL = 3.0  # a rise of a leader that is not worth a bend
MOST = 400


class TagPainter:
    """Paints what `Tags` has placed, in the coordinates of the page."""

    def __init__(self, model: ArticleModel, page: Page, theme: Theme, tags: Tags) -> None:
        self._model = model
        self._page = page
        self._theme = theme
        self._tags = tags
        self._pictures: dict[tuple[int, str, int, float], QPixmap] = {}
        self._face = TagFace(theme)

    def paint(self, painter: QPainter, *, current: int, hovered: int) -> None:
        """Paint every placed tag, the current one on top."""
        self._face.widest, self._face.compact = len(self._model.quotes), self._page.column.compact
        self._leaders(painter, current)
        for place in self._tags.places:
            self._tag(painter, place, current=current in place.rows, hovered=hovered in place.rows)

    def forget(self, rows: Sequence[int] | None = None) -> None:
        """Say that the tags of some quotes, or of all, look different now."""
        changed = None if rows is None else set(rows)
        for key in [key for key in self._pictures if changed is None or key[0] in changed]:
            del self._pictures[key]

    def needs_tooltip(self, place: Place) -> bool:
        """Whether the tag cannot show all it stands for."""
        if self._page.column.compact or len(place.rows) > 1:
            return True
        mark = self._tags.marks[place.rows[0]]
        name = name_of(self._model, mark.quote)
        return self._face.fitting(name, mark, self._page.column.tag_width) != name

    def _leaders(self, painter: QPainter, current: int) -> None:
        column = self._page.column
        middle = {row: place.top + HEIGHT / 2 + 0.5 for place in self._tags.places for row in place.rows[:1]}
        ticks = self._tags.ticks
        joined = [tick for tick in ticks if tick.row in middle]
        left, right = column.tick + TICK_WIDTH, column.tag_left - 1
        turns = lanes([(tick.middle, middle[tick.row]) for tick in joined], left=left, right=right)
        for tick in ticks:
            colour = self._theme.line(self._tags.marks[tick.row].slot)
            painter.fillRect(QRectF(column.tick, tick.middle - tick.height / 2, TICK_WIDTH, tick.height), colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for tick, turn in zip(joined, turns, strict=True):
            colour = self._theme.line(self._tags.marks[tick.row].slot)
            strong = tick.row == current
            painter.setPen(QPen(colour if strong else faded(colour, LEADER_SHARE), 2.0 if strong else LEADER))
            start, end = QPointF(left, floor(tick.middle) + 0.5), QPointF(right, middle[tick.row])
            if abs(start.y() - end.y()) < LEVEL:
                painter.drawLine(QLineF(start, QPointF(right, start.y())))
            else:
                painter.drawPath(bent(start, end, turn))

    def _tag(self, painter: QPainter, place: Place, *, current: bool, hovered: bool) -> None:
        box = QRectF(self._tags.rect(place))
        if hovered and not current:
            draw_round(painter, box, RADIUS, pen=None, brush=self._theme.colour("hover"))
        if current:
            pen = QPen(self._theme.colour("ink"), 2)
            draw_round(painter, box.adjusted(-1, -1, 1, 1), RADIUS + 1, pen=pen, brush=self._theme.colour("raised"))
        if len(place.rows) > 1:
            self._face.draw_folded(painter, box, [self._tags.marks[row] for row in place.rows])
        else:
            painter.drawPixmap(box.topLeft(), self._picture(place.rows[0], painter.device().devicePixelRatioF()))

    def _picture(self, row: int, ratio: float) -> QPixmap:
        """Return a tag on nothing; most tags look the same from one painting to the next."""
        key = (row, self._theme.name, self._page.column.tag_width, ratio)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= MOST:
                self._pictures.clear()
            box = QRectF(0, 0, self._page.column.tag_width, HEIGHT)
            picture = QPixmap(round(box.width() * ratio), round(box.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            inner = QPainter(picture)
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            mark = self._tags.marks[row]
            self._face.draw(inner, box, mark, name_of(self._model, mark.quote))
            inner.end()
            self._pictures[key] = picture
        return picture
