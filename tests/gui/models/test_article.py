"""The article model: rows in text order, patched in place; a rejected quote may stay as a ghost."""

import pytest
from msgspec import structs

from core.model.spans import Span
from core.model.terms import Reason, State, Status
from gui.models.article import ArticleModel
from tests.support.articles import FixedSource, article_of, quote_of

TEXT = "“One two,” Ana Ruiz said. “Three four,” Bo Lind said. “Five six,” she said."
WORDS = ("“One two,”", "“Three four,”", "“Five six,”")


@pytest.fixture
def source():
    quotes = [quote_of(TEXT, words, id=f"q{n}") for n, words in enumerate(WORDS, 1)]
    quotes[1] = structs.replace(quotes[1], speaker_id="s2", speaker_name="Bo Lind")
    return FixedSource(article_of(TEXT, quotes, ("Ana Ruiz", "Bo Lind")))


@pytest.fixture
def model(source):
    made = ArticleModel(source)
    made.show_document("sample")
    made.told = []
    made.reset.connect(lambda: made.told.append("reset"))
    made.rows_changed.connect(lambda rows: made.told.append(rows))
    return made


def picture(model):
    """One word a row: the quote, its slot, + checked, x ghost."""
    return " ".join(
        f"{quote.id}:{model.slot(quote)}{'+' if quote.checked else ''}{'x' if model.is_ghost(quote.id) else ''}"
        for quote in model.quotes
    )


def test_rows_stand_in_text_order(model):
    assert picture(model) == "q1:1 q2:2 q3:1"
    assert [model.row_of(each) for each in ("q1", "q3", "gone")] == [0, 2, -1]
    assert model.text == TEXT
    assert model.speaker(model.quote("q2")).name == "Bo Lind"
    assert model.quote("gone") is None


def test_a_changed_quote_changes_its_row_only(model, source):
    source.put("sample", structs.replace(model.quote("q2"), speaker_id="s1", status=Status.CORRECTED))
    model.refresh(["q2"])
    assert picture(model) == "q1:1 q2:1+ q3:1"
    assert model.told == [[1]]


def test_a_quote_with_other_borders_is_arranged_anew(model, source):
    source.put("sample", structs.replace(model.quote("q1"), fragments=(Span(50, 60),)))
    model.refresh(["q1"])
    assert picture(model) == "q2:2 q1:1 q3:1"
    assert model.told == ["reset"]


def test_a_rejected_quote_goes_at_once_or_stays_as_a_ghost(model, source):
    source.reject("sample", "q1")
    source.reject("sample", "q2", Reason.TITLE)
    model.refresh(["q1", "q2"], keep_ghost="q2")
    assert picture(model) == "q2:2x q3:1"
    assert model.ghost.reason is Reason.TITLE
    model.drop_ghost()
    assert picture(model) == "q3:1"
    assert model.told == ["reset", "reset"]
    model.drop_ghost()
    assert len(model.told) == 2


def test_the_next_change_lets_an_older_ghost_go(model, source):
    source.reject("sample", "q1")
    model.refresh(["q1"], keep_ghost="q1")
    assert picture(model) == "q1:1x q2:2 q3:1"
    assert model.told == [[0]]
    model.refresh(["q3"])
    assert picture(model) == "q2:2 q3:1"


def test_nothing_on_show_has_no_rows_and_takes_no_change(model):
    other = quote_of(TEXT, WORDS[0])
    model.show_document("")
    model.refresh(["q1"])
    assert (model.text, model.quotes, model.state, model.slot(other), model.speaker(other)) == (
        "",
        [],
        State.NEW,
        0,
        None,
    )
    assert model.told == ["reset"]


def test_doubt_is_for_unchecked_quotes(model):
    low = structs.replace(model.quote("q1"), confidence=0.4)
    assert model.is_doubtful(low)
    assert not model.is_doubtful(structs.replace(low, status=Status.ACCEPTED))


def test_a_renamed_speaker_is_told_of_and_quotes_follow_when_nobody_waits(model, source):
    model.cast_changed.connect(lambda: model.told.append("cast"))
    source.rename("sample", "s1", "Ana R. Ruiz")
    model.refresh(["q2"])
    assert model.told == ["cast", [1]]
    assert model.speaker(model.quote("q3")).name == "Ana R. Ruiz"
    assert model.quote("q3").speaker_name == "Ana Ruiz"
    model.follow_names()
    assert model.told[2:] == [[0, 1, 2]]  # q2 has her as a candidate
    assert [quote.speaker_name for quote in model.quotes] == ["Ana R. Ruiz", "Bo Lind", "Ana R. Ruiz"]
    assert model.quote("q3").candidates[0].name == "Ana R. Ruiz"
    model.follow_names()
    assert len(model.told) == 3


def test_the_cast_is_not_told_of_where_it_is_what_it_was(model, source):
    model.cast_changed.connect(lambda: model.told.append("cast"))
    model.refresh(["q2"])
    source.rename("sample", "s1", "Ana R. Ruiz")
    model.refresh(["q2"], same_cast=True)
    model.follow_names()
    assert model.told == [[1], [1]]


def test_a_new_article_owes_no_names(model, source):
    source.rename("sample", "s1", "Ana R. Ruiz")
    model.refresh([])
    model.show_document("sample")
    model.told.clear()
    model.follow_names()
    assert model.told == []
