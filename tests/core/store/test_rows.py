"""Many rows go into the file in a few statements, parents before children."""

from sqlalchemy import event, select

from core.model.records import Model
from core.model.terms import State
from core.store import tables
from core.store.rows import MOST, Rows, last_id


def document(number):
    return {
        **{"id": f"d{number}", "position": number, "revision_id": 1, "sha256": "x", "opening": "", "extra": {"a": 1}},
        "text": "Words.",
    }


def layer(number):
    model = Model(name="m", version="1", weights="w")
    return {"id": number, "document_id": f"d{number}", "state": State.NEW, "model": model, "extra": {}}


def filled(desk, count):
    statements = []
    event.listen(desk._engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    with desk._engine.execution_options(writing=True).begin() as connection:
        connection.execute(
            tables.Revision.__table__.insert(), {"id": 1, "at": "", "kind": "import", "code": "import", "words": {}}
        )
        rows = Rows(connection)
        for number in range(1, count + 1):
            rows.add(tables.Layer, layer(number))  # the child first
            rows.add(tables.Document, document(number))
        rows.write()
        assert last_id(connection, tables.Layer) == count
    return [each for each in statements if each.startswith("INSERT INTO")]


def test_values_come_back_as_they_went_in(empty):
    filled(empty, 1)
    with empty._engine.connect() as connection:
        row = connection.execute(select(tables.Layer.__table__)).one()
        assert (row.model, row.state, row.annotator_id) == (Model(name="m", version="1", weights="w"), "new", None)
        assert connection.execute(select(tables.Document.extra)).scalar_one() == {"a": 1}


def test_a_thousand_articles_take_a_few_statements(empty):
    assert len(filled(empty, MOST)) < 10
    with empty._engine.connect() as connection:
        assert len(connection.execute(select(tables.Layer.id)).all()) == MOST


def test_a_number_is_never_given_twice(empty):
    filled(empty, 3)
    with empty._engine.execution_options(writing=True).begin() as connection:
        connection.exec_driver_sql("DELETE FROM layer WHERE id = 3")
        assert last_id(connection, tables.Layer) == 3
