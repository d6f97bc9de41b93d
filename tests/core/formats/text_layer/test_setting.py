import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.formats.text_layer.lines import Line
from core.formats.text_layer.setting import paragraphs_of, usual_size

LONG = "This is a line of running text as long as lines are here"


def paragraphs(*lines):
    return [paragraph.words for paragraph in paragraphs_of(lines)]


def column(*texts, leading=12.0, page=0):
    return [Line(text, page, 50, 700 - leading * number, 10) for number, text in enumerate(texts)]


def plain(*texts):
    return [Line(text, 0) for text in texts]


def test_lines_that_follow_closely_are_one_paragraph():
    assert paragraphs(*column(LONG, f" {LONG} ", "ends here.")) == [f"{LONG} {LONG} ends here."]


def test_a_gap_begins_a_paragraph():
    lines = [*column(LONG, LONG, "and so on"), Line(LONG, 0, 50, 650, 10), Line(LONG, 0, 50, 638, 10)]
    assert paragraphs(*lines) == [f"{LONG} {LONG} and so on", f"{LONG} {LONG}"]


def test_an_indent_begins_a_paragraph():
    lines = column(LONG, LONG, LONG, LONG)
    lines[2] = lines[2]._replace(x=62.0)
    assert paragraphs(*lines) == [f"{LONG} {LONG}", f"{LONG} {LONG}"]


def test_the_second_line_of_an_item_goes_on_with_it():
    lines = column(LONG, f"• {LONG}", LONG, f"• {LONG}", LONG)
    lines[2] = lines[2]._replace(x=62.0)
    lines[4] = lines[4]._replace(x=62.0)
    assert paragraphs(*lines) == [LONG, f"• {LONG} {LONG}", f"• {LONG} {LONG}"]


def test_larger_letters_stand_alone():
    head = [Line("Bridge closed", 0, 50, 760, 24), Line("for months", 0, 50, 732, 24)]
    found = list(paragraphs_of([*head, *column(LONG, LONG)]))
    assert [(paragraph.words, paragraph.size) for paragraph in found] == [
        ("Bridge closed for months", 24),
        (f"{LONG} {LONG}", 10),
    ]


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph_even_without_places():
    expected = [f"{LONG} “It is over.”", f"{LONG} it is"]
    for lines in (plain, column):
        assert paragraphs(*lines(LONG, "“It is over.”", LONG, "it is")) == expected


@pytest.mark.parametrize("y", [700.0, 500.0])
def test_a_paragraph_goes_on_over_the_edge_of_a_page(y):
    lines = [*column(LONG, LONG), Line(LONG, 1, 50, y, 10), Line("the end.", 1, 50, y - 12, 10)]
    assert paragraphs(*lines) == [f"{LONG} {LONG} {LONG} the end."]


def test_a_paragraph_goes_on_over_the_edge_of_a_column():
    lines = [*column(LONG, LONG), Line(LONG, 0, 300, 700, 10), Line("the end.", 0, 300, 688, 10)]
    assert paragraphs(*lines) == [f"{LONG} {LONG} {LONG} the end."]


def test_a_header_that_is_drawn_last_stands_alone():
    lines = [*column(LONG, LONG, "and then"), Line("11/28/26 Story", 0, 50, 780, 10), Line("1/1", 0, 50, 20, 10)]
    assert paragraphs(*lines) == [f"{LONG} {LONG} and then", "11/28/26 Story", "1/1"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the gov-", "ernment said", "the government said"),
        ("the gov\u00ad", "Ernment said", "the govErnment said"),
        ("state-of-the-", "art bridge", "state-of-the-art bridge"),
        ("the Anglo-", "American law", "the Anglo-American law"),
        ("in 2019-", "20 it", "in 2019-20 it"),
        ("he said -", "and left", "he said - and left"),
        ("he said —", "and left", "he said — and left"),
        ("COVID-19-", "related", "COVID-19-related"),
        ("don’t-", "know people", "don’tknow people"),
        ('"Go,"  he  ', " said", '"Go," he said'),
        ("漢字の", "文章", "漢字の文章"),
        ("שלום", "עולם", "שלום עולם"),
        ("a 👩🏽‍🚀", "b", "a 👩🏽‍🚀 b"),
    ],
)
def test_lines_meet_as_words_do(first, second, joined):
    assert paragraphs(*plain(first, second)) == [joined]


def test_the_rest_of_the_text_tells_what_a_hyphen_meant():
    assert paragraphs(*plain("a well-", "known man, well-known here")) == ["a well-known man, well-known here"]
    assert paragraphs(*plain("the McDon-", "Ald of McDonAld")) == ["the McDonAld of McDonAld"]


def test_the_usual_size_is_that_of_most_letters():
    assert usual_size([Line("Head", 0, 0, 0, 24), Line(LONG, 0, 0, 0, 9.98), Line(LONG, 0, 0, 0, 10.01)]) == 10
    assert usual_size([]) == 0


@given(
    st.lists(st.builds(Line, st.text(min_size=1), st.integers(0, 3), *[st.floats(-1e6, 1e6)] * 2, st.floats(0, 1e6)))
)
def test_no_letter_is_lost(lines):
    found = "".join(paragraphs(*lines))
    keep = [sign for line in lines for sign in line.text if not sign.isspace() and sign not in "-‐\u00ad"]
    assert [sign for sign in found if not sign.isspace() and sign not in "-‐\u00ad"] == keep
