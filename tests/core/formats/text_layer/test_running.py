from core.formats.text_layer.lines import Line
from core.formats.text_layer.running import without_running


def pages(*heads, y=780.0, body=5):
    lines = []
    for page, head in enumerate(heads):
        lines.append(Line(head, page, 50, y, 8))
        lines += [Line(f"Body {'abcdef'[page]} {n * n}", page, 50, 700.0 - 12 * n, 10) for n in range(body)]
    return lines


def test_a_header_on_three_pages_goes_and_is_told():
    lines = pages("The Daily", "The Daily", "The Daily")
    kept, told = without_running(lines)
    assert kept == [line for line in lines if line.text != "The Daily"]
    assert told == ["The Daily"]


def test_page_numbers_that_grow_go():
    kept, told = without_running(pages("Page 7 of 12", "Page 8 of 12", "Page 9 of 12"))
    assert all(line.text.startswith("Body") for line in kept)
    assert told == ["Page # of #"]


def test_left_and_right_pages_may_have_headers_of_their_own():
    kept, told = without_running(pages("1 Left", "Right 2", "3 Left", "Right 4", "5 Left", "Right 6"))
    assert len(kept) == 30
    assert told == ["# Left", "Right #"]


def test_both_of_two_pages_are_enough_but_two_of_three_are_not():
    assert without_running(pages("The Daily 1", "The Daily 2"))[1] == ["The Daily #"]
    assert without_running(pages("The Daily", "The Daily", "Another"))[1] == []
    assert without_running(pages("The Daily"))[1] == []


def test_on_two_pages_large_letters_are_a_heading_and_places_must_be_known():
    lines = pages("Part 1", "Part 2")
    assert without_running([line._replace(size=14.0) if line.y == 780 else line for line in lines])[1] == []
    same = pages("Head", "Head")
    assert without_running([line._replace(x=0.0, y=0.0, size=0.0) for line in same])[1] == []


def test_other_numbers_or_words_or_heights_are_no_header():
    assert without_running(pages("Fire in 1999", "Fire in 2004", "Fire in 2001"))[1] == []
    assert without_running(pages("One", "Two", "Three"))[1] == []
    apart = [line._replace(y=line.y - 20 * line.page) if line.text == "Head" else line for line in pages(*["Head"] * 3)]
    assert without_running(apart)[1] == []


def test_what_repeats_amid_a_page_stays():
    lines = []
    for page in range(4):
        lines += [Line("He left." if n == 5 else f"{page} {n} text", page, 50, 700.0 - 12 * n, 10) for n in range(11)]
    assert "He left." not in without_running(lines)[1]


def test_heights_may_differ_a_little():
    lines = [line._replace(y=line.y + 2 * (line.page % 2)) for line in pages(*["Head"] * 3)]
    assert "Head" in without_running(lines)[1]


def test_without_places_the_first_and_last_lines_count():
    lines = [line._replace(x=0.0, y=0.0, size=0.0) for line in pages(*["Head"] * 3, body=9)]
    assert without_running(lines)[1] == ["Head"]


def test_numbered_headings_close_to_their_text_are_no_headers():
    lines = [line._replace(size=10.0) for line in pages("Part 1", "Part 2", "Part 3", y=712.0)]
    assert without_running(lines)[1] == []
    unplaced = [line._replace(x=0.0, y=0.0, size=0.0) for line in lines]
    assert without_running(unplaced)[1] == []


def test_small_letters_close_to_the_text_are_a_header():
    assert without_running(pages("Daily 1", "Daily 2", "Daily 3", y=712.0))[1] == ["Daily #"]


def test_the_same_text_below_a_header_stays():
    lines = [line for line in pages("Daily", "Daily", "Daily") for line in [line._replace(text=line.text[:4])]]
    kept, told = without_running(lines)
    assert told == ["Dail"]
    assert len(kept) == 15


def test_nothing_is_nothing():
    assert without_running([]) == ([], [])
