"""A statement that is put into SQL once runs as it would have otherwise."""

import pytest
from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from core.store import engine as engines
from core.store.prepared import Prepared
from core.store.tables import Annotator

ADD = Prepared(insert(Annotator))
NAMES = select(Annotator.name)


@pytest.fixture
def connection(project):
    engine = engines.connect(project)
    with engine.connect() as made:
        yield made
    engines.close(engine)


def test_values_go_to_their_places_whatever_their_order(connection):
    made = Prepared(insert(Annotator).returning(Annotator.id)).value(connection, {"name": "Bo"})
    ADD.many(connection, [{"name": "Cy"}, {"name": "Di", "id": 70}])
    query = select(Annotator.id, Annotator.name).where(
        Annotator.name != bindparam("not"), Annotator.id >= bindparam("least")
    )
    rows = Prepared(query.order_by(Annotator.id)).rows(connection, {"least": made, "not": "Cy"})
    assert rows == [(made, "Bo"), (70, "Di")]


def test_what_stands_in_the_statement_itself_is_kept(connection):
    rename = Prepared(update(Annotator).where(func.lower(Annotator.name) == bindparam("was")).values(name="Zoe"))
    ADD.many(connection, [{"name": "BO"}, {"name": "Cy"}])
    rename.run(connection, {"was": "bo"})
    assert {"Zoe", "Cy"} <= set(connection.scalars(NAMES))


def test_where_there_is_no_row_there_is_no_value(connection):
    assert Prepared(NAMES.where(Annotator.id < 0)).value(connection, {}) is None


def test_an_error_is_one_of_sqlalchemy(connection):
    with pytest.raises(IntegrityError, match="NOT NULL"):
        ADD.run(connection, {})
    with pytest.raises(IntegrityError, match="UNIQUE"):
        ADD.many(connection, [{"name": "Bo"}, {"name": "Bo"}])


def test_it_is_part_of_the_transaction(connection):
    """What one statement adds is gone with the rest, and what others commit meanwhile is not seen half-way."""
    assert not connection.in_transaction()
    ADD.run(connection, {"name": "Bo"})
    assert connection.in_transaction()
    assert "Bo" in connection.scalars(NAMES).all()
    connection.rollback()
    assert "Bo" not in connection.scalars(NAMES).all()


def test_it_reads_in_a_transaction_too(project, connection):
    names = Prepared(NAMES)
    before = names.rows(connection, {})
    other = engines.connect(project)
    with other.execution_options(writing=True).begin() as writing:
        ADD.run(writing, {"name": "Bo"})
    engines.close(other)
    assert names.rows(connection, {}) == before
    connection.rollback()
    assert len(names.rows(connection, {})) == len(before) + 1
