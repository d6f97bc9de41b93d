"""How an article looks in the queue: its ring, its title on two lines, doubt, and the ground of the current one."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListView

from core.model.overview import DocumentRow
from core.model.terms import State
from gui.fonts import sans
from gui.models.documents import DocumentsModel
from gui.theme import Theme
from gui.views.article_row import HEIGHT, ArticleRow, _parted, draw_title, in_ring, place_and_day, two_lines
from tests.gui.looks import point_at_row, row_rect, seen, shown


def row(id, **fields):
    return DocumentRow(id=id, **({"title": "A title", "labelled": True} | fields))


ROWS = [
    row("none", total=4),
    row("half", total=4, checked=2, doubtful=2),
    row("all", total=4, checked=4, doubtful=1, state=State.COMPLETE),
    row("new", labelled=False),
]


@pytest.fixture
def rows(qtbot):
    made = QListView()
    documents = DocumentsModel(made)
    documents.show_rows(list(ROWS))
    made.setModel(documents)
    made.setItemDelegate(ArticleRow(Theme(), made))
    made.setMouseTracking(True)
    return shown(qtbot, made, 251, 320)


def ring(rows, number):
    area = row_rect(rows, number)
    return seen(rows.viewport(), QRect(area.x() + 18, area.y() + 8, 34, 34))


def test_the_ring_fills_with_what_is_checked(rows):
    accent = [ring(rows, number)["#4449c4"] for number in range(4)]
    assert accent[0] == accent[2] == accent[3] == 0
    assert accent[1] > 30
    assert ring(rows, 0)["#dedcd5"] > 1.5 * ring(rows, 1)["#dedcd5"]


def test_a_complete_article_has_a_green_tick_and_no_doubt(rows):
    assert ring(rows, 2)["#1f6f3f"] > 30
    doubt = [seen(rows.viewport(), row_rect(rows, number))["#fff1cc"] for number in range(4)]
    assert doubt[1] > 100
    assert doubt[0] == doubt[2] == doubt[3] == 0


def test_the_current_one_is_on_its_own_ground_with_a_bar(rows):
    rows.setCurrentIndex(rows.model().index(0, 0))
    rows.clearFocus()
    area = row_rect(rows, 0)
    assert seen(rows.viewport(), area)["#e6e5f7"] > 5000
    assert seen(rows.viewport(), QRect(area.x() + 8, area.y(), 4, area.height()))["#4449c4"] > 80
    rows.setFocus()
    assert seen(rows.viewport(), QRect(area.x() + 20, area.y(), 200, 4))["#4449c4"] > 150


def test_the_one_pointed_at_is_lit(rows):
    assert seen(rows.viewport(), row_rect(rows, 3))["#eceae5"] == 0
    point_at_row(rows, 3)
    assert seen(rows.viewport(), row_rect(rows, 3))["#eceae5"] > 5000
    assert row_rect(rows, 3).height() == HEIGHT


def test_a_short_title_stands_with_its_figures_in_the_middle_of_the_row(rows):
    area = row_rect(rows, 0)
    inked = [y for y in range(HEIGHT) if len(seen(rows.viewport(), QRect(58, area.y() + y, 185, 1))) > 1]
    assert abs(inked[0] - (HEIGHT - 1 - inked[-1])) <= 6


def test_the_day_stays_whole_where_there_is_little_room():
    font = sans(12)
    assert place_and_day("Sample Wire", "12 May", font, 300) == "Sample Wire · 12 May"
    assert place_and_day("Sample Wire", "12 May 2023", font, 120).endswith("… · 12 May 2023")
    assert [place_and_day("Wire", "", font, 9), place_and_day("", "12 May", font, 9)] == ["Wire", "12 May"]
    assert place_and_day("Wire", "12 May", font, -5) == "12 May"


def picture_of(title):
    """Return a title as it is painted, and how many lines it takes."""
    image = QImage(180, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    lines = two_lines(title, sans(13), 150)
    draw_title(painter, QRectF(10, 5, 150, 34), lines, sans(13), QColor("black"))
    painter.end()
    return image, len(lines)


def titled(title):
    image, lines = picture_of(title)
    right = [image.pixel(x, y) & 0xFF for x in range(161, 180) for y in range(60)]
    below = [image.pixel(x, y) & 0xFF for x in range(180) for y in range(23, 60)]
    return lines, min(right), min(below)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Short", 1),
        ("A title of two lines as many have", 2),
        ("Words " * 60, 2),
        ("Onewordwithoutanyspace" * 9, 2),
        ("", 1),
    ],
)
def test_a_title_takes_one_line_or_two_and_never_more_room(title, lines):
    took, right, below = titled(title)
    assert took == lines
    assert right == 255
    assert (below < 128) is (lines == 2)


@pytest.mark.parametrize(
    ("left", "words"), [(0, "0"), (999, "999"), (1000, "1k"), (4995, "5k"), (99_499, "99k"), (99_500, "∞")]
)
def test_a_ring_has_room_for_three_signs(left, words):
    assert in_ring(left) == words


def ink_of(title):
    """Return the columns that a title inks on its last line."""
    image, lines = picture_of(title)
    top = 5 + (lines - 1) * 17
    return [x for x in range(180) if any(image.pixel(x, y) & 0xFF < 128 for y in range(top, top + 17))]


def test_a_title_that_reads_from_the_right_stands_there_and_is_cut_at_the_left():
    short, long = ink_of("דנה לוי"), ink_of("דנה לוי אמרה ביום " * 8)
    assert (max(short), min(short)) > (150, 90)
    assert max(long) > 150
    assert min(ink_of("Dana")) < 20 < 100 > max(ink_of("Dana"))


@pytest.mark.parametrize("title", ["Words that " * 30, "A bridge opens on Sunday " * 9])
def test_the_second_line_ends_with_a_whole_word(title):
    first, second = two_lines(title, sans(13), 150)
    assert second.endswith("…")
    assert f"{title} ".startswith(f"{first} {second[:-1]} ")


def test_a_word_that_is_longer_than_the_line_is_cut_itself():
    assert len(two_lines("Onewordwithoutanyspace" * 9, sans(13), 150)[1]) > 15


def test_a_line_is_parted_where_qt_says_though_it_counts_an_emoji_twice():
    text = "😡😡 said Layla Haddad"
    assert _parted(text, len("😡😡 said".encode("utf-16-le")) // 2) == ("😡😡 said", " Layla Haddad")
    assert _parted("plain words", 5) == ("plain", " words")
