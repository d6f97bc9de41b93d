"""Paints ticks, leaders and tags."""

from collections.abc import Iterable, Mapping
from math import floor

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gui.models.article import ArticleModel
from gui.selection import Followed
from gui.theme import Theme
from gui.views.article.leaders import TICK_WIDTH
from gui.views.article.marks import Look, Mark, name_of
from gui.views.article.page import Page
from gui.views.article.signs import bent, draw_round
from gui.views.article.tag_face import TagFace, beginning_alike
from gui.views.article.tag_places import Place
from gui.views.article.tags import HEIGHT, OUTLINE, Tags
from gui.views.article.textures import faded

LEADER = 1.0  # a line any wider takes Qt five times as long: it is filled as a shape, no longer drawn as a line
LEADER_SHARE = 0.7
RADIUS = 5.0
MOST_WAYS = 1000
LEVEL = 3.0  # a rise of a leader that is not worth a bend


class TagPainter:
    """Paints what `Tags` has placed, in the coordinates of the page."""

    def __init__(self, model: ArticleModel, page: Page, theme: Theme, tags: Tags) -> None:
        self.followed: Mapping[str, Followed] = {}
        """Quotes that the next decision could bring along, and whom they would get; with `on` they show it."""
        self._model = model
        self._page = page
        self._theme = theme
        self._tags = tags
        self._face = TagFace(theme)
        self._pens: dict[tuple[str, int, bool], QPen] = {}
        self._ways: dict[tuple[float, float, float], QPainterPath] = {}

    def paint(self, painter: QPainter, part: QRect, *, current: int, hovered: int) -> None:
        """Paint the placed tags, with their ticks and leaders, that reach into a part of the page."""
        self._fit()
        self._leaders(painter, part, current)
        high, low = part.top() - HEIGHT - OUTLINE, part.bottom() + OUTLINE
        if part.right() < self._page.column.tag_left - OUTLINE:
            return
        left, size = self._page.column.tag_left, QSizeF(self._page.column.tag_width, HEIGHT)
        ratio = painter.device().devicePixelRatioF()
        for place in self._tags.places:
            if not high <= place.top <= low:
                continue
            row = place.rows[0]
            if len(place.rows) > 1 or row in (current, hovered) or self.followed:
                self._tag(painter, place, current=current in place.rows, hovered=hovered in place.rows)
            else:
                # As nearly all are: scrolling puts fifty of them down again at every step.
                mark = self._tags.marks[row]
                top = round(place.top)
                for shift, picture in self._face.parts(size, ratio, mark, name_of(self._model, mark.quote)):
                    painter.drawPixmap(left + shift, top, picture)

    def prepare(self, marks: Iterable[Mark], ratio: float) -> None:
        """Draw the tags of quotes that will soon be in view, `ratio` pixels to a unit, to have them at hand."""
        self._fit()
        size = QSizeF(self._page.column.tag_width, HEIGHT)
        for mark in marks:
            self._face.parts(size, ratio, mark, name_of(self._model, mark.quote))

    def tell_apart(self, names: Iterable[str]) -> None:
        """Take in whose names there are: those that begin alike are cut in the middle."""
        self._face.alike = beginning_alike(names)

    def _fit(self) -> None:
        self._face.fit(widest=len(self._model.quotes), compact=self._page.column.compact)

    def _leaders(self, painter: QPainter, part: QRect, current: int) -> None:
        column = self._page.column
        left, right = column.tick + TICK_WIDTH, column.tag_left - 1
        near, far = part.top() - HEIGHT, part.bottom() + HEIGHT
        marks = self._tags.marks
        for row, middle, height in self._tags.ticks:
            if near <= middle <= far:
                box = QRectF(column.tick, middle - height / 2, TICK_WIDTH, height)
                painter.fillRect(box, self._theme.line(marks[row].slot))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for tick, middle, turn in self._tags.leaders:
            if (tick.middle < near and middle < near) or (tick.middle > far and middle > far):
                continue
            painter.setPen(self._pen(marks[tick.row].slot, strong=tick.row == current))
            start = floor(tick.middle) + 0.5
            if -LEVEL < start - middle < LEVEL:
                painter.drawLine(QLineF(left, start, right, start))
            else:
                painter.drawPath(self._way(middle - start, turn - left, right - left).translated(left, start))

    def _way(self, rise: float, turn: float, length: float) -> QPainterPath:
        """Return the way of a leader from (0, 0); made once, since it stays the same while the page scrolls."""
        key = (rise, turn, length)
        if key not in self._ways:
            if len(self._ways) >= MOST_WAYS:
                self._ways.clear()
            self._ways[key] = bent(QPointF(0, 0), QPointF(length, rise), turn)
        return self._ways[key]

    def _pen(self, slot: int, *, strong: bool) -> QPen:
        """Return the pen of a leader; made once, since a full page asks for it fifty times."""
        key = (self._theme.name, slot, strong)
        if key not in self._pens:
            colour = self._theme.line(slot)
            self._pens[key] = QPen(colour, 2.0) if strong else QPen(faded(colour, LEADER_SHARE), LEADER)
        return self._pens[key]

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
            mark = self._tags.marks[place.rows[0]]
            follows = self.followed.get(mark.quote.id)
            if follows is not None:
                draw_round(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, pen=self._dashes(), brush=None)
            if follows is not None and follows.on:
                # Without the figure: that one is of the speaker there is.
                mark = Mark(mark.quote, mark.number, follows.slot, Look.SUGGESTED)
                self._face.draw(painter, box, mark, follows.name)
            else:
                self._face.draw(painter, box, mark, name_of(self._model, mark.quote))

    def _dashes(self) -> QPen:
        pen = QPen(self._theme.colour("accent"), 1)
        pen.setDashPattern([3, 2])
        return pen
