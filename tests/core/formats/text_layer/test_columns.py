import pytest

from core.formats.text_layer.columns import may_have_columns
from core.formats.text_layer.lines import layer_of
from core.formats.text_layer.setting import paragraphs_of
from tests.core.formats.text_layer.typesetting import line, pdf

LEFT = [
    "The minister said on Mon-",
    "day that “we will go to",
    "the capital” and that the",
    "long plan was well known",
    "to everyone who was there",
    "in the end.",
]
RIGHT = [
    "Ann Lee, however, had her",
    "doubts. “No,” she said to",
    "us in the evening, “never",
    "would I do it.” She would",
    "rather stay at home, with",
    "her books.",
]
BOTH = ["The minister said on Monday that “we will go to the capital” and that the long plan was well known"]


def rows(*columns, y=700, xs=(50, 240, 430), leading=12):
    """Set columns row by row."""
    page = b""
    for number in range(max(map(len, columns))):
        for x, column in zip(xs, columns, strict=False):
            if number < len(column) and column[number]:
                page += line(column[number], x, y - number * leading)
    return page


def read(*pages):
    layer = layer_of(pdf(pages), "a.pdf")
    return [found.text.strip() for found in layer.lines], layer.unsure


def test_columns_that_are_drawn_row_by_row_are_read_one_after_the_other():
    assert read(rows(LEFT, RIGHT)) == ([*LEFT, *RIGHT], ())
    assert read(rows(LEFT, RIGHT, LEFT)) == ([*LEFT, *RIGHT, *LEFT], ())


def test_the_second_column_keeps_its_place_and_its_indents():
    indents = [12, 0, 0, 12, 0, 0]
    page = b"".join(
        line(one, 50, 700 - 12 * n) + line(other, 240 + indents[n], 700 - 12 * n)
        for n, (one, other) in enumerate(zip(LEFT, RIGHT, strict=True))
    )
    lines = layer_of(pdf([page]), "a.pdf").lines
    assert [(each.text, each.x - 240) for each in lines[6:]] == list(zip(RIGHT, indents, strict=True))


@pytest.mark.parametrize(("left", "right"), [(6, 5), (6, 4), (4, 6), (5, 6)])
def test_one_column_may_be_longer(left, right):
    assert read(rows(LEFT[:left], RIGHT[:right]))[0] == [*LEFT[:left], *RIGHT[:right]]


def test_what_goes_over_both_columns_stands_where_it_stood():
    head = "A headline over both of the columns and more"
    below = "And this is a line that goes over both of the columns of the page, below."
    page = line(head, 50, 740, 20) + rows(LEFT, RIGHT) + line(below, 50, 600)
    assert read(page)[0] == [head, *LEFT, *RIGHT, below]
    across = "This line stands in the midst of both, and it goes on over the gap to the right."
    page = rows(LEFT, RIGHT) + line(across, 50, 628) + rows(LEFT, RIGHT, y=616)
    assert read(page)[0] == [*LEFT, *RIGHT, across, *LEFT, *RIGHT]


def test_paragraphs_go_on_over_the_columns():
    layer = layer_of(pdf([rows(LEFT[:5], RIGHT)]), "a.pdf")
    (only,) = [found.words for found in paragraphs_of(layer.lines)]
    assert "to everyone who was there Ann Lee, however" in only


def test_tables_are_read_by_their_rows():
    page = rows(["Town", "Harrow", "Wells", "Bath", "York"], ["People", "1200", "3400", "560", "78"])
    assert read(page) == (["Town People", "Harrow 1200", "Wells 3400", "Bath 560", "York 78"], ())


def test_long_cells_that_may_be_a_table_stay_and_are_told():
    questions, answers = ["Will you go to the capital?"] * 6, ["No, I would never do that."] * 6
    assert read(rows(LEFT, RIGHT), rows(questions, answers)) == (
        [*LEFT, *RIGHT, *[f"{questions[0]} {answers[0]}"] * 6],
        (1,),
    )


def test_a_page_of_words_that_are_set_one_by_one_stays():
    words = ["The", "minister", "said", "that", "we", "will", "go", "to", "the", "capital", "and", "so", "on"]
    page = b""
    for number in range(8):
        x = 50.0
        for word in words[number % 5 :]:
            page += line(word, x, 700 - 12 * number)
            x += 6 * len(word) + 6
    found, unsure = read(page)
    assert (len(found), unsure) == (8, ())
    assert found[0] == " ".join(words)


def test_columns_are_looked_for_where_something_begins_at_one_place_in_several_rows():
    assert may_have_columns([(x, y) for y in range(4) for x in (50, 300)])
    assert not may_have_columns([(x, y) for y in range(3) for x in (50, 300)])
    assert not may_have_columns([(50, y) for y in range(9)])
    assert not may_have_columns([])
