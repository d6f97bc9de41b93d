"""Which suggestions make room for what a person decided."""

import pytest

from core.commands.review import RejectQuote
from core.store import engine as engines
from core.store.covered import settle, settle_for, uncovered_without
from core.store.images import RowNote
from tests.support.projects import act, empty_desk, line, quote, rows

TEXT = "“Yes, we can,” she said. “No, you can't,” he said."


@pytest.fixture
def desk():
    with empty_desk(line(TEXT, quote(0, 14), quote(25, 41))) as found:
        yield found


@pytest.fixture
def connection(desk):
    desk.run(RejectQuote(document_id="doc", quote_id="q0-14", act=act()))
    engine = engines.connect(desk.path)
    with engine.execution_options(writing=True).begin() as found:
        yield found
    engines.close(engine)


def layers(desk):
    found = rows(desk.path, "SELECT id, annotator_id FROM layer")
    return next(row["id"] for row in found if row["annotator_id"] is not None)


def noted(connection):
    return connection.exec_driver_sql("SELECT quote_id, by FROM settled ORDER BY 1").all()


def test_rejected_ones_cover_too_and_their_own_id_needs_no_note(desk, connection):
    own = layers(desk)
    settle(connection, own, [quote(0, 14), quote(1, 13), quote(1, 4), quote(25, 41)])
    assert noted(connection) == [("q1-13", "q0-14")]
    settle(connection, own, [quote(1, 13), quote(0, 13)])
    assert noted(connection) == [("q0-13", "q0-14"), ("q1-13", "q0-14")]


def test_only_the_quotes_that_came_back_are_asked(desk, connection):
    own = layers(desk)
    connection.exec_driver_sql("UPDATE quote SET id = 'renamed' WHERE layer_id <> ? AND id = 'q0-14'", (own,))
    assert settle_for(connection, own, {"other"}) == []
    assert noted(connection) == []
    key, row = {"layer_id": own, "quote_id": "renamed"}, {"layer_id": own, "quote_id": "renamed", "by": "q0-14"}
    assert settle_for(connection, own, {"q0-14"}) == [RowNote("settled", key, None, row)]
    assert noted(connection) == [("renamed", "q0-14")]
    assert uncovered_without(connection, own, {"other"}) == []
    assert uncovered_without(connection, own, {"q0-14"}) == [RowNote("settled", key, row, None)]


def test_without_a_model_nothing_is_covered(desk, connection):
    own = layers(desk)
    connection.exec_driver_sql("DELETE FROM quote WHERE layer_id <> ?", (own,))
    connection.exec_driver_sql("DELETE FROM cast_member WHERE layer_id <> ?", (own,))
    connection.exec_driver_sql("DELETE FROM layer WHERE id <> ?", (own,))
    settle_for(connection, own, {"q0-14"})
    assert noted(connection) == []
