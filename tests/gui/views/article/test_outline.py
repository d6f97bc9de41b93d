"""One line round a run of lines; its corners lie where the words end."""

from PySide6.QtCore import QPointF

from gui.views.article.fills import WIDER
from gui.views.article.outline import PAD, outline
from gui.views.article.page import Row


def row(line: int, left: float, right: float) -> Row:
    return Row(line * 24, line * 24 + 24, left, right)


def test_one_line_is_a_box():
    path = outline([row(0, 100, 200)])
    assert path.boundingRect().getRect() == (100 - PAD, 0, 100 + 2 * PAD, 24)


def test_the_line_lies_on_the_edge_of_the_fill():
    assert outline([row(0, 100, 200)]).boundingRect().left() == 100 - WIDER
    assert PAD == WIDER


def test_the_run_is_one_path_with_two_steps():
    path = outline([row(0, 400, 500), row(1, 50, 480), row(2, 50, 150)])
    assert path.boundingRect().getRect() == (50 - PAD, 0, 450 + 2 * PAD, 72)
    assert path.contains(QPointF(450, 10))
    assert not path.contains(QPointF(100, 10))
    assert path.contains(QPointF(495, 40))
    assert not path.contains(QPointF(300, 60))
    assert len(path.toSubpathPolygons()) == 1


def test_words_that_share_no_column_are_outlined_apart():
    assert len(outline([row(0, 500, 560), row(1, 50, 120)]).toSubpathPolygons()) == 2


def test_a_word_at_the_end_of_the_first_of_three_lines_belongs_to_the_one_path():
    path = outline([row(0, 540, 560), row(1, 50, 500), row(2, 50, 150)])
    assert len(path.toSubpathPolygons()) == 1
    assert path.contains(QPointF(550, 30))


def test_the_gap_between_paragraphs_is_inside():
    path = outline([Row(0, 24, 50, 500), Row(36, 60, 50, 300)])
    assert len(path.toSubpathPolygons()) == 1
    assert path.contains(QPointF(100, 30))


def test_pieces_of_one_line_count_as_one():
    path = outline([row(0, 50, 100), row(0, 140, 200)])
    assert path.boundingRect().width() == 150 + 2 * PAD


def test_right_to_left_runs_begin_at_the_right():
    path = outline([row(0, 50, 300), row(1, 200, 580)])
    assert path.contains(QPointF(60, 10))
    assert not path.contains(QPointF(500, 10))
    assert path.contains(QPointF(500, 40))
    assert not path.contains(QPointF(100, 40))


def test_a_step_too_small_to_see_is_left_out():
    path = outline([row(0, 50, 500), row(1, 50, 497)])
    assert path.contains(QPointF(501, 40))


def test_nothing_has_no_outline():
    assert outline([]).isEmpty()
