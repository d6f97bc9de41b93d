"""Rows of an article are found wherever they stand, or nothing at all is taken."""

import random

import pytest

from core.errors import UserMistake
from core.formats.table import together as module
from core.formats.table.together import together


def rows(articles=3, quotes=4, **more):
    first = [
        {"document_id": f"d{n}", "annotator": "ana", "quote_id": "q0", "article": f"Text {n}"} for n in range(articles)
    ]
    made = [row | ({} if m == 0 else {"quote_id": f"q{m}", "article": ""}) for row in first for m in range(quotes)]
    return list(enumerate(made, 2))


def grouped(numbered):
    return [sorted(row["quote_id"] for _, row in group) for group in together(numbered, "t.csv")]


def test_the_order_of_the_rows_makes_no_difference():
    numbered = rows()
    for seed in range(20):
        random.Random(seed).shuffle(numbered)
        assert grouped(numbered) == [["q0", "q1", "q2", "q3"]] * 3


def test_a_second_text_of_an_article_is_another_line_but_not_a_part_of_the_first():
    first = {"document_id": "d", "quote_id": "q", "article": "a"}
    numbered = list(enumerate([first, {**first, "part": "2"}, first, {**first, "article": ""}]))
    assert [[number for number, _ in group] for group in together(numbered, "t.csv")] == [[0, 1], [2, 3]]


def test_a_long_table_is_given_as_it_comes(monkeypatch):
    monkeypatch.setattr(module, "MOST_HELD", 100)
    taken = []

    def coming():
        for number, row in rows(articles=50):
            taken.append(number)
            yield number, row

    groups = together(coming(), "t.csv")
    next(groups)
    assert len(taken) < 20
    assert len(list(groups)) == 49


def test_a_long_table_in_another_order_is_refused_as_a_whole(monkeypatch):
    monkeypatch.setattr(module, "MOST_HELD", 100)
    numbered = rows(articles=50)
    by_quote = sorted(numbered, key=lambda each: each[1]["quote_id"])
    one_astray = [*numbered, (999, {"document_id": "d0", "annotator": "ana", "quote_id": "late"})]
    for wrong, where in ((by_quote, r"row \d+: belongs to d\d"), (one_astray, "row 999: belongs to d0")):
        with pytest.raises(UserMistake, match=where + ".*whose other rows stand elsewhere.*Nothing was taken"):
            list(together(wrong, "t.csv"))
