import pytest

from core.formats.text_layer.lines import Line
from core.formats.text_layer.printed import without_printed
from tests.support.pace import in_time

HEAD, FOOT = "3/5/27, 8:15\u202fAM Ferry sails again", "https://daily.example/ferry {}/{}"


def sheet(top, bottom, page=0, size=8):
    body = [Line(f"Body {page} {n}", page, 50, 700.0 - 12 * n, 10) for n in range(5)]
    edges = ((top, 780.0), (bottom, 20.0))
    return [*body, *(Line(text, page, 25, y, size) for text, y in edges if text)]


def gone(lines):
    kept, told = without_printed(lines)
    left = [line.text for line in lines if line not in kept]
    assert [line for line in lines if line in kept] == kept
    assert bool(told) == bool(left)
    return left


def test_one_sheet_is_known_by_the_form_of_its_edges():
    lines = sheet(HEAD, FOOT.format(1, 1))
    assert gone(lines) == [HEAD, FOOT.format(1, 1)]
    assert without_printed(lines)[1] == ["#/#/#, #:#\u202fAM Ferry sails again", "https://daily.example/ferry #/#"]


def test_two_sheets_are_counted():
    assert len(gone([*sheet(HEAD, FOOT.format(1, 2)), *sheet(HEAD, FOOT.format(2, 2), 1)])) == 4
    assert gone([*sheet("", FOOT.format(1, 2)), *sheet("", FOOT.format(1, 3), 1)]) == []
    assert gone(sheet("", "3/2")) == []


@pytest.mark.parametrize(
    ("top", "bottom"),
    [
        ("05.03.2027, 08:15 Ferry sails again", "file:///tmp/a.html 1/1"),
        ("2027/3/5 8:15 Ferry sails again", "1/1"),
        ("5. 3. 2027 8:15 Ferry", ""),
        ("05/03/2027, 08:15", "1/1"),
        ("Ferry sails again https://daily.example/ferry", "1 of 1 3/5/27, 8:15 AM"),
        ("", "1 von 1 05.03.2027, 08:15"),
    ],
)
def test_browsers_differ(top, bottom):
    assert gone(sheet(top, bottom)) == [text for text in (top, bottom) if text]


@pytest.mark.parametrize(
    ("top", "bottom"),
    [
        ("3/5/27, 8:15 AM", ""),
        ("Read on at https://daily.example/ferry", ""),
        ("5 March 2027 Ferry sails again", "We won 1/2"),
        ("Ferry sails again", "https://daily.example/ferry"),
        ("", "5 May 27"),
        ("On 3/5/27, 8:15 AM Ferry sails again", "2027"),
    ],
)
def test_what_has_another_form_stays(top, bottom):
    assert gone(sheet(top, bottom)) == []


def test_what_is_close_to_the_text_in_its_letters_stays():
    lines = [Line(HEAD, 0, 50, 712.0, 10), *sheet("", "")]
    assert gone(lines) == []
    assert gone([line._replace(size=8) if line.text == HEAD else line for line in lines]) == [HEAD]


def test_pieces_of_one_line_are_one():
    pieces = [Line("3/5/27, 8:15 AM", 0, 25, 780.0, 8), Line("Ferry sails again", 0, 260, 781.0, 8)]
    assert gone([*sheet("", "1/1"), *pieces]) == ["1/1", "3/5/27, 8:15 AM", "Ferry sails again"]


def test_without_places_nothing_goes():
    assert gone([line._replace(x=0.0, y=0.0, size=0.0) for line in sheet(HEAD, FOOT.format(1, 1))]) == []
    assert without_printed([]) == ([], [])


def test_a_page_of_nothing_else_stays():
    assert gone([Line(HEAD, 0, 25, 780.0, 8)]) == []


def test_long_lines_take_no_time():
    with in_time(5):
        for words in ("1/1/1, 1:11 " * 20_000, "https://a " * 20_000, " " * 50_000 + "x", "1 " * 50_000):
            without_printed(sheet(words, words))
