"""The roster of the article: in the order of the colours, with other names and counts."""

import pytest
from msgspec import structs
from PySide6.QtCore import QModelIndex, Qt

from core.model.records import Speaker
from core.model.spans import Span
from gui.models.article import ArticleModel
from gui.models.speakers import ENTRY, SpeakersModel, others
from tests.support.articles import FixedSource, article_of, quote_of

TEXT = "“One,” Ana Ruiz said. “Two,” she said. “Three,” Bo Lind said."


@pytest.fixture
def source():
    quotes = [
        quote_of(TEXT, "“One,”", id="q1", mention=Span(7, 15)),
        quote_of(TEXT, "“Two,”", id="q2", mention=Span(29, 32)),
        quote_of(TEXT, "“Three,”", id="q3", speaker="s2", name="Bo Lind"),
    ]
    return FixedSource(article_of(TEXT, quotes, ("Ana Ruiz", "Bo Lind")))


@pytest.fixture
def article(source):
    return ArticleModel(source)


@pytest.fixture
def model(article):
    made = SpeakersModel(article)
    article.show_document("sample")
    return made


def picture(model):
    rows = (model.index(row, 0).data(ENTRY) for row in range(model.rowCount()))
    return " | ".join(f"{one.slot} {one.name} ({one.also}) {one.count}" for one in rows)


def test_speakers_stand_in_the_order_of_their_colours(model):
    assert picture(model) == "1 Ana Ruiz (she) 2 | 2 Bo Lind () 1"


def test_counts_follow_a_changed_quote_after_it_is_painted(model, article, source, qtbot):
    source.put("sample", structs.replace(article.quote("q1"), speaker_id="s2"))
    with qtbot.waitSignal(model.dataChanged, timeout=1000):
        article.refresh(["q1"])
        assert model.entries[1].count == 1
    assert picture(model) == "1 Ana Ruiz (she) 1 | 2 Bo Lind (Ana Ruiz) 2"


def test_a_mention_that_was_taken_back_is_no_name_any_longer(model, article, source, qtbot):
    for mention, names in ((Span(0, 38), TEXT[:38] + ", she"), (Span(7, 15), "she")):
        source.put("sample", structs.replace(article.quote("q1"), mention=mention))
        article.refresh(["q1"])
        qtbot.waitUntil(lambda names=names: picture(model).startswith(f"1 Ana Ruiz ({names}) 2"), timeout=1000)


def test_the_same_again_tells_nobody_and_no_article_has_no_speakers(model, article, qtbot):
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.refill()
    article.show_document("")
    assert picture(model) == ""


def test_a_row_is_told_in_words(model):
    first, second = model.index(0, 0), model.index(1, 0)
    spoken = [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in (first, second)]
    assert spoken == ["Ana Ruiz, 2 quotes", "Bo Lind, 1 quote"]
    assert [index.data(Qt.ItemDataRole.ToolTipRole) for index in (first, second)] == ["Ana Ruiz, she", "Bo Lind"]
    assert (first.data(), first.data(Qt.ItemDataRole.DecorationRole)) == ("Ana Ruiz", None)
    assert (model.data(QModelIndex()), model.rowCount(first)) == (None, 0)


def test_other_names_are_told_once_the_longest_mention_first():
    ana = Speaker(id="s1", name="Ana Ruiz", aliases=("A. Ruiz",))
    assert others(ana, ["she", "a. ruiz", "the minister", "ANA RUIZ"]) == ["A. Ruiz", "the minister", "she"]
