"""Pictures of rows survive JSON, join within a step, and are put back in an order that keys allow."""

import pytest
from sqlalchemy.orm import Session

from core.model.records import Candidate, Model, Suggestion
from core.model.spans import Span
from core.model.terms import Kind
from core.store import engine as engines
from core.store import tables
from core.store.images import LEANED_ON, RowNote, note_of, put_back, row_columns, still_looks
from tests.support.projects import dump, ids, opened, rows

NEW = ({"id": 1}, None, {"id": 1, "a": 1, "b": 1})


@pytest.fixture
def session(project):
    engine = engines.connect(project)
    with Session(engine.execution_options(writing=True)) as found:
        yield found
    engines.close(engine)


def note(before, after):
    return RowNote("quote", {"id": 1}, before, after)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (note(None, {"a": 1, "b": 1}), note({"a": 1}, {"a": 2}), note(None, {"a": 2, "b": 1})),
        (note({"a": 0}, {"a": 1}), note({"a": 1, "b": 1}, {"a": 2, "b": 2}), note({"a": 0, "b": 1}, {"a": 2, "b": 2})),
        (note({"a": 0}, {"a": 1}), note({"a": 1, "b": 1}, None), note({"a": 0, "b": 1}, None)),
        (note({"a": 0, "b": 1}, None), note(None, {"a": 5, "b": 1}), note({"a": 0, "b": 1}, {"a": 5, "b": 1})),
    ],
)
def test_notes_of_one_row_join(first, second, joined):
    assert first.follow(second) == joined


def test_what_came_and_went_is_nothing_and_what_came_back_is_idle():
    assert note(None, {"a": 1}).follow(note({"a": 1}, None)) is None
    back = note({"a": 0}, {"a": 1}).follow(note({"a": 1}, {"a": 0}))
    assert back.is_idle
    assert not note({"a": 0}, {"a": 1}).is_idle


def test_a_note_becomes_a_row_of_the_history():
    row = row_columns(7, 2, note({"a": 0}, None))
    assert tuple(row.values()) == (7, 2, "quote", '{"id":1}', '{"a":0}', None)
    assert set(row) == {column.name for column in tables.RevisionRow.__table__.columns}


def test_fates_of_a_row(session):
    speaker = tables.Speaker(id="x", name="X", aliases=("Ex",), external_id=None, kind="person", extra={"n": 1})
    session.add(speaker)
    session.flush()
    whole = {"id": "x", "name": "X", "aliases": ["Ex"], "external_id": None, "kind": "person", "extra": {"n": 1}}
    assert note_of(speaker, "new") == RowNote("speaker", {"id": "x"}, None, whole)
    speaker.name = "Y"
    speaker.aliases = ("Ex", "Why")
    changed = note_of(speaker, "changed")
    assert changed.before == {"name": "X", "aliases": ["Ex"]}
    assert changed.after == {"name": "Y", "aliases": ["Ex", "Why"]}
    assert note_of(speaker, "deleted") == RowNote("speaker", {"id": "x"}, whole, None)


def copied(session, layer, quote_id):
    old = session.get(tables.Quote, (layer, quote_id))
    return {each.key: getattr(old, each.key) for each in tables.Quote.__mapper__.column_attrs}


def test_every_column_of_a_quote_goes_and_comes_back(session, project):
    """Packed values are put back as the bytes that they were."""
    with opened(project) as desk:
        first = ids(desk)[0]
    layer = session.query(tables.Layer).one()
    rich = tables.Quote(
        **copied(session, layer.id, first)
        | {
            "id": "rich",
            "attributes": {"factuality": "denied"},
            "extra": {"ünïcode": [1, 2.5, None, {"x": "\u0000\ufeff"}]},
            "decided_suggestion": Suggestion(fragments=(Span(1, 2),), kind=Kind.MIXED, confidence=0.1),
            "decided_extra": {"deep": {"deeper": True}},
            "candidates": (Candidate(name="A", mention=Span(0, 3), confidence=1 / 3, extra={"k": "v"}),),
        }
    )
    session.add(rich)
    layer.model = Model(name="n", version="v", weights="w")
    session.flush()
    made = note_of(rich, "new")
    session.commit()
    before = dump(project)
    gone = RowNote("quote", made.key, made.after, None)
    put_back(session, [gone], to="after")
    session.commit()
    assert dump(project) != before
    assert still_looks(session, [gone], as_it_was="after") is None
    put_back(session, [gone], to="before")
    session.commit()
    assert dump(project) == before


def test_whether_rows_still_look_as_they_did(session, project):
    with opened(project) as desk:
        first = ids(desk)[0]
    layer = session.query(tables.Layer.id).scalar()
    key = {"layer_id": layer, "id": first}
    same = RowNote("quote", key, {"flagged": True}, {"flagged": False, "confidence": 0.8})
    other = RowNote("quote", key, {"flagged": True}, {"flagged": True})
    missing = RowNote("quote", {"layer_id": layer, "id": "no"}, {"flagged": False}, {"flagged": False})
    assert still_looks(session, [same], as_it_was="after") is None
    assert still_looks(session, [same, other, missing], as_it_was="after") == 1
    assert still_looks(session, [same, missing], as_it_was="after") == 1
    assert still_looks(session, [RowNote("quote", key, None, {})], as_it_was="before") == 0


def test_parents_come_first_and_go_last(session, project):
    before = dump(project)
    layer = session.query(tables.Layer.id).scalar()
    speaker = {"id": "x", "name": "X", "aliases": [], "external_id": None, "kind": "unknown", "extra": {}}
    with opened(project) as desk:
        first = ids(desk)[0]
    second = {"layer_id": layer, "quote_id": first, "position": 0, "relation": "joint", "speaker_id": "x", "speaker_name": None, "mention_start": None, "mention_end": None}  # fmt: skip
    notes = [
        RowNote("second_speaker", {"layer_id": layer, "quote_id": first, "position": 0}, None, second),
        RowNote("cast_member", {"layer_id": layer, "speaker_id": "x"}, None, {"layer_id": layer, "speaker_id": "x", "position": 9}),
        RowNote("speaker", {"id": "x"}, None, speaker),
    ]  # fmt: skip
    done = put_back(session, notes, to="after")
    session.commit()
    assert [each.table for each in done] == ["speaker", "cast_member", "second_speaker"]
    assert rows(project, "SELECT relation FROM second_speaker") == [{"relation": "joint"}]
    assert put_back(session, notes[1:], to="after") == [], "what others lean on is there already"
    done = put_back(session, notes, to="before")
    session.commit()
    assert [each.table for each in done] == ["second_speaker", "cast_member", "speaker"]
    assert dump(project) == before


def test_what_is_in_use_or_was_changed_since_stays(session, project):
    used = session.query(tables.Speaker).first()
    whole = note_of(used, "new")
    assert "speaker" in LEANED_ON
    assert still_looks(session, [whole], as_it_was="before") is None
    assert put_back(session, [whole], to="before") == []
    spare = tables.Speaker(id="x", name="X", aliases=(), external_id=None, kind="unknown", extra={})
    session.add(spare)
    session.flush()
    made = note_of(spare, "new")
    spare.name = "renamed"
    session.flush()
    assert put_back(session, [made], to="before") == []
    assert len(rows(project, "SELECT 1 FROM speaker")) == 2


def test_changed_columns_alone_are_written(session, project):
    with opened(project) as desk:
        first = ids(desk)[0]
    layer = session.query(tables.Layer.id).scalar()
    note_ = RowNote("quote", {"layer_id": layer, "id": first}, {"comment": ""}, {"comment": "why", "quoted": [[1, 2]]})
    before = dump(project)
    assert put_back(session, [note_], to="after") == [note_]
    session.commit()
    (row,) = rows(project, f"SELECT comment, quoted FROM quote WHERE id = '{first}'")
    assert row == {"comment": "why", "quoted": "[[1,2]]"}
    (back,) = put_back(session, [note_], to="before")
    session.commit()
    assert (back.before, back.after) == (note_.after, note_.before)
    assert [row["comment"] for row in dump(project)["quote"]] == [row["comment"] for row in before["quote"]]
