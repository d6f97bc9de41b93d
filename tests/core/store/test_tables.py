"""The file itself refuses what the format does not know."""

import sqlite3
from contextlib import closing

import pytest

from core.model.terms import Kind
from core.store import tables
from core.store.tables import Base, one_of
from tests.support.projects import tables_of


def refused(project, statement):
    with closing(sqlite3.connect(project)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError) as caught:
            connection.execute(statement)
        return str(caught.value)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE quote SET kind = 'loud'", "ck_quote_kind"),
        ("UPDATE quote SET status = 'done'", "ck_quote_status"),
        ("UPDATE quote SET reason = 'because'", "ck_quote_reason"),
        ("UPDATE quote SET speaker_type = 'robot'", "ck_quote_speaker_type"),
        ("UPDATE quote SET decided_via = 'magic'", "ck_quote_decided_via"),
        ("UPDATE quote SET speaker_id = 'nobody'", "FOREIGN KEY"),
        ("UPDATE layer SET state = 'tired'", "ck_layer_state"),
        ("UPDATE speaker SET kind = 'ghost'", "ck_speaker_kind"),
        ("UPDATE revision SET kind = 'dream'", "ck_revision_kind"),
        ("INSERT INTO layer (document_id, state, extra) VALUES ('seed', 'new', '{}')", "UNIQUE"),
        ("INSERT INTO zone (document_id, position, start, end, type, extra) VALUES ('seed', 0, 1, 2, 'footer', '')", "ck_zone_type"),
        ("INSERT INTO second_speaker (layer_id, quote_id, position, relation) VALUES (1, 'x', 0, 'joint')", "FOREIGN KEY"),
        ("DELETE FROM speaker", "FOREIGN KEY"),
        ("DELETE FROM document", "FOREIGN KEY"),
        ("INSERT INTO annotator (name) SELECT name FROM annotator", "UNIQUE"),
    ],
)  # fmt: skip
def test_the_file_guards_itself(project, statement, said):
    assert said in refused(project, statement)


def test_every_table_is_in_the_file(project):
    assert set(tables_of(project)) == {*Base.metadata.tables, "alembic_version"}


def test_every_constraint_has_a_name():
    for table in Base.metadata.tables.values():
        assert all(each.name for each in [*table.constraints, *table.indexes])


def test_a_closed_list_is_written_out():
    assert str(one_of("kind", Kind).sqltext) == "kind = 'direct' OR kind = 'mixed' OR kind = 'indirect'"
    assert tables.Quote.__table__.c.fragments.type.shape == tables.Spans


def test_parents_come_before_their_children():
    for table in Base.metadata.tables.values():
        for key in table.foreign_keys:
            assert tables.ORDER[key.column.table.name] < tables.ORDER[table.name] or key.column.table is table
