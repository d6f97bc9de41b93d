"""From characters to pixels and back, at every zoom and width."""

from hypothesis import given
from hypothesis import strategies as st

from core.model.spans import Span
from gui.views.article.column import TOP
from gui.views.article.page import Page

TEXT = (
    "Before the meeting, Lukashenko held a phone call with Russian President Vladimir Putin. “We did,” he said 😀.\r\n\r\n"
    "قال الوزير إن العمل يسير بسلاسة.\r\n\r\nThe third paragraph goes on for a while, so that it takes more than one line.\nEnd."
)


def page(text: str = TEXT, *, viewport: int = 812, zoom: float = 1.0) -> Page:
    made = Page()
    made.show(text)
    made.fit(viewport, zoom)
    made.visible(0, 2000)
    return made


def test_lines_stand_at_one_pitch_and_paragraphs_half_a_line_apart():
    made = page()
    assert made.pitch == 24
    assert made.top_of(0) == TOP
    assert made.top_of(1) == TOP + 2 * 24 + 12
    assert made.top_of(3) == made.top_of(2) + 2 * 24


def test_zoom_scales_size_and_leading_together():
    made = page(zoom=2.0, viewport=1500)
    assert made.pitch == 48
    assert made.column.width == 1060
    assert made.laid(0).lines == 2


def test_a_span_has_a_row_for_each_line_it_takes():
    made = page()
    start = TEXT.index("Russian")
    rows = made.rows(Span(start, TEXT.index("Putin")))
    assert [row.top for row in rows] == [TOP, TOP + 24]
    assert rows[1].left == made.column.left
    assert all(row.bottom - row.top == 24 for row in rows)


def test_a_span_over_paragraphs_has_rows_in_each():
    made = page()
    tops = [row.top for row in made.rows(Span(0, len(TEXT)))]
    assert tops[0] == TOP
    assert tops[-1] == made.top_of(3)


def test_asking_for_rows_moves_nothing():
    made = Page()
    made.show("short\n\n" + "a long paragraph of words " * 40 + "\n\nlast")
    made.fit(500, 1.0)
    before = made.heights.tops.copy()
    made.rows(Span(0, len(made.text)))
    assert made.heights.tops == before


def test_line_tops_agree_with_rows():
    made = page()
    for words in ("Before", "Vladimir", "third", "End"):
        at = TEXT.index(words)
        assert made.line_top(at) == made.rows(Span(at, at + 1))[0].top


@given(st.integers(0, len(TEXT) - 1))
def test_the_left_edge_of_a_letter_is_found_again(position):
    made = page()
    rows = made.rows(Span(position, position + 1))
    if rows and made.text[position].isascii() and position < 100:
        row = rows[0]
        assert made.position_at(row.left + 0.2, row.top + 5) == position


def test_points_beyond_the_text_find_its_ends():
    made = page()
    assert made.position_at(-100, -100) == 0
    assert made.position_at(5000, 9000) == len(TEXT)
    assert made.position_at(5000, made.top_of(1) - 5) == made.blocks[0].end


def test_only_what_is_visible_is_laid_out():
    made = Page()
    made.show("\n\n".join(f"Paragraph number {n} with some words in it." for n in range(500)))
    made.fit(812, 1.0)
    seen = made.visible(3000, 3800)
    assert 15 < len(seen) < 30
    assert len(made.layouts) == len(seen)
    assert made.top_of(seen.start) <= 3000
    assert made.top_of(seen.stop - 1) <= 3800


def test_the_same_column_again_keeps_its_layouts():
    made = page()
    laid = made.laid(0)
    made.fit(812, 1.0)
    assert made.laid(0) is laid
    made.fit(900, 1.0)
    assert made.laid(0) is laid
    made.fit(640, 1.0)
    assert made.laid(0) is not laid


def test_a_wider_measure_takes_fewer_lines_and_keeps_the_size():
    made = Page()
    made.show("a long paragraph of words " * 40)
    lines = []
    for measure in (430, 530, 900):
        made.fit(1400, 1.0, measure)
        made.visible(0, 2000)
        assert (made.column.width, made.pitch) == (measure, 24)
        lines.append(made.laid(0).lines)
    assert lines[0] > lines[1] > lines[2]
    laid = made.laid(0)
    made.fit(1500, 1.0, 900)
    assert made.laid(0) is laid, "only the margins have moved"


def test_an_empty_page_answers():
    made = Page()
    assert made.rows(Span(0, 0)) == []
    assert made.position_at(10, 10) == 0
    assert made.height > 0


def test_the_caret_stands_before_each_letter_of_a_line_and_behind_the_last():
    made = page()
    row = made.rows(Span(3, 4))[0]
    assert made.caret_at(3) == (row.left, row.top)
    end = made.blocks[0].end
    last = made.rows(Span(end - 3, end - 2))[0]
    assert made.caret_at(end)[0] > last.right
    assert made.caret_at(end)[1] == last.top


def test_between_paragraphs_the_caret_stands_at_the_end_of_the_upper_one():
    made = page()
    end, start = made.blocks[0].end, made.blocks[1].start
    assert {made.caret_at(position) for position in range(end, start)} == {made.caret_at(end)}
    assert made.caret_at(start)[1] == made.top_of(1)
    assert made.caret_at(len(TEXT) + 9) == made.caret_at(len(TEXT))
    assert made.caret_at(-3) == made.caret_at(0)


@given(st.integers(0, len(TEXT)), st.sampled_from([0.8, 1.0, 2.0]))
def test_where_the_caret_stands_leads_back_to_its_letter(position, zoom):
    made = page(zoom=zoom, viewport=1500)
    x, top = made.caret_at(position)
    block = made.blocks[made.block_of(position)]
    if position <= block.end and not made.laid(made.block_of(position)).mixed:
        assert made.position_at(x, top + made.pitch / 2) == position


def test_a_line_ends_before_the_space_at_which_it_is_broken():
    made = page()
    second = made.rows(Span(0, made.blocks[0].end))
    first, last = made.line_ends(5)
    assert first == 0
    assert (TEXT[last], made.line_top(last - 1), made.line_top(last + 1)) == (" ", second[0].top, second[1].top)
    assert made.line_ends(last + 1) == (last + 1, made.blocks[0].end)
    assert made.line_ends(made.blocks[0].end + 2) == (last + 1, made.blocks[0].end)


def test_behind_the_end_of_the_text_the_line_is_the_last_one():
    text = "Words that go on and on. " * 9 + "\r\n\r\n"
    made = page(text)
    assert made.laid(0).lines > 2
    assert made.line_ends(len(text)) == made.line_ends(len(text.strip()) - 1)
    assert made.line_ends(len(text))[0] > 100


def test_paragraphs_have_a_direction_each():
    made = page()
    assert [made.right_to_left(block.start) for block in made.blocks] == [False, True, False, False]
    assert not page("").right_to_left(0)
