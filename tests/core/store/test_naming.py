"""Rows of the history by what people know them by, never by an id."""

import pytest
from sqlalchemy.orm import Session

from core.commands.roster import EditSpeaker
from core.commands.second_speakers import AddSecondSpeaker
from core.model.terms import Relation
from core.store import engine as engines
from core.store.naming import named
from core.store.tables import Layer, RevisionRow
from tests.support.projects import act, ids, seen

WORDS = 'quote ("We really did have an honest…)'


@pytest.fixture
def session(desk, project):
    one = ids(desk)[0]
    lukashenko = seen(desk, one).speaker_id
    desk.run(AddSecondSpeaker(document_id="seed", quote_id=one, name="Ana Ruiz", relation=Relation.JOINT, act=act()))
    desk.run(EditSpeaker(speaker_id=lukashenko, external_id="Q2"))
    engine = engines.connect(project)
    with Session(engine) as found:
        yield found
    engines.close(engine)


def row(table, **key):
    return RevisionRow(table=table, key=key)


def test_each_row_of_a_step_has_a_name(session):
    names = {(each.table, named(session, each)) for each in session.query(RevisionRow)}
    assert names == {
        ("quote", WORDS),
        ("second_speaker", WORDS),
        ("speaker", "speaker (Ana Ruiz)"),
        ("speaker", "speaker (Lukashenko)"),
        ("cast_member", "speaker (Ana Ruiz)"),
        ("cast_member", "speaker (Lukashenko)"),
        ("layer", "article (A sample)"),
    }


def test_what_is_there_no_more_has_no_name(session):
    assert named(session, row("quote", layer_id=99, id="gone")) == "quote"
    assert named(session, row("speaker", id="gone")) == "speaker"
    assert named(session, row("document", id="gone")) == "article"


def test_an_article_by_its_title(session):
    layer = session.query(Layer).first()
    for one in (row("document", id="seed"), row("zone", document_id="seed", position=0), row("layer", id=layer.id)):
        assert named(session, one) == "article (A sample)"
