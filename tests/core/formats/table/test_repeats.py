from core.formats.problems import Problems
from core.formats.table.repeats import Repeats


def test_a_row_that_says_something_else_of_an_article_repeats_it():
    repeats, problems = Repeats(), Problems()
    repeats.tell("t.csv", problems)
    assert not problems
    rows = [("1", "a", {"quote": "x"}), ("1", "a", {"quote": "x"}), ("1", "a", {"quote": "y"}), ("1", "a", {})]
    assert [repeats.has(*row) for row in rows] == [False, False, True, True]
    assert not repeats.has("1", "b", {"quote": "y"})
    assert not repeats.has("", "a", {"quote": "x"})
    assert not repeats.has("", "a", {"quote": "y"})
    repeats.tell("t.csv", problems)
    assert problems.first[0].startswith("t.csv: 2 rows repeat an earlier article with other words in “quote”; ")
