"""What others lean on."""

import pytest
from sqlalchemy.orm import Session

from core.commands.attribution import AssignSpeaker
from core.commands.new_quote import AddQuote
from core.model.records import Candidate
from core.model.spans import Span
from core.store import engine as engines
from core.store import tables
from core.store.uses import is_used
from tests.support.projects import act, ids, opened, seen


@pytest.fixture
def session(project):
    engine = engines.connect(project)
    with Session(engine.execution_options(writing=True)) as found:
        yield found
    engines.close(engine)


def test_who_is_meant_anywhere_is_used(session, project):
    layer = session.query(tables.Layer).one()
    one, other = [row.id for row in session.query(tables.Speaker)]
    assert is_used(session, "speaker", {"id": one})
    assert is_used(session, "layer", {"id": layer.id})
    assert is_used(session, "cast_member", {"layer_id": layer.id, "speaker_id": other})
    assert not is_used(session, "speaker", {"id": "nobody"})
    assert not is_used(session, "layer", {"id": layer.id + 1})
    assert not is_used(session, "cast_member", {"layer_id": layer.id + 1, "speaker_id": other})
    assert not is_used(session, "settled", {"layer_id": layer.id, "quote_id": "x"})


def test_a_second_speaker_is_a_use(session, project):
    with opened(project) as desk:
        first = ids(desk)[0]
    layer = session.query(tables.Layer.id).scalar()
    session.add(tables.Speaker(id="x", name="X", aliases=(), external_id=None, kind="unknown", extra={}))
    session.flush()
    assert not is_used(session, "speaker", {"id": "x"})
    session.add(tables.SecondSpeaker(layer_id=layer, quote_id=first, position=0, relation="joint", speaker_id="x"))
    session.flush()
    assert is_used(session, "speaker", {"id": "x"})
    assert is_used(session, "cast_member", {"layer_id": layer, "speaker_id": "x"})


def test_a_candidate_is_a_use(session, project):
    layer = session.query(tables.Layer.id).scalar()
    quote = session.get(tables.Quote, (layer, session.query(tables.Quote.id).first().id))
    quote.candidates = (
        *quote.candidates,
        Candidate(name='about "x"', evidence='"y"'),
        Candidate(name="Z", speaker_id="z"),
    )
    session.flush()
    for each, used in (("z", True), ("x", False), ("y", False)):
        assert is_used(session, "speaker", {"id": each}) is used


def test_who_stands_for_another_quote_stays_and_can_be_picked(desk):
    before, first = set(ids(desk)), ids(desk)[0]
    made = desk.run(AssignSpeaker(document_id="seed", quote_id=first, name="Xavier", act=act()))
    start = seen(desk, first).span.start
    desk.run(AddQuote(document_id="seed", fragments=(Span(start + 1, start + 9),), act=act()))
    (added,) = set(ids(desk)) - before
    desk.revert(made.revision)
    (xavier,) = [each for each in seen(desk, added).candidates if each.name == "Xavier"]
    desk.run(AssignSpeaker(document_id="seed", quote_id=added, speaker_id=xavier.speaker_id, act=act()))
    assert seen(desk, added).speaker_name == "Xavier"
