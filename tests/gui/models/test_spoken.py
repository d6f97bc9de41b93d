"""The article for the ear: quotes are announced where they begin, and their end is told."""

from msgspec import structs

from core.model.spans import Span
from core.model.terms import Kind, Status
from gui.models.article import ArticleModel
from gui.models.spoken import spoken, told
from tests.support.articles import FixedSource, article_of, quote_of

TEXT = "“One,” Ana Ruiz said. “Two.”"


def model_of(text, *quotes, names=("Ana Ruiz",)):
    made = ArticleModel(FixedSource(article_of(text, quotes, names)))
    made.show_document("sample")
    return made


def unspoken(words):
    """Take the remarks out again."""
    while "[" in words:
        before, rest = words.split("[", 1)
        remark, after = rest.split("]", 1)
        words = before.removesuffix(" ") + after if remark.startswith("end") else before + after.removeprefix(" ")
    return words


def test_a_text_without_quotes_is_the_text():
    assert spoken(model_of(TEXT)) == TEXT
    assert spoken(ArticleModel(FixedSource())) == ""


def test_a_quote_is_announced_with_number_kind_speaker_and_state():
    article = model_of(TEXT, quote_of(TEXT, "“One,”"), quote_of(TEXT, "“Two.”", kind=Kind.INDIRECT, confidence=0.3))
    assert spoken(article) == (
        "[quote 1, direct, Ana Ruiz, suggested:] “One,” [end of 1] Ana Ruiz said. "
        "[quote 2, indirect, Ana Ruiz, doubtful:] “Two.” [end of 2]"
    )
    assert unspoken(spoken(article)) == TEXT


def test_a_quote_in_pieces_goes_on():
    at = TEXT.index("“Two")
    quote = quote_of(TEXT, "“One,”", fragments=(Span(0, 6), Span(at, at + 6)), status=Status.ACCEPTED)
    assert spoken(model_of(TEXT, quote)) == (
        "[quote 1, direct, Ana Ruiz, checked:] “One,” [end of 1] Ana Ruiz said. [quote 1 goes on:] “Two.” [end of 1]"
    )


def test_what_ends_is_told_before_what_begins_at_the_same_place():
    text = "AABB"
    article = model_of(text, quote_of(text, "AA", id="q1"), quote_of(text, "BB", id="q2"))
    assert spoken(article).index("[end of 1]") < spoken(article).index("[quote 2")


def test_nested_quotes_open_and_close_like_brackets():
    text = "x" * 30
    outer = [quote_of(text, "x", id=f"q{n:02}", fragments=(Span(0, 30 - n),)) for n in range(11)]
    words = spoken(model_of(text, *outer))
    opened = [words.index(f"[quote {n},") for n in range(1, 12)]
    assert opened == sorted(opened), "the outer one first, the ninth before the tenth"
    whole = [quote_of(text, "x", id=f"q{n:02}", fragments=(Span(n, 30),)) for n in range(11)]
    words = spoken(model_of(text, *whole))
    closed = [words.index(f"[end of {n}]") for n in range(11, 0, -1)]
    assert closed == sorted(closed), "the inner one first"


def test_who_is_meant_is_told_even_where_nobody_is_named():
    article = model_of(TEXT, quote_of(TEXT, "“One,”"))
    quote = article.quotes[0]
    assert told(article, quote, 7) == "quote 7, direct, Ana Ruiz, suggested"
    unnamed = structs.replace(quote, speaker_id=None, speaker_name=None, flagged=True)
    assert told(article, unnamed, 1) == "quote 1, direct, nobody named, suggested, flagged"
    described = structs.replace(unnamed, speaker_name="a neighbour", flagged=False, status=Status.CORRECTED)
    assert told(article, described, 1) == "quote 1, direct, a neighbour, checked"


def test_a_rejected_quote_is_not_announced():
    article = model_of(TEXT, quote_of(TEXT, "“One,”", id="q1"))
    article._source.reject("sample", "q1")
    article.refresh(["q1"], keep_ghost="q1")
    assert article.is_ghost("q1")
    assert spoken(article) == TEXT


def test_pictures_and_letters_from_right_to_left_stay_whole():
    text = "😀 قال «نعم» 😀\r\n👩‍👩‍👧 end"
    article = model_of(text, quote_of(text, "«نعم»", name="أنا"), names=("أنا" * 3_000,))
    assert unspoken(spoken(article)) == text
    assert "أنا" * 3_000 in spoken(article)
