"""A query's rows are named tuples that hold what the columns' types say."""

import pytest
from sqlalchemy import bindparam, exists, select

from core.commands.attribution import AcceptSuggestion
from core.model.records import Candidate, Suggestion
from core.model.spans import Span
from core.store import tables
from core.store.plain import COUNTS, PlainLookup, PlainQuery
from tests.support.projects import act, empty_desk, line, quote

TEXT = "“One,” she said. “Two,” he said."


@pytest.fixture
def connection():
    candidates = (Candidate(name="Ana", confidence=0.7),)
    one, two = quote(0, 6, candidates=candidates, quoted=(Span(0, 6),)), quote(17, 23)
    with empty_desk(line(TEXT, one, two)) as desk:
        desk.run(AcceptSuggestion(document_id="doc", quote_id=two.id, act=act()))
        with desk.queries._engine.connect() as made:
            yield made


def test_rows_hold_what_a_row_of_the_usual_kind_holds(connection):
    table = tables.Quote.__table__
    statement = select(table).where(table.c.start >= bindparam("least")).order_by(table.c.start, table.c.layer_id)
    usual = connection.execute(statement, {"least": 0}).all()
    found = PlainQuery(statement)(connection, {"least": 0})
    assert len(found) == 3
    assert [tuple(row) for row in found] == [tuple(row) for row in usual]
    assert [type(each) for row in found for each in row] == [type(each) for row in usual for each in row]
    assert found[0].candidates == (Candidate(name="Ana", confidence=0.7),)
    assert found[0].quoted == (Span(0, 6),)
    assert {row.flagged for row in found} == {False}
    assert sum(isinstance(row.decided_suggestion, Suggestion) for row in found) == 1
    assert [row.start for row in PlainQuery(statement)(connection, {"least": 10})] == [17, 17]


def test_an_expression_has_the_name_and_the_type_that_it_was_given(connection):
    quote_, second = tables.Quote, tables.SecondSpeaker
    has_second = exists().where(second.quote_id == quote_.id).label("has_second")
    (row, *_) = PlainQuery(select(quote_.id, has_second))(connection, {})
    assert row.has_second is False


def test_no_rows_are_an_empty_list(connection):
    assert PlainQuery(select(tables.Release.id))(connection, {}) == []


def named() -> PlainLookup:
    annotator = tables.Annotator
    return PlainLookup(
        lambda ids: (
            select(annotator.name)
            .where(annotator.name.in_(ids), annotator.id >= bindparam("least"))
            .order_by(annotator.id)
        )
    )


@pytest.mark.parametrize("count", [0, 1, *COUNTS, *(count + 1 for count in COUNTS), 2 * COUNTS[-1] + 3])
def test_a_lookup_takes_any_number_of_ids(connection, count):
    names = [f"{number} 'é' \"北京\" \\ 👩🏽‍🚀 \x00 {number}" for number in range(count)]
    connection.execute(tables.Annotator.__table__.insert(), [{"name": name} for name in [*names, "nobody asks for"]])
    assert [row.name for row in named()(connection, iter(names), least=0)] == names
    assert named()(connection, names, least=10_000) == []


def test_places_that_are_left_over_find_nothing(connection):
    document = tables.Document
    untitled = PlainLookup(lambda ids: select(document.id).where(document.title.in_(ids)))
    assert connection.scalar(select(document.title)) is None
    assert untitled(connection, ["A title"]) == []
