"""Paragraphs that nobody has marked though somebody seems to speak in them."""

import pytest

from core.desk.gaps import gaps
from core.model.spans import Span
from tests.support.projects import quote, seed_line


def found(text, *quotes):
    return [(text[slice(*gap.span)], gap.words) for gap in gaps(text, quotes)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said so.", "said"),
        ("She tells us that.", "tells"),
        ("They replied.", "replied"),
        ("Both denied it.", "denied"),
        ("A “good” day.", "“good”"),
        ("It was «done».", "«done»"),
        ("Nobody was there.", None),
        ("The United States reports claims, orders and notes.", None),
        ("The report stated it.", "stated"),
        ("", None),
    ],
)
def test_marks_and_verbs_of_speech(text, words):
    assert [each for _, each in found(text)] == ([words] if words else [])


def test_only_paragraphs_without_any_piece_of_a_quote():
    text = "She said it.\n\nHe said that he would\r\n\r\n“Go,” he said."
    assert [words for _, words in found(text)] == ["said", "said", "“Go,”"]
    assert [words for _, words in found(text, quote(22, 34))] == ["said", "“Go,”"]
    assert [words for _, words in found(text, quote(22, 45))] == ["said"], "a quote over two paragraphs fills both"
    assert found(text, quote(0, 5), quote(20, 25), quote(40, 44)) == []


def test_a_wellmarked_article_has_none_and_a_bare_one_has_all():
    seed = seed_line()
    assert found(seed.document.text, *seed.layer.quotes) == []
    assert len(found(seed.document.text)) == 4
    assert gaps(seed.document.text, seed.layer.quotes[4:])[0].span == Span(0, 342)
