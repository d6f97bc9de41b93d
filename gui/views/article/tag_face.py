"""What is on a tag: number, kind, name, state; for folded ones how many and whose."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from gui.theme import Theme
from gui.views.article.labels import Labels
from gui.views.article.marks import Look, Mark
from gui.views.article.signs import draw_cross, draw_kind, draw_round, draw_tick
from gui.views.article.stamps import Kept, Stamps
from gui.views.row_painting import fill_chip, monogram

NUMBER, GLYPH, NAME, STATE = 21, 33, 44, 7  # from the left of the tag; the last from its right
CHIP = 18  # across, on a compact tag, which has it in the place of sign and name
NEAR, EDGE = 2, 4  # there, between the parts, and from its right
DIGITS = 20  # pixels that the first three digits have
PILL = 16
HALF = 6  # of the room for the sign of a kind
STATE_WIDTH = 54
STATE_WIDTHS = {Look.CHECKED: 14, Look.SUGGESTED: 30, Look.GHOST: 0}  # of doubt, as wide as its words are
NO_SHARE = "?"  # nobody has said how sure it is
BEFORE_MORE = 4  # from a name to how many said it as well
BEGINNING = 6  # letters of a name, which it keeps on the fullest of tags
DOT = 11  # from one folded quote to the next

Parts = Sequence[tuple[int, QPixmap]]
"""Pictures, each with how far from the left of the tag it stands."""


class TagFace:
    """Draws the words and signs of tags into a box."""

    def __init__(self, theme: Theme) -> None:
        self.alike: frozenset[str] = frozenset()
        """Names that are told apart by their ends only."""
        self._theme = theme
        self._compact = False
        self._shift = 0
        self._whole = Kept[Parts]()  # by the number of the tag
        self._numbered = Stamps()
        self._parts = Stamps()  # by what is on them
        self._folded = Stamps()  # by the number of the first
        self._numbers = Labels(11, QFont.Weight.Normal)
        self._plain = Labels(12, QFont.Weight.Normal)
        self._names = Labels(12, QFont.Weight.Medium, words=True)
        self._strong = Labels(12, QFont.Weight.DemiBold)

    def fit(self, *, widest: int, compact: bool) -> None:
        """Make room for the highest number there is: those of four digits push everything to the right."""
        extra = max(0, round(self._numbers.width(str(widest))) - DIGITS)
        self._compact, self._shift = compact, extra

    def draw(self, painter: QPainter, box: QRectF, mark: Mark, name: str) -> None:
        """Draw the tag of one quote."""
        ratio, left, top = painter.device().devicePixelRatioF(), round(box.left()), round(box.top())
        for shift, picture in self.parts(box.size(), ratio, mark, name):
            painter.drawPixmap(left + shift, top, picture)

    def parts(self, size: QSizeF, ratio: float, mark: Mark, name: str) -> Parts:
        """Return the tag of one quote as pictures that are kept, since scrolling puts fifty tags down at every step.

        They are three: its number, and two that other tags have as well, so that a tag that comes into view, or gets
        another name, costs little.
        """
        looks = (mark, name, self.alike, self._shift, self._compact, self._theme.name, size.width(), ratio)
        return self._whole.get(mark.number, looks, lambda: self._made(size, ratio, mark, name))

    def _made(self, size: QSizeF, ratio: float, mark: Mark, whole_name: str) -> Parts:
        width, height, shift, middle = round(size.width()), size.height(), self._shift, size.height() / 2
        name = monogram(whole_name) if self._compact else self.fitting(whole_name, mark, width)
        words = self._state_words(mark, width)
        numbered = self._numbered.picture(
            QSizeF(NUMBER + shift, height),
            ratio,
            of=mark.number,
            looks=(self._theme.name,),
            draw=lambda inner: self._number(inner, middle, mark),
        )
        ghost, settled = mark.look is Look.GHOST, mark.slot if mark.look is Look.CHECKED else 0
        left = (NUMBER + NEAR if self._compact else GLYPH - HALF) + shift
        who = self._parts.picture(
            QSizeF(width - left, height),
            ratio,
            of=(self._theme.name, mark.slot, mark.quote.kind, ghost, name, _more(mark), self._compact),
            looks=(),
            draw=lambda inner: self._who(inner, middle, mark, name),
        )
        state = self._parts.picture(
            QSizeF(STATE_WIDTH, height),
            ratio,
            of=(self._theme.name, mark.look, settled, words, self._compact),
            looks=(),
            draw=lambda inner: self._state(inner, QRectF(0, 0, STATE_WIDTH, height), mark, words),
        )
        return (0, numbered), (left, who), (width - STATE_WIDTH, state)

    def _number(self, painter: QPainter, middle: float, mark: Mark) -> None:
        colour = self._theme.colour("ink3")
        self._numbers.draw_once_to(painter, NUMBER + self._shift, middle, str(mark.number), colour=colour)

    def _who(self, painter: QPainter, middle: float, mark: Mark, name: str) -> None:
        """Draw sign and name, or a chip; and how many said it as well."""
        colour = self._colour(mark)
        if self._compact:
            right = float(CHIP + NEAR)
            self._chip(painter, middle, mark, name)
        else:
            self._sign(painter, HALF, middle, mark)
            right = HALF + NAME - GLYPH
            self._names.draw(painter, right, middle, name, colour=colour)
            right += self._names.width(name) + BEFORE_MORE
        self._numbers.draw(painter, right, middle, _more(mark), colour=self._theme.colour("ink2"))

    def _chip(self, painter: QPainter, middle: float, mark: Mark, letters: str) -> None:
        if mark.look is Look.GHOST:
            self._sign(painter, CHIP / 2, middle, mark)
        else:
            chip = QRectF(0, middle - CHIP / 2, CHIP, CHIP)
            fill_chip(painter, chip, letters=letters, slot=mark.slot, theme=self._theme)

    def _sign(self, painter: QPainter, x: float, middle: float, mark: Mark) -> None:
        if mark.look is Look.GHOST:
            draw_cross(painter, QPointF(x, middle), colour=self._colour(mark))
        else:
            draw_kind(painter, QPointF(x, middle), mark.quote.kind, colour=self._colour(mark))

    def fitting(self, name: str, mark: Mark, width: int) -> str:
        """Return as much of a name as a tag of some width has room for."""
        words = self._state_words(mark, width)
        right = self._pill(words) if mark.look is Look.DOUBTFUL else STATE_WIDTHS[mark.look]
        room = width - NAME - self._shift - STATE - right - 4
        if _more(mark):
            room -= round(self._numbers.width(_more(mark))) + BEFORE_MORE
        return self._names.elided(name, room, middle=name in self.alike)

    def _state_words(self, mark: Mark, width: int) -> str:
        """Return what tells the state; of "? 58%" as much as a compact tag has room for, which is nearly always all."""
        share = _share(mark)
        if mark.look is not Look.DOUBTFUL:
            return share if mark.look is Look.SUGGESTED else ""
        forms = (f"? {share}", share) if share != NO_SHARE else ()
        room = width + 1 - EDGE - NUMBER - self._shift - CHIP - 2 * NEAR - round(self._numbers.width(_more(mark)))
        return next((form for form in forms if not self._compact or self._pill(form) <= room), NO_SHARE)

    def _state(self, painter: QPainter, box: QRectF, mark: Mark, words: str) -> None:
        right, middle = box.right() - (EDGE if self._compact else STATE), box.center().y()
        if mark.look is Look.CHECKED:
            draw_tick(painter, right, middle, colour=self._colour(mark))
        elif mark.look is Look.SUGGESTED:
            self._plain.draw_to(painter, right, middle, words, colour=self._theme.colour("ink2"))
        elif mark.look is Look.DOUBTFUL:
            width = self._pill(words)
            pill = QRectF(right + 1 - width, middle - PILL / 2, width, PILL)
            draw_round(painter, pill, 4, pen=None, brush=self._theme.colour("doubtfill"))
            left = pill.left() + (width - self._strong.width(words)) / 2
            self._strong.draw(painter, left, middle, words, colour=self._theme.colour("doubttext"))

    def _pill(self, words: str) -> int:
        return round(self._strong.width(words)) + (5 if self._compact else 9)

    def draw_folded(self, painter: QPainter, box: QRectF, marks: Sequence[Mark]) -> None:
        """Draw one tag for several quotes: how many, and a sign in its speaker's colour for each that has room."""
        self._folded.put(
            painter,
            box,
            of=marks[0].number,
            looks=(*marks, self._shift, self._theme.name),
            draw=lambda inner: self._draw_folded(inner, QRectF(0, 0, box.width(), box.height()), marks),
        )

    def _draw_folded(self, painter: QPainter, box: QRectF, marks: Sequence[Mark]) -> None:
        middle, shift = box.center().y(), self._shift
        quiet = self._theme.colour("ink2")
        self._strong.draw_to(painter, box.left() + NUMBER + shift + 4, middle, f"+{len(marks)}", colour=quiet)
        firmest = max(marks, key=lambda mark: (Look.CHECKED, Look.SUGGESTED, Look.DOUBTFUL).index(mark.look))
        room = int((box.width() - GLYPH - shift - 2 * DOT) // DOT)
        for rank, mark in enumerate(marks[: max(1, room)]):
            middle_of = QPointF(box.left() + GLYPH + shift + DOT * rank, middle)
            draw_kind(painter, middle_of, mark.quote.kind, colour=self._colour(mark))
        if firmest.look is Look.CHECKED:
            draw_tick(painter, box.right() - STATE, middle, colour=quiet)
        else:
            words = "?" if firmest.look is Look.DOUBTFUL else "…"
            self._strong.draw_to(painter, box.right() - STATE, middle, words, colour=quiet)

    def _colour(self, mark: Mark) -> QColor:
        return self._theme.colour("ink3") if mark.look is Look.GHOST else self._theme.line(mark.slot)


def beginning_alike(names: Iterable[str]) -> frozenset[str]:
    """Return those names of which another one has the same first letters."""
    by_beginning: dict[str, set[str]] = {}
    for name in names:
        by_beginning.setdefault(name[:BEGINNING].casefold(), set()).add(name)
    return frozenset(name for alike in by_beginning.values() if len(alike) > 1 for name in alike)


def _share(mark: Mark) -> str:
    return NO_SHARE if mark.confidence is None else f"{round(mark.confidence * 100)}%"


def _more(mark: Mark) -> str:
    """Return how many are said to have said it as well."""
    return f"+{len(mark.quote.more_speakers)}" if mark.quote.more_speakers else ""
