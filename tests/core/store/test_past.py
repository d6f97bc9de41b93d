"""Questions about the history, asked of one that has a bit of everything."""

import pytest
from sqlalchemy.orm import Session

from core.commands.attribution import AcceptSuggestion
from core.commands.bulk import InBulk
from core.commands.quotes import FlagQuote
from core.commands.roster import MergeSpeakers
from core.commands.second_speakers import AddSecondSpeaker
from core.model.terms import Relation
from core.store import engine as engines
from core.store import past, tables
from tests.support.projects import act, empty_desk, ids, line, opened, quote, seed_line, seen


@pytest.fixture
def told(project):
    """Ana: flag 1, flag 2, flag 3 (undone); then labelled; Ben: flag 1."""
    with opened(project) as ana, opened(project, "ben") as ben:
        quotes = ids(ana)[:3]
        done = [ana.run(FlagQuote(document_id="seed", quote_id=each, flagged=True)) for each in quotes]
        ana.undo()
        ana.take_labels(seed_line())
        ben.run(FlagQuote(document_id="seed", quote_id=quotes[0], flagged=True))
        return quotes, [change.revision for change in done]


@pytest.fixture
def session(project, told):
    engine = engines.connect(project)
    with Session(engine.execution_options(writing=True)) as found:
        yield found
    engines.close(engine)


@pytest.fixture
def people(session):
    return {row.name: row.id for row in session.query(tables.Annotator)}


def test_what_is_next(session, told, people):
    _, (_, second, third) = told
    assert past.newest_change(session, people["ana"]).id == second
    assert past.oldest_undone(session, people["ana"]).id == third
    assert past.oldest_undone(session, people["ben"]) is None
    assert past.newest_change(session, 999) is None
    assert past.last_of(session, people["ana"]).kind == "undo"
    assert past.last_of(session, 999) is None


def test_closing_the_way_forward_is_for_one_annotator(session, told, people):
    past.close_redo(session, people["ben"])
    assert past.oldest_undone(session, people["ana"]) is not None
    past.close_redo(session, people["ana"])
    assert past.oldest_undone(session, people["ana"]) is None
    assert past.newest_change(session, people["ana"]) is not None


def test_rows_of_a_step_and_who_came_after(session, told):
    (first, *_), (one, two, _) = told
    found = past.rows_of(session, one)
    assert [row.position for row in found] == list(range(len(found)))
    assert {row.key["id"] for row in found if row.table == "quote"} == {first}
    layer = next(row for row in found if row.table == "layer")
    assert past.who_touched(session, layer) is None
    row = next(row for row in past.rows_of(session, two) if row.table == "quote")
    session.add(tables.Revision(annotator_id=2, at="", kind="change", code="x", words={}))
    session.flush()
    newest = session.query(tables.Revision.id).order_by(tables.Revision.id.desc()).first()[0]
    session.add(tables.RevisionRow(revision_id=newest, position=0, table="quote", key=row.key, before={}, after={}))
    session.flush()
    name = session.query(tables.Annotator.name).filter_by(id=2).scalar()
    assert past.who_touched(session, row) == name


def test_labelled_since(session, told):
    _, revisions = told
    assert past.labelled_since(session, "seed", revisions[-1])
    assert not past.labelled_since(session, "seed", past.last_of(session, 2).id + 99)
    assert not past.labelled_since(session, "other", 0)


def test_the_newest_labelling_of_each_layer(session, told):
    _, (first, *_) = told
    layers = {row.annotator_id: row.id for row in session.query(tables.Layer)}
    labelling = session.query(tables.Revision).filter_by(kind="label").order_by(tables.Revision.id.desc()).first().id
    assert past.labelled_layers(session, layers.values(), first) == dict.fromkeys(layers.values(), labelling)
    assert past.labelled_layers(session, {layers[None]}, first) == {layers[None]: labelling}
    assert past.labelled_layers(session, layers.values(), labelling) == {}


def test_the_newest_step_that_touched_each_row(session, told, people):
    (one, two, three), (first, second, third) = told
    mine = session.query(tables.Layer).filter_by(annotator_id=people["ana"]).one().id
    newest = past.newest_touches(session, {"quote"}, first)
    assert (newest["quote", mine, two], newest["quote", mine, three] > third) == (second, True)
    assert ("quote", mine, one) not in newest
    assert past.newest_touches(session, {"layer"}, second) != {}
    assert past.newest_touches(session, {"second_speaker"}, 0) == {}


def test_quotes_of_which_steps_tell(session, told, people):
    quotes, _ = told
    layers = {row.annotator_id: row.id for row in session.query(tables.Layer)}
    assert past.quotes_told_of(session.connection(), layers[people["ana"]]) == set(quotes)
    assert past.quotes_told_of(session.connection(), layers[people["ben"]]) == {quotes[0]}
    assert past.quotes_told_of(session.connection(), layers[None]) == set()


def test_steps_on_several_articles_tell_of_quotes_too_unless_they_are_older_than_the_article(project, told):
    quotes, _ = told
    with opened(project, "cid") as cid:
        cid.run(InBulk(commands=(FlagQuote(document_id="seed", quote_id=quotes[1], flagged=True),)))
    engine = engines.connect(project)
    with Session(engine.execution_options(writing=True)) as session:
        layer = session.query(tables.Layer).join(tables.Annotator).filter_by(name="cid").one()
        newest = session.query(tables.Revision).order_by(tables.Revision.id.desc()).first()
        newest.document_id = None
        session.flush()
        assert past.quotes_told_of(session.connection(), layer.id) == {quotes[1]}
        session.get_one(tables.Document, "seed").revision_id = newest.id
        session.flush()
        assert past.quotes_told_of(session.connection(), layer.id) == set()
    engines.close(engine)


def test_what_happened_to_a_quote_alone_in_bulk_and_with_its_second_speakers():
    one = quote(0, 6, speaker_id="a", speaker_name="Al")
    lines = [line("“Yes,” he said.", one, id="doc", annotator="ana"), line("“Yes,” we said.", one, id="two")]
    with empty_desk(*lines) as desk:
        at = {"document_id": "doc", "quote_id": one.id, "act": act()}
        both = [AcceptSuggestion(document_id=each, quote_id=one.id, act=act()) for each in ("doc", "two")]
        desk.run(InBulk(commands=tuple(both)))
        desk.run(AddSecondSpeaker(**at, relation=Relation.JOINT, name="Bo"))
        desk.run(AcceptSuggestion(**at))
        desk.run(MergeSpeakers(kept_id=seen(desk, one.id, "doc").more_speakers[0].speaker_id, gone_id="a"))
        engine = engines.connect(desk.path)
        with Session(engine) as session:
            layer = session.query(tables.Layer).filter_by(document_id="doc").one()
            found = past.rows_about(session, "doc", session.get_one(tables.Quote, (layer.id, one.id)))
            codes = [session.get_one(tables.Revision, row.revision_id).code for row in found]
        engines.close(engine)
    assert sorted(zip(codes, (row.table for row in found), strict=True)) == [
        ("accept", "quote"),
        ("bulk", "quote"),
        ("second", "quote"),
        ("second", "second_speaker"),
    ]
    assert codes[0] == "accept"
    assert codes[-1] == "bulk"
