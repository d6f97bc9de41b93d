"""Paints ticks, leaders and tags."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from gui.models.article import ArticleModel
from gui.theme import Theme
from gui.views.article.labels import Labels
from gui.views.article.leaders import TICK_WIDTH, lanes
from gui.views.article.marks import Look, Mark, name_of
from gui.views.article.page import Page
from gui.views.article.signs import bent, draw_cross, draw_kind, draw_round, draw_tick
from gui.views.article.tag_places import Place
from gui.views.article.tags import HEIGHT, Tags
from gui.views.article.textures import faded

LEADER = 1.2
LEADER_SHARE = 0.6
NUMBER, GLYPH, NAME, STATE = 21, 33, 44, 7  # from the left of the tag; the last from its right
RADIUS = 5.0
PILL = 16
MOST = 400


class TagPainter:
    """Paints what `Tags` has placed, in the coordinates of the page."""

    def __init__(self, model: ArticleModel, page: Page, theme: Theme, tags: Tags) -> None:
        self._model = model
        self._page = page
        self._theme = theme
        self._tags = tags
        self._pictures: dict[tuple[int, str, int, float], QPixmap] = {}
        self._numbers = Labels(11, QFont.Weight.Normal)
        self._plain = Labels(12, QFont.Weight.Normal)
        self._names = Labels(12, QFont.Weight.Medium)
        self._strong = Labels(12, QFont.Weight.DemiBold)

    def paint(self, painter: QPainter, *, current: int, hovered: int) -> None:
        """Paint every placed tag, the current one on top."""
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
        return self._fitting(name, mark) != name

    def _leaders(self, painter: QPainter, current: int) -> None:
        column = self._page.column
        middle = {row: place.top + 10 for place in self._tags.places for row in place.rows[:1]}
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
            start, end = QPointF(left, tick.middle), QPointF(right, middle[tick.row])
            if abs(start.y() - end.y()) < 1:
                painter.drawLine(QLineF(start, end))
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
            self._folded(painter, box, [self._tags.marks[row] for row in place.rows])
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
            self._single(inner, box, self._tags.marks[row])
            inner.end()
            self._pictures[key] = picture
        return picture

    def _single(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        middle = box.center().y()
        colour = self._colour(mark)
        self._numbers.draw_to(painter, box.left() + NUMBER, middle, str(mark.number), colour=self._theme.colour("ink3"))
        glyph = QPointF(box.left() + GLYPH, middle)
        if mark.look is Look.GHOST:
            draw_cross(painter, glyph, colour=colour)
        else:
            draw_kind(painter, glyph, mark.quote.kind, colour=colour)
        if not self._page.column.compact:
            name = self._fitting(name_of(self._model, mark.quote), mark)
            self._names.draw(painter, box.left() + NAME, middle, name, colour=colour)
        self._state(painter, box, mark)

    def _state(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        right, middle = box.right() - STATE, box.center().y()
        if mark.look is Look.CHECKED:
            draw_tick(painter, right, middle, colour=self._colour(mark))
        elif mark.look is Look.SUGGESTED:
            self._plain.draw_to(painter, right, middle, _share(mark), colour=self._theme.colour("ink2"))
        elif mark.look is Look.DOUBTFUL:
            words = f"? {_share(mark)}".rstrip()
            width = round(self._strong.width(words)) + 10
            pill = QRectF(right + 1 - width, middle - PILL / 2, width, PILL)
            draw_round(painter, pill, 4, pen=None, brush=self._theme.colour("doubtfill"))
            self._strong.draw(painter, pill.left() + 5, middle, words, colour=self._theme.colour("doubttext"))

    def _folded(self, painter: QPainter, box: QRectF, marks: Sequence[Mark]) -> None:
        middle = box.center().y()
        quiet = self._theme.colour("ink2")
        self._strong.draw_to(painter, box.left() + 23, middle, f"+{len(marks)}", colour=quiet)
        firmest = max(marks, key=lambda mark: (Look.CHECKED, Look.SUGGESTED, Look.DOUBTFUL).index(mark.look))
        room = int((box.width() - GLYPH - 56) // 11)
        for rank, mark in enumerate(marks[: max(1, room)]):
            draw_kind(
                painter, QPointF(box.left() + GLYPH + 11 * rank, middle), mark.quote.kind, colour=self._colour(mark)
            )
        if firmest.look is Look.CHECKED:
            draw_tick(painter, box.right() - STATE, middle, colour=quiet)
        else:
            words = "?" if firmest.look is Look.DOUBTFUL else "…"
            self._strong.draw_to(painter, box.right() - STATE, middle, words, colour=quiet)

    def _fitting(self, name: str, mark: Mark) -> str:
        state = {Look.CHECKED: 14, Look.SUGGESTED: 30, Look.DOUBTFUL: 50, Look.GHOST: 0}[mark.look]
        return self._names.elided(name, self._page.column.tag_width - NAME - STATE - state - 4)

    def _colour(self, mark: Mark) -> QColor:
        return self._theme.colour("ink3") if mark.look is Look.GHOST else self._theme.line(mark.slot)


def _share(mark: Mark) -> str:
    confidence = mark.quote.confidence
    return "" if confidence is None else f"{round(confidence * 100)}%"
