"""A quote that a person marks: kind by its marks, speakers from near by, added once it is confirmed."""

import pytest

from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.boundaries import JoinQuotes, MoveBoundaries
from core.commands.new_quote import AddQuote
from core.commands.review import RejectQuote
from core.errors import UserMistake
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType, Status, Via
from tests.support.projects import act, dump, empty_desk, ids, line, opened, quote, seen


def add(*fragments, document_id="seed", kind=None):
    return AddQuote(document_id=document_id, fragments=fragments, kind=kind, act=act(Via.EDIT))


def test_it_waits_for_its_speaker_and_then_counts_as_added(desk):
    change = desk.run(add(Span(30, 60)))
    ((_, new),) = change.quotes
    made = seen(desk, new)
    assert (change.code, ids(desk)[0]) == ("add", new)
    assert (made.kind, made.status, made.speaker_type) == (Kind.INDIRECT, Status.SUGGESTED, SpeakerType.UNDECIDED)
    assert (made.confidence, made.decided.suggestion) == (None, None)
    names = [each.name for each in made.candidates]
    assert names == ["Lukashenko", "Lavrov"], "the nearest first"
    assert made.candidates[0].mention == Span(249, 270)
    desk.run(AssignSpeaker(document_id="seed", quote_id=new, speaker_id=made.candidates[1].speaker_id, act=act()))
    assert seen(desk, new).status is Status.ADDED


def test_the_kind_can_be_said(desk):
    ((_, new),) = desk.run(add(Span(30, 60), kind=Kind.DIRECT)).quotes
    assert (seen(desk, new).kind, seen(desk, new).quoted) == (Kind.DIRECT, ())


def test_taken_away_again_it_leaves_nothing(desk, project):
    ((_, new),) = desk.run(add(Span(30, 60))).quotes
    desk.run(RejectQuote(document_id="seed", quote_id=new, act=act()))
    assert new not in ids(desk)
    assert not [row for row in dump(project)["quote"] if row["id"] == new]


def test_an_article_without_quotes_offers_nobody():
    with empty_desk(line("Only words.")) as desk:
        ((_, new),) = desk.run(add(Span(0, 4), document_id="doc")).quotes
        assert seen(desk, new, "doc").candidates == ()
        desk.run(AcceptSuggestion(document_id="doc", quote_id=new, act=act()))
        assert seen(desk, new, "doc").status is Status.ADDED


def test_the_same_words_twice_are_refused_but_not_those_of_somebody_else(desk, project):
    with pytest.raises(UserMistake, match="are a quote already"):
        desk.run(add(Span(344, 401)))
    desk.run(add(Span(344, 365)))
    with pytest.raises(UserMistake, match="are a quote already"):
        desk.run(add(Span(344, 366)))
    with opened(project, "ben") as other:
        other.run(add(Span(344, 365)))
    desk.run(RejectQuote(document_id="seed", quote_id=ids(desk)[1], act=act()))
    desk.run(add(Span(344, 401)))


@pytest.mark.parametrize("span", [Span(3, 3), Span(0, 10**6)])
def test_words_that_are_none_are_refused(desk, span):
    with pytest.raises(UserMistake, match="Nothing was changed"):
        desk.run(add(span))


def test_words_whose_suggestion_is_covered_and_shown_no_longer_can_be_a_quote():
    text = "“Yes.” “No.” they say."
    with empty_desk(line(text, quote(0, 6, id="yes"), quote(7, 12, id="no"))) as desk:
        desk.run(JoinQuotes(document_id="doc", quote_id="yes", other_id="no", act=act()))
        desk.run(MoveBoundaries(document_id="doc", quote_id="yes", fragments=(Span(0, 6),), act=act()))
        assert ids(desk, "doc") == ["yes"]
        ((_, new),) = desk.run(add(Span(7, 12), document_id="doc")).quotes
        assert ids(desk, "doc") == ["yes", new]
        with pytest.raises(UserMistake, match="are a quote already"):
            desk.run(add(Span(7, 12), document_id="doc"))
        for _ in range(3):
            desk.undo()
        assert ids(desk, "doc") == ["yes", "no"]


def test_nobody_is_offered_whose_quotes_somebody_else_was_given():
    text = "“Yes.” “No.” they say."
    ann, bob = {"speaker_id": "a", "speaker_name": "Ann"}, {"speaker_id": "b", "speaker_name": "Bob"}
    with empty_desk(line(text, quote(0, 6, id="yes", **ann), quote(7, 12, id="no", **bob))) as desk:
        desk.run(AssignSpeaker(document_id="doc", quote_id="yes", speaker_id="b", act=act()))
        ((_, new),) = desk.run(add(Span(13, 17), document_id="doc")).quotes
        assert [each.name for each in seen(desk, new, "doc").candidates] == ["Bob"]
