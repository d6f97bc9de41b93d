"""What an article is called: by its title, else by its first line."""

from types import SimpleNamespace
from unicodedata import category

import pytest

from core.store.titles import OPENING, letter_edge, opening_of, title_of

STORY = """
Council votes to close Harbour Bridge

By Mara Lindqvist

HARBOUR CITY — Mayor Elena Ruiz said the bridge was unsafe.
"""


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (STORY, "Council votes to close Harbour Bridge"),
        (STORY.replace("\n", "\r\n"), "Council votes to close Harbour Bridge"),
        (STORY.replace("\n", "\u2029"), "Council votes to close Harbour Bridge"),
        ("\ufeff\n * * *\n\n  Harbour \t Bridge  \nBy", "Harbour Bridge"),
        ("* * *\n…\n", "* * *"),
        (" \n\n", ""),
        ("", ""),
        ("a" * OPENING, "a" * OPENING),
        ("word " * 16, ("word " * 16).strip()),
        ("word " * 16 + "more", ("word " * 16).strip() + "…"),
        ("word " * 15 + "words and more", ("word " * 15) + "words…"),
        ("word " * 15 + "longer and more", ("word " * 15).strip() + "…"),
        ("桥" * 300, "桥" * OPENING + "…"),
        ("新闻 " + "桥" * 300, "新闻 " + "桥" * (OPENING - 3) + "…"),
        ("See https://example.org/" + "a" * 300, "See https://example.org/" + "a" * (OPENING - 24) + "…"),
        ("a" + " " * 500 + "b", "a b"),
        ("a " * 500, ("a " * 40).strip() + "…"),
    ],
)
def test_the_first_line_that_has_words_stands_for_a_title(text, opening):
    assert opening_of(text) == opening


@pytest.mark.parametrize("unit", ["ก็", "e\u0301", "👩🏽\u200d🚒", "क्षि"])
@pytest.mark.parametrize("shift", range(4))
def test_no_letter_loses_its_marks(unit, shift):
    text = "x" * shift + unit * 200
    opening = opening_of(text)
    assert opening.endswith("…")
    rest = text[len(opening) - 1 :]
    assert text == opening[:-1] + rest
    assert category(rest[0])[0] != "M"
    assert "\u200d" not in (opening[-2], rest[0])


def test_more_marks_than_anybody_reads_are_cut():
    assert letter_edge("a" + "\u0301" * 500, 10, reach=20) == 30
    assert letter_edge("abc", 3, reach=20) == 3


@pytest.mark.parametrize(
    ("title", "opening", "called"), [("T", "O", "T"), (None, "O", "O"), ("", "O", "O"), (None, "", "id")]
)
def test_a_title_rules_then_the_opening_then_the_id(title, opening, called):
    assert title_of(SimpleNamespace(id="id", title=title, opening=opening)) == called


def test_an_opening_may_be_shorter():
    assert opening_of("Mayor Elena Ruiz said the bridge was unsafe.", 20) == "Mayor Elena Ruiz…"
