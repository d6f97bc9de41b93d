"""What others lean on."""

import pytest
from sqlalchemy.orm import Session

from core.store import engine as engines
from core.store import tables
from core.store.uses import is_used
from tests.support.projects import ids, opened


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
