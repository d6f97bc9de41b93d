"""Roster, history and counts."""

import pytest

from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.quotes import FlagQuote
from core.commands.review import RejectQuote
from core.commands.roster import MergeSpeakers
from core.commands.second_speakers import AddSecondSpeaker
from core.model.overview import Use
from core.model.terms import Relation
from tests.support.projects import NEWER, act, bare, empty_desk, ids, line, opened, quote, seed_line


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
        "annotators": 2,  # not the importer, who has no work in it
        "speakers": 3,
        "revisions": 7,
        "suggested": 14,
        "accepted": 1,
        "corrected": 1,
        "added": 0,
        "rejected": 1,
    }


def who(desk, name):
    return next(each.id for each in desk.queries.speakers() if each.name == name)


def test_where_a_speaker_is_quoted_and_how_often(desk):
    lavrov = who(desk, "Lavrov")
    (use,) = desk.queries.uses(lavrov)
    count = sum(each.speaker_id == lavrov for each in desk.queries.article("seed").quotes)
    assert use == Use(document_id="seed", title="A sample", quotes=count)
    assert desk.queries.uses("nobody") == []


def test_a_quote_of_several_layers_is_one_use(desk, project):
    lavrov = who(desk, "Lavrov")
    before = desk.queries.uses(lavrov)
    theirs = [each.id for each in desk.queries.article("seed").quotes if each.speaker_id == lavrov]
    for annotator in ("ana", "ben"):
        with opened(project, annotator) as other:
            other.run(AcceptSuggestion(document_id="seed", quote_id=theirs[0], act=act()))
    assert desk.queries.uses(lavrov) == before


def test_a_quote_that_one_of_several_has_given_away_is_still_a_use(desk, project):
    """A merge changes every layer, so every layer counts."""
    lavrov = who(desk, "Lavrov")
    before = desk.queries.uses(lavrov)[0].quotes
    theirs = [each.id for each in desk.queries.article("seed").quotes if each.speaker_id == lavrov]
    desk.run(AssignSpeaker(document_id="seed", quote_id=theirs[0], name="Ana Ruiz", act=act()))
    assert desk.queries.uses(lavrov)[0].quotes == before
    assert desk.queries.uses(who(desk, "Ana Ruiz")) == [Use(document_id="seed", title="A sample", quotes=1)]


def test_uses_stand_as_imported_and_an_article_without_a_title_has_its_opening():
    text = "“Yes,” Bo said."
    with empty_desk(
        line(text, quote(0, 6, speaker_id="bo", speaker_name="Bo"), id="z"),
        line(text + " Again.", quote(0, 6, speaker_id="bo", speaker_name="Bo"), id="a"),
        line(text + " No.", quote(0, 6), id="m"),
    ) as desk:
        found = desk.queries.uses(who(desk, "Bo"))
        assert [use.document_id for use in found] == ["z", "a"]
        assert found[0].title == text
        assert desk.queries.documents_of(who(desk, "Bo")) == {"z", "a"}


def test_a_quote_of_which_one_is_a_second_speaker_is_a_use_too(desk):
    at = {"document_id": "seed", "quote_id": ids(desk)[0], "act": act()}
    desk.run(AddSecondSpeaker(**at, name="Ana Ruiz", relation=Relation.JOINT))
    ana, use = who(desk, "Ana Ruiz"), [Use(document_id="seed", title="A sample", quotes=1)]
    assert (desk.queries.uses(ana), desk.queries.documents_of(ana)) == (use, {"seed"})
    desk.run(AssignSpeaker(**at, speaker_id=ana))
    assert desk.queries.uses(ana) == use, "first and second speaker, in two layers: one quote"
    desk.run(RejectQuote(**at))
    assert (desk.queries.uses(ana), desk.queries.documents_of(ana)) == ([], set())


def test_a_rejected_quote_is_no_use(desk):
    lavrov = who(desk, "Lavrov")
    for each in desk.queries.article("seed").quotes:
        if each.speaker_id == lavrov:
            desk.run(RejectQuote(document_id="seed", quote_id=each.id, act=act()))
    assert desk.queries.flagged_documents() == set()
    desk.run(MergeSpeakers(kept_id=who(desk, "Lukashenko"), gone_id=lavrov))
    assert desk.queries.uses(lavrov) == []


def test_flags_are_ones_own(desk, project):
    assert desk.queries.flagged_documents() == set()
    first = ids(desk)[0]
    desk.run(FlagQuote(document_id="seed", quote_id=first, flagged=True))
    assert desk.queries.flagged_documents() == {"seed"}
    with opened(project, "ben") as other:
        assert other.queries.flagged_documents() == set()
    desk.run(FlagQuote(document_id="seed", quote_id=first, flagged=False))
    assert desk.queries.flagged_documents() == set()
    desk.undo()
    desk.run(RejectQuote(document_id="seed", quote_id=first, act=act()))
    assert desk.queries.flagged_documents() == set(), "a rejected quote is no quote"


def test_the_articles_of_a_speaker_are_those_of_ones_own_view(desk, project):
    with opened(project, "ben") as other:
        other.run(AssignSpeaker(document_id="seed", quote_id=ids(other)[0], name="Ana Ruiz", act=act()))
        ana = who(other, "Ana Ruiz")
        assert other.queries.documents_of(ana) == {"seed"}
    assert desk.queries.documents_of(ana) == set()
    assert desk.queries.documents_of(who(desk, "Lavrov")) == {"seed"}
    assert desk.queries.documents_of("nobody") == set()


def test_a_newer_model_does_not_hide_uses(desk):
    desk.take_labels(seed_line(model=NEWER))
    assert [use.document_id for use in desk.queries.uses(who(desk, "Lavrov"))] == ["seed"]
    desk.bring_in([bare(seed_line(id="again"))])
    assert desk.queries.documents_of(who(desk, "Lavrov")) == {"seed"}
