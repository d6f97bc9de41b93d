"""Type-ahead: the roster and the words of the article, best match first, a new name last."""

import pytest
from msgspec import structs
from PySide6.QtCore import QModelIndex, Qt

from core.model.records import Candidate, Speaker
from core.model.spans import Span
from gui.models.names import MOST, NAME, NamesModel, mentions_of
from tests.support.articles import quote_of

ROSTER = [
    Speaker(id="s1", name="Mariana Costa"),
    Speaker(id="s2", name="Ana Ruiz", aliases=("Ruiz", "A. Ruiz")),
    Speaker(id="s3", name="Bo Lind"),
]


@pytest.fixture
def model():
    made = NamesModel()
    made.know(ROSTER, {"Bo Lind": ["the minister"], "Ruiz": ["she"], "Anatole Fry": ["Fry"]})
    return made


def picture(model, typed, **options):
    model.look_for(typed, **options)
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_beginnings_come_before_middles_and_a_new_speaker_last(model):
    assert picture(model, "ana") == [
        "Ana Ruiz · Ruiz, A. Ruiz",
        "Anatole Fry · in this article",
        "Mariana Costa",
        "ana · new speaker",
    ]


def test_aliases_and_mentions_find_their_speaker(model):
    assert picture(model, "a. ru")[0] == "Ana Ruiz · Ruiz, A. Ruiz"
    assert picture(model, "minister")[0] == "Bo Lind"
    assert picture(model, "lind")[0] == "Bo Lind"


def test_a_name_typed_in_full_offers_no_second_one(model):
    assert picture(model, "  bo   lind ") == ["Bo Lind"]
    assert model.index(0, 0).data(NAME).speaker_id == "s3"


def test_nothing_typed_finds_nothing_and_a_new_one_is_new_only(model):
    assert picture(model, "  ") == []
    assert picture(model, "Ana", new_only=True) == ["Ana · new speaker"]
    assert model.names[0].speaker_id is None


def test_the_list_is_short():
    model = NamesModel()
    model.know([Speaker(id=f"s{n}", name=f"Person {n}") for n in range(20)], {})
    assert len(picture(model, "person")) == MOST + 1


def test_rows_have_no_other_data(model):
    picture(model, "bo")
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert (model.data(QModelIndex()), model.rowCount(model.index(0, 0))) == (None, 0)


def test_mentions_are_gathered_by_name_each_once():
    text = "“One,” the minister said. “Two,” the minister said."
    heard = Candidate(name="Bo Lind", confidence=0.9, mention=Span(7, 19))
    quotes = [
        quote_of(text, "“One,”", candidates=(heard, Candidate(name="Ana Ruiz", confidence=0.1))),
        quote_of(text, "“Two,”", candidates=(structs.replace(heard, mention=Span(33, 45)),)),
    ]
    assert mentions_of(text, quotes) == {"Bo Lind": ["the minister"], "Ana Ruiz": []}


def test_who_is_called_so_comes_before_whom_the_words_only_speak_of(model):
    model.know(ROSTER, {"Bo Lind": ["the minister"], "the minister": []})
    assert picture(model, "the minister") == ["the minister · in this article", "Bo Lind"]
