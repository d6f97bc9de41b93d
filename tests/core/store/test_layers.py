"""An annotator's own layer: made on first touch, in place of nothing of the model's."""

import pytest

from core.errors import UserMistake
from core.model.records import SecondSpeaker
from core.model.terms import Relation, State, Status
from core.store import engine as engines
from core.store import tables
from core.store.layers import (
    find_layer,
    join_cast,
    own_layer,
    own_quote,
    remove_quote,
    set_state,
    weights_of,
)
from core.store.speakers import roster_speaker
from core.store.transaction import Step, Transaction
from tests.support.projects import MODEL, bare, dump, empty_desk, ids, line, opened, quote, rows, seed_line


@pytest.fixture
def first(project):
    with opened(project) as desk:
        return ids(desk)[0]


def test_the_layer_is_made_once_and_in_work(transaction):
    made = own_layer(transaction, "seed")
    assert (made.state, made.annotator_id) == (State.IN_WORK, transaction.annotator_id)
    assert own_layer(transaction, "seed") is made
    for state, then in ((State.COMPLETE, State.COMPLETE), (State.NEW, State.IN_WORK)):
        set_state(transaction, "seed", state)
        assert own_layer(transaction, "seed").state == then
        assert transaction.session.get_one(tables.Layer, made.id).state == then
    with pytest.raises(UserMistake, match="no article elsewhere"):
        own_layer(transaction, "elsewhere")


def test_the_models_row_stays_as_it_was(transaction, project, first):
    before = dump(project)["quote"]
    own_quote(transaction, "seed", first).flagged = True
    assert own_quote(transaction, "seed", first).flagged
    transaction.finish(Step(code="x"))
    after = dump(project)["quote"]
    assert [row for row in after if row in before] == before
    assert len(after) == len(before) + 1
    with pytest.raises(UserMistake, match="labelled again"):
        own_quote(transaction, "seed", "gone")


def test_which_layer(transaction):
    assert find_layer(transaction, "seed", None).model == MODEL
    assert find_layer(transaction, "seed", transaction.annotator_id) is None
    made = own_layer(transaction, "seed")
    assert find_layer(transaction, "seed", transaction.annotator_id) is made
    assert weights_of(transaction, "seed") == MODEL.weights
    assert weights_of(transaction, "elsewhere") is None


def test_a_quote_of_an_article_without_labels(empty):
    empty.bring_in([bare(seed_line())])
    engine = engines.connect(empty.path)
    with Transaction(engine, "ana") as transaction, pytest.raises(UserMistake, match="no longer"):
        own_quote(transaction, "seed", "x")
    engines.close(engine)


def test_a_speaker_keeps_its_first_place_in_a_document(transaction, project):
    layer = own_layer(transaction, "seed")
    places = {row["speaker_id"]: row["position"] for row in rows(project, "SELECT * FROM cast_member")}
    new = roster_speaker(transaction.session, "Ana Ruiz")
    for speaker in (new.id, *places, new.id):
        join_cast(transaction.session, layer, speaker)
    transaction.session.flush()
    mine = transaction.session.query(tables.Cast).filter_by(layer_id=layer.id)
    assert {row.speaker_id: row.position for row in mine} == {**places, new.id: max(places.values()) + 1}


def test_what_hangs_on_a_quote_goes_with_it():
    outer = quote(0, 20, id="outer")
    second = SecondSpeaker(relation=Relation.JOINT, speaker_name="B")
    gone = quote(1, 19, id="gone", parent="outer", status=Status.ADDED, more_speakers=(second,))
    inner = quote(2, 9, id="inner", parent="gone")
    with empty_desk(line("x" * 30, outer, gone, inner, annotator="ana")) as desk:
        engine = engines.connect(desk.path)
        with Transaction(engine, "ana") as transaction:
            row = own_quote(transaction, "doc", "gone")
            transaction.session.add(tables.Settled(layer_id=row.layer_id, quote_id="other", by="gone"))
            transaction.session.flush()
            remove_quote(transaction.session, row)
            change = transaction.finish(Step(code="x"))
        engines.close(engine)
        assert change.quotes == {("doc", "gone"), ("doc", "inner")}
        assert {each.id: each.parent for each in desk.queries.article("doc").quotes} == {
            "outer": None,
            "inner": "outer",
        }
        assert rows(desk.path, "SELECT * FROM second_speaker") == rows(desk.path, "SELECT * FROM settled") == []


def test_second_speakers_are_copied_with_their_quote():
    second = SecondSpeaker(relation=Relation.ALTERNATIVE, speaker_name="B")
    with empty_desk(line("x" * 30, quote(0, 20, more_speakers=(second, second)))) as desk:
        engine = engines.connect(desk.path)
        with Transaction(engine, "ana") as transaction:
            own_quote(transaction, "doc", "q0-20")
            transaction.finish(Step(code="x"))
        engines.close(engine)
        found = rows(desk.path, "SELECT layer_id, position, relation, speaker_name FROM second_speaker ORDER BY 1, 2")
        assert [(row["position"], row["relation"], row["speaker_name"]) for row in found] == [(0, "alternative", "B"), (1, "alternative", "B")] * 2  # fmt: skip
        assert desk.queries.article("doc").quotes[0].more_speakers == (second, second)
