"""A statement that is put into SQL once runs as it would have otherwise."""

import pytest
from sqlalchemy import bindparam, func, insert, select, update

from core.store import engine as engines
from core.store.prepared import Prepared
from core.store.tables import Annotator


@pytest.fixture
def connection(project):
    engine = engines.connect(project)
    with engine.connect() as made:
        yield made
    engines.close(engine)


def test_values_go_to_their_places_whatever_their_order(connection):
    add = Prepared(insert(Annotator).returning(Annotator.id))
    made = add(connection, {"name": "Bo"}).scalar_one()
    add.many(connection, [{"name": "Cy"}, {"name": "Di", "id": 70}])
    query = select(Annotator.id, Annotator.name).where(
        Annotator.name != bindparam("not"), Annotator.id >= bindparam("least")
    )
    rows = Prepared(query.order_by(Annotator.id))(connection, {"least": made, "not": "Cy"}).all()
    assert [(row.id, row.name) for row in rows] == [(made, "Bo"), (70, "Di")]


def test_what_stands_in_the_statement_itself_is_kept(connection):
    rename = Prepared(update(Annotator).where(func.lower(Annotator.name) == bindparam("was")).values(name="Zoe"))
    Prepared(insert(Annotator)).many(connection, [{"name": "BO"}, {"name": "Cy"}])
    rename(connection, {"was": "bo"})
    assert {"Zoe", "Cy"} <= set(connection.scalars(select(Annotator.name)))


def test_a_value_that_is_missing_is_told(connection):
    with pytest.raises(Exception, match="NOT NULL"):
        Prepared(insert(Annotator))(connection, {}).all()
