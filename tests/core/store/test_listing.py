"""Roster, history and counts."""

import pytest

from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.quotes import FlagQuote
from core.commands.review import RejectQuote
from tests.support.projects import act, ids, line, opened, quote


@pytest.fixture
def worked(desk):
    one, two, three, four = ids(desk)[:4]
    desk.run(AcceptSuggestion(document_id="seed", quote_id=one, act=act()))
    desk.run(AssignSpeaker(document_id="seed", quote_id=two, name="Ana Ruiz", act=act()))
    desk.run(RejectQuote(document_id="seed", quote_id=three, act=act()))
    desk.run(FlagQuote(document_id="seed", quote_id=four, flagged=True))
    return desk


def test_newest_first_with_undone_ones(worked):
    worked.undo()
    found = worked.queries.history()
    assert [(step.code, step.undone) for step in found] == [("flag", True), ("reject", False), ("assign", False), ("accept", False)]  # fmt: skip
    assert [step.revision for step in found] == sorted((step.revision for step in found), reverse=True)
    assert {step.annotator for step in found} == {"ana"}
    assert all(step.document_id == "seed" and step.at.endswith("Z") for step in found)
    assert len(worked.queries.history(limit=2)) == 2
    assert worked.queries.history(document_id="elsewhere") == []


def test_each_sees_their_own(worked, project):
    with opened(project, "ben") as other:
        assert other.queries.history() == []
        assert not other.queries.can_undo()
        assert not other.queries.can_redo()
        other.run(FlagQuote(document_id="seed", quote_id=ids(other)[0], flagged=True))
        assert len(other.queries.history()) == 1
    assert len(worked.queries.history()) == 4


def test_whether_there_is_a_step(desk):
    assert not desk.queries.can_undo()
    desk.run(FlagQuote(document_id="seed", quote_id=ids(desk)[0], flagged=True))
    assert (desk.queries.can_undo(), desk.queries.can_redo()) == (True, False)
    desk.undo()
    assert (desk.queries.can_undo(), desk.queries.can_redo()) == (False, True)
    desk.run(FlagQuote(document_id="seed", quote_id=ids(desk)[0], flagged=True))
    assert (desk.queries.can_undo(), desk.queries.can_redo()) == (True, False)


def test_the_roster_is_by_name(worked):
    assert [each.name for each in worked.queries.speakers()] == ["Ana Ruiz", "Lavrov", "Lukashenko"]


def test_what_the_project_holds(worked):
    worked.bring_in([line("“Yes.”", quote(0, 6), id="other", annotator="ben")])
    found = worked.queries.counts()
    assert found == {
        "documents": 2,
        "annotators": 3,  # the importer too
        "speakers": 3,
        "revisions": 7,
        "suggested": 14,
        "accepted": 1,
        "corrected": 1,
        "added": 0,
        "rejected": 1,
    }
