"""What a search has found, as rows that are shown and told."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from core.model.overview import Found
from gui.models.found import HIT, WHERE, FoundModel

HITS = (
    Found(document_id="a", title="Harbour closed", excerpt="…we wait for spring…", where="text", start=40),
    Found(document_id="a", title="Harbour closed", excerpt="Ana Ruiz: “We wait”", where="speaker", quote_id="q1"),
    Found(document_id="b", title="Market talks", excerpt="is this the mayor?", where="comment", quote_id="q2"),
)


@pytest.fixture
def model():
    made = FoundModel()
    made.show_hits(HITS)
    return made


def told(model):
    return [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_a_row_is_a_hit_and_its_words(model):
    assert [model.index(row).data(HIT) for row in range(3)] == list(HITS)
    assert [model.index(row).data() for row in range(3)] == [hit.excerpt for hit in HITS]


def test_each_kind_of_hit_is_told_in_a_sentence(model):
    assert told(model) == [
        "Harbour closed, in the text: …we wait for spring…",
        "Harbour closed, speaker: Ana Ruiz: “We wait”",
        "Market talks, comment: is this the mayor?",
    ]
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) == told(model)[1]
    assert {hit.where for hit in HITS} == set(WHERE)


def test_other_hits_take_the_place_of_the_old_ones(model, qtbot):
    with qtbot.waitSignal(model.modelReset):
        model.show_hits(HITS[2:])
    assert (model.rowCount(), model.hits) == (1, [HITS[2]])
    model.show_hits([])
    assert (model.rowCount(), told(model)) == (0, [])


def test_it_is_a_list_and_answers_nothing_else(model):
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


def test_what_is_shown_is_a_copy(model):
    hits = list(HITS)
    model.show_hits(hits)
    hits.clear()
    assert model.rowCount() == 3
