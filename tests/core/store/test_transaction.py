"""One step of one annotator: all or nothing, every row noted, nothing that passes by the notes."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, insert, select, update

from core.commands.boundaries import JoinQuotes, MoveBoundaries
from core.commands.roster import MergeSpeakers
from core.errors import UserMistake
from core.model.spans import Span
from core.model.terms import Via
from core.store import engine as engines
from core.store import tables
from core.store.images import RowNote
from core.store.layers import own_layer, own_quote
from core.store.transaction import Step, Transaction, change_of
from tests.support.projects import NEWER, act, dump, ids, opened, rows, seed_line, seen

AT = datetime(2026, 11, 23, 20, 17, 34, 123999, tzinfo=UTC)


@pytest.fixture
def engine(project):
    found = engines.connect(project)
    yield found
    engines.close(found)


@pytest.fixture
def first(project):
    with opened(project) as desk:
        return ids(desk)[0]


def begin(engine, annotator="ana"):
    return Transaction(engine, annotator, lambda: AT)


def flag(transaction, quote_id, flagged=True, code="flag", **fields):
    own_quote(transaction, "seed", quote_id).flagged = flagged
    return Step(code=code, document_id="seed", quote_id=quote_id, **fields)


def steps(project):
    return rows(project, "SELECT * FROM revision WHERE kind = 'change' ORDER BY id")


def test_without_a_finish_nothing_has_happened(engine, project, first):
    before, people = dump(project), rows(project, "SELECT * FROM annotator")
    with begin(engine, "new") as transaction:
        flag(transaction, first)
        transaction.session.flush()
    with pytest.raises(UserMistake), begin(engine, "new") as transaction:
        own_quote(transaction, "seed", "nothing")
    with pytest.raises(TypeError), begin(engine) as transaction:
        transaction.finish(flag(transaction, first, words={"not": object()}))
    assert dump(project) == before
    assert rows(project, "SELECT * FROM annotator") == people
    assert steps(project) == []


def test_a_step_is_noted_with_who_when_what(engine, project, first):
    with begin(engine, "Zoë") as transaction:
        change = transaction.finish(flag(transaction, first, words={"kind": "x"}))
    (step,) = steps(project)
    assert (step["at"], step["code"], step["document_id"], step["quote_id"]) == ("2026-11-23T20:17:34.123Z", "flag", "seed", first)  # fmt: skip
    assert rows(project, f"SELECT name FROM annotator WHERE id = {step['annotator_id']}") == [{"name": "Zoë"}]
    assert (change.revision, change.words, change.quotes) == (step["id"], {"kind": "x"}, {("seed", first)})
    noted = rows(project, "SELECT table_name, before FROM revision_row ORDER BY position")
    assert [(row["table_name"], row["before"]) for row in noted] == [("layer", None), ("cast_member", None), ("quote", None)]  # fmt: skip


def test_only_what_differs_is_noted(engine, project, first):
    for flagged in (True, False):
        with begin(engine) as transaction:
            transaction.finish(flag(transaction, first, flagged))
    (last,) = rows(project, "SELECT * FROM revision_row WHERE revision_id = (SELECT max(id) FROM revision)")
    assert (last["before"], last["after"]) == ('{"flagged":true}', '{"flagged":false}')


def test_a_step_that_changes_nothing_is_none(engine, project, first):
    with begin(engine) as transaction:
        transaction.finish(flag(transaction, first))
    with begin(engine) as transaction:
        own_quote(transaction, "seed", first).flagged = False
        transaction.session.flush()
        change = transaction.finish(flag(transaction, first))
    assert change.revision is None
    assert len(steps(project)) == 1


def test_a_row_that_comes_and_goes_in_one_step_leaves_no_note(engine, project):
    before = dump(project)
    with begin(engine) as transaction:
        speaker = tables.Speaker(id="x", name="X", aliases=(), external_id=None, kind="unknown", extra={})
        transaction.session.add(speaker)
        transaction.session.flush()
        speaker.name = "Y"
        transaction.session.flush()
        transaction.session.delete(speaker)
        assert transaction.finish(Step(code="x")).revision is None
    assert dump(project) == before


def test_a_refinement_joins_the_step_just_before(engine, project, first):
    with begin(engine) as transaction:
        one = transaction.finish(flag(transaction, first, words={"before": "Lavrov"}, amends=True))
    with begin(engine) as transaction:
        quote = own_quote(transaction, "seed", first)
        quote.comment = "why"
        two = transaction.finish(
            Step(code="flag", document_id="seed", quote_id=first, words={"before": "", "reason": "y"}, amends=True)
        )
    assert one.revision == two.revision
    (step,) = steps(project)
    assert step["words"] == '{"before":"Lavrov","reason":"y"}'
    assert two.words == {"before": "Lavrov", "reason": "y"}
    assert len(rows(project, "SELECT * FROM revision_row WHERE table_name = 'quote'")) == 1
    with opened(project) as desk:
        desk.undo()
        assert not desk.queries.can_undo()


@pytest.mark.parametrize("between", ["another quote", "another code", "undone", "done again"])
def test_a_refinement_joins_nothing_older(engine, project, first, between):
    with begin(engine) as transaction:
        transaction.finish(flag(transaction, first, amends=True))
    with opened(project) as desk:
        if between == "another quote":
            with begin(engine) as transaction:
                transaction.finish(flag(transaction, ids(desk)[1], amends=True))
        elif between == "another code":
            with begin(engine) as transaction:
                transaction.finish(flag(transaction, first, False, code="unflag", amends=True))
        else:
            desk.undo()
            if between == "done again":
                desk.redo()
    count = len(steps(project))
    with begin(engine) as transaction:
        own_quote(transaction, "seed", first).comment = "later"
        transaction.finish(flag(transaction, first, amends=True))
    assert len(steps(project)) == count + 1


def test_somebody_elses_step_on_other_rows_in_between_does_not_matter(engine, project, first):
    for annotator, comment in (("ana", "a"), ("ben", "b"), ("ana", "c")):
        with begin(engine, annotator) as transaction:
            own_quote(transaction, "seed", first).comment = comment
            transaction.finish(flag(transaction, first, amends=True))
    assert len(steps(project)) == 2


def test_a_refinement_joins_nothing_whose_rows_somebody_else_has_changed_since(project, first):
    """Ana moves an edge, Ben merges, Ana moves it again: she was last, so her second step can be undone, and his then."""
    with opened(project) as ana, opened(project, "ben") as ben:
        before = seen(ana, first)
        kept = next(each for each in ana.queries.speakers() if each.id != before.speaker_id)
        shorter = (Span(before.fragments[0].start, before.fragments[-1].end - 1),)
        move = {"document_id": "seed", "quote_id": first, "act": act(Via.EDIT)}
        ana.run(MoveBoundaries(**move, fragments=shorter))
        ben.run(MergeSpeakers(kept_id=kept.id, gone_id=before.speaker_id))
        ana.run(MoveBoundaries(**move, fragments=before.fragments))
        ana.undo()
        assert (seen(ana, first).fragments, seen(ana, first).speaker_id) == (shorter, kept.id)
        ben.undo()
        ana.undo()
        assert seen(ana, first) == before


def test_a_refinement_joins_nothing_older_than_a_labelling_of_the_article(engine, project, first):
    with begin(engine) as transaction:
        transaction.finish(flag(transaction, first, amends=True))
    with opened(project) as desk:
        desk.take_labels(seed_line(model=NEWER))
    with begin(engine) as transaction:
        own_quote(transaction, "seed", first).comment = "later"
        transaction.finish(flag(transaction, first, amends=True))
    assert len(steps(project)) == 2


def test_the_newest_step_that_holds(engine, project, first):
    with begin(engine) as transaction:
        assert transaction.newest() is None
        done = transaction.finish(flag(transaction, first))
    with begin(engine) as transaction:
        assert transaction.newest().id == done.revision


def test_bulk_statements_are_refused(engine, project):
    before = dump(project)
    row = {"id": "x", "name": "X", "aliases": (), "kind": "unknown", "extra": {}}
    with begin(engine) as transaction:
        own_layer(transaction, "seed")
        for statement in (
            update(tables.Quote).values(flagged=True),
            delete(tables.Quote),
            insert(tables.Speaker).values(**row),
        ):
            with pytest.raises(AssertionError, match="history"):
                transaction.session.execute(statement)
    assert dump(project) == before


def test_a_change_names_what_was_in_a_layer_that_is_gone(engine):
    notes = [
        RowNote("layer", {"id": 99}, {"id": 99, "document_id": "seed"}, None),
        RowNote("quote", {"layer_id": 99, "id": "q1"}, {}, None),
        RowNote("second_speaker", {"layer_id": 99, "quote_id": "q2", "position": 0}, {}, None),
        RowNote("quote", {"layer_id": 98, "id": "lost"}, {}, None),
        RowNote("settled", {"layer_id": 99, "quote_id": "q3"}, None, {"by": "q1"}),
        RowNote("speaker", {"id": "s1"}, None, {}),
    ]
    with begin(engine) as transaction:
        change = change_of(transaction.session, Step(code="x"), notes)
        assert transaction.session.scalar(select(tables.Layer.id).where(tables.Layer.id == 99)) is None
    assert change.documents == {"seed"}
    assert change.quotes == {("seed", "q1"), ("seed", "q2"), ("seed", "q3")}
    assert change.speakers == {"s1"}


def test_a_change_names_the_suggestions_that_a_quote_covers_now_or_no_longer(project):
    with opened(project) as desk:
        first, second = ids(desk)[:2]
        joined = desk.run(JoinQuotes(document_id="seed", quote_id=first, other_id=second, act=act(Via.EDIT)))
        assert {("seed", first), ("seed", second)} <= joined.quotes
        assert second not in ids(desk)
        undone = desk.undo()
        assert {("seed", first), ("seed", second)} <= undone.quotes
        assert ids(desk)[:2] == [first, second]
