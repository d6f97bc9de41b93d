from core.formats.web.matching import Matching
from tests.support.pace import in_time

PAGE = ["Menu", "The bridge is open", "Rain fell on the town all day", "Nobody came to see it", "About us"]


def test_blocks_of_both_in_the_same_order_are_anchors():
    match = Matching(PAGE, [PAGE[1], PAGE[3]])
    assert match.anchors == [(1, 0), (3, 1)]
    assert match.taken == [False, True, False, True, False]
    assert match.after == [-1, 0, 0, 1, 1]


def test_what_is_there_twice_is_no_anchor():
    match = Matching(["Sport", "The bridge is open", "Sport"], ["The bridge is open", "Sport"])
    assert match.anchors == [(1, 0)]
    assert match.taken == [True, True, True]


def test_another_order_gives_the_longest_row():
    assert Matching(["a", "b", "c", "d"], ["d", "a", "b", "c"]).anchors == [(0, 1), (1, 2), (2, 3)]
    assert Matching(["a", "b"], []).anchors == []


def test_a_text_that_differs_by_a_few_words_is_the_same():
    page = ["First line", "Rain fell on the town 1 all day", "Snow lay on the hills the whole week", "Last line"]
    match = Matching(page, ["First line", "Rain fell on the town all day", "Last line"])
    assert match.taken == [True, True, False, True]
    assert match.after == [0, 1, 1, 2]


def test_a_repeated_sentence_with_another_number_is_missed():
    page = [f"Statement number {number} stands as it was made" for number in range(5)]
    assert Matching(page, [page[0], page[1], page[3], page[4]]).taken == [True, True, False, True, True]


def test_a_long_block_may_stand_within_another_one():
    whole = "She said that nobody had ever asked the fishermen, and left."
    match = Matching(["Nobody had ever asked the fishermen", "said", whole], [whole])
    assert match.taken == [True, False, True]


def test_what_shows_no_words_is_not_missed():
    assert Matching(["* * *"], ["The bridge is open"]).taken == [True]


def test_long_pages_take_no_time():
    page = [f"The minister said {number} that she would leave." for number in range(20_000)]
    with in_time(10):
        match = Matching(page, page[::2])
        assert match.taken == [number % 2 == 0 for number in range(20_000)]
