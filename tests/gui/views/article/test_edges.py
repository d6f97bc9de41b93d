"""Handles stand at the ends of each piece, are taken hold of from inside, and never leave a piece empty."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from core.model.spans import Span
from gui.theme import Theme
from gui.views.article.edges import INSIDE, KNOB, OUTSIDE, Edges, moved
from gui.views.article.page import Page

TEXT = "Before “one piece,” she said, “and another piece.” After."


def page(text: str = TEXT, *, zoom: float = 1.0, viewport: int = 812) -> Page:
    made = Page()
    made.show(text)
    made.fit(viewport, zoom)
    made.visible(0, 2000)
    return made


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


SPLIT = (span("“one piece,”"), span("“and another piece.”"))


def ends(made: Page, piece: Span) -> tuple[QPoint, QPoint]:
    """The middle of the left and of the right edge of a piece on one line."""
    row = made.rows(piece)[0]
    y = round(row.top) + made.pitch // 2
    return QPoint(round(row.left), y), QPoint(round(row.right), y)


def right(x: int) -> QPoint:
    return QPoint(x, 0)


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_every_end_of_every_piece_is_an_edge(zoom):
    made = page(zoom=zoom, viewport=1500)
    edges = Edges(made, Theme())
    places = [point for piece in SPLIT for point in ends(made, piece)]
    assert [edges.at(place, SPLIT) for place in places] == [0, 1, 2, 3]
    assert [edges.at(place + QPoint(0, made.pitch), SPLIT) for place in places] == [-1] * 4
    assert edges.at(places[0], ()) == -1


def test_an_edge_is_taken_hold_of_from_inside_and_hardly_from_outside():
    made = page()
    edges, (left, end) = Edges(made, Theme()), ends(made, SPLIT[0])
    inside = range(2, INSIDE - 1)
    assert {edges.at(left + right(step), SPLIT) for step in inside} == {0}
    assert {edges.at(end - right(step), SPLIT) for step in inside} == {1}
    for beyond in (left - right(OUTSIDE + 2), left + right(INSIDE + 2), end + right(OUTSIDE + 2)):
        assert edges.at(beyond, SPLIT) == -1


def test_both_edges_of_one_letter_can_be_taken_hold_of():
    text = "She says I am."
    piece = (span("I", text),)
    made = page(text)
    left, end = ends(made, piece[0])
    edges = Edges(made, Theme())
    assert (edges.at(left - right(1), piece), edges.at(end + right(1), piece)) == (0, 1)


def test_the_end_of_a_full_line_is_at_that_line_and_not_at_the_next():
    text = "中文的人说我们等他走了" * 12
    made = page(text)
    first = made.laid(0).layout.lineAt(0).textLength()
    piece = (Span(3, first),)
    row = made.rows(piece[0])[-1]
    assert Edges(made, Theme()).at(QPoint(round(row.right), round(row.top) + 12), piece) == 1
    assert row.top == made.top_of(0)


def test_words_read_from_the_right_begin_at_the_right():
    text = "אמר שלום עולם היום"
    piece = (span("שלום עולם", text),)
    made = page(text)
    left, end = ends(made, piece[0])
    edges = Edges(made, Theme())
    assert {edges.at(end - right(step), piece) for step in (-1, 0, 5, 12)} == {0}
    assert {edges.at(left + right(step), piece) for step in (-1, 0, 5, 12)} == {1}


def test_an_edge_is_held_dragged_and_let_go():
    edges = Edges(page(), Theme())
    assert (edges.held, edges.preview) == (-1, ())
    edges.take(1, SPLIT)
    assert (edges.held, edges.preview) == (1, SPLIT)
    assert edges.drag(TEXT.index(" said"))
    assert not edges.drag(TEXT.index(" said"))
    assert [TEXT[slice(*piece)] for piece in edges.preview] == ["“one piece,” she", "“and another piece.”"]
    assert edges.let_go() == (Span(SPLIT[0].start, TEXT.index(" said")), SPLIT[1])
    assert (edges.held, edges.preview, edges.let_go()) == (-1, (), ())


@given(st.integers(0, 3), st.integers(-5, len(TEXT) + 5))
def test_no_piece_is_ever_empty_or_over_its_neighbour(edge, position):
    after = moved(page(), SPLIT, edge=edge, position=position)
    assert all(0 <= start < end <= len(TEXT) for start, end in after)
    assert all(upper.end <= lower.start for upper, lower in pairwise(after))
    changed = [n for n, (old, new) in enumerate(zip(SPLIT, after, strict=True)) if old != new]
    assert changed in ([], [edge // 2])


@pytest.mark.parametrize("letter", ["e\u0301", "👩\u200d🚀", "🇩🇪", "स्ते"])
def test_of_a_letter_with_its_marks_nothing_is_cut_off(letter):
    text = f"x {letter} y"
    whole = Span(2, 2 + len(letter))
    made = page(text)
    for position in range(len(text) + 1):
        assert moved(made, (whole,), edge=0, position=position)[0].start in {*range(3)}
        assert moved(made, (whole,), edge=1, position=position)[0].end in {*range(whole.end, len(text) + 1)}


def test_the_first_and_the_last_character_of_the_text_can_be_reached():
    made = page()
    assert moved(made, SPLIT, edge=0, position=0)[0].start == 0
    assert moved(made, SPLIT, edge=3, position=len(TEXT))[1].end == len(TEXT)


def test_the_live_edge_is_filled_and_the_others_are_hollow(drawn, colours):
    made = page()
    edges, theme = Edges(made, Theme()), Theme()
    image = drawn(lambda painter: edges.paint(painter, SPLIT, live=1), 700, 80)
    knob = int(KNOB) + 2
    filled = []
    for number, point in enumerate(place for piece in SPLIT for place in ends(made, piece)):
        y = made.top_of(0) + (made.pitch - 2 if number % 2 else 2)
        around = QRect(point.x() - knob, y - knob, 2 * knob, 2 * knob)
        seen = colours(image, around)
        assert seen[theme.colour("accent").name()] > 10
        filled.append(seen[theme.colour("paper").name()] == 0)
    assert filled == [False, True, False, False]


def test_where_the_quote_would_stand_is_outlined(drawn, colours):
    made, theme = page(), Theme()
    edges = Edges(made, theme)
    nothing = drawn(edges.paint_preview, 700, 80)
    assert set(colours(nothing)) == {"#ffffff"}
    edges.take(0, SPLIT)
    edges.drag(0)
    row = made.rows(Span(0, SPLIT[0].end))[0]
    image = drawn(edges.paint_preview, 700, 80)
    left = QRect(round(row.left) - 4, round(row.top) + 8, 3, 8)
    assert colours(image, left)[theme.colour("accent").name()] > 8
