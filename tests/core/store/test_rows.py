"""Many rows go into the file in a few statements, parents before children."""

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import IntegrityError

from core.model.records import Model, Rejection
from core.model.terms import State
from core.store import tables
from core.store.aside import aside
from core.store.mapping import quote_row
from core.store.rows import MOST, WIDTHS, Rows, last_id
from core.store.whole_layers import WholeLayers
from tests.support.projects import quote


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


@pytest.mark.parametrize("count", [1, 60, 1 + sum(WIDTHS)])
def test_what_all_rows_lack_is_there_like_what_some_have(empty, count):
    """It stands in the statement itself, where there are many rows."""
    with empty._engine.execution_options(writing=True).begin() as connection:
        connection.execute(
            tables.Revision.__table__.insert(), {"id": 1, "at": "", "kind": "import", "code": "import", "words": {}}
        )
        rows = Rows(connection)
        for number in range(count):
            rows.add(tables.Document, document(number) | {"extra": {}, "title": None if number else "One", "url": None})
            rows.add(tables.Layer, layer(number) | {"model": None})
            plain = quote(0, 3, confidence=0.0 if number else 0.5)
            rows.add_rows(tables.Quote, [quote_row(number, plain, Rejection(quote=plain))])
        rows.write()
    with empty._engine.connect() as connection:
        articles = connection.execute(select(tables.Document.__table__)).all()
        assert {(each.title, each.url, each.opening) for each in articles} == {
            (title, None, "") for title in ["One", None][:count]
        }
        assert [each.extra for each in articles] == [{}] * count
        assert connection.scalars(select(tables.Layer.model)).all() == [None] * count
        stored = [each for some in WholeLayers(connection, range(count)).by_layer().values() for each in some]
        assert [each.quote.confidence for each in stored] == [0.5] + [0.0] * (count - 1)
        assert {(each.rejected, each.reason, each.quote.comment, each.quote.sure) for each in stored} == {
            (True, None, "", True)
        }


def test_what_comes_later_may_have_what_those_before_lacked(empty):
    with empty._engine.execution_options(writing=True).begin() as connection:
        connection.execute(
            tables.Revision.__table__.insert(), {"id": 1, "at": "", "kind": "import", "code": "import", "words": {}}
        )
        rows = Rows(connection)
        for number, title in enumerate((None, "One", None)):
            rows.add(tables.Document, document(number) | {"title": title, "extra": {}})
            rows.write()
        assert connection.scalars(select(tables.Document.title)).all() == [None, "One", None]
        assert connection.scalars(select(tables.Document.extra)).all() == [{}] * 3


def test_a_statement_has_no_more_values_than_sqlite_takes():
    columns = max(len(table.c) for table in tables.Base.metadata.tables.values())
    assert max(WIDTHS) * columns <= 32_766


def test_what_failed_aside_is_told_and_nothing_after_it_is_written(empty):
    with empty._engine.execution_options(writing=True).connect() as connection, aside() as beside:
        rows = Rows(connection, beside)
        rows.add(tables.Layer, layer(1))  # of a document that is not there
        rows.hand_over()
        rows.add(tables.Annotator, {"id": 9, "name": "zoe"})
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            rows.write()
        connection.rollback()
    with empty._engine.connect() as connection:
        assert connection.scalars(select(tables.Annotator.id).where(tables.Annotator.id == 9)).all() == []


def test_a_number_is_never_given_twice(empty):
    filled(empty, 3)
    with empty._engine.execution_options(writing=True).begin() as connection:
        connection.exec_driver_sql("DELETE FROM layer WHERE id = 3")
        assert last_id(connection, tables.Layer) == 3
