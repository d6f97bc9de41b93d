"""Further sources: joint, alternative, relayed by; changed and taken away."""

import pytest

from core.commands.attribution import AcceptSuggestion
from core.commands.second_speakers import AddSecondSpeaker, RemoveSecondSpeaker
from core.errors import UserMistake
from core.model.records import SecondSpeaker, Speaker
from core.model.spans import Span
from core.model.terms import Relation, Status, Via
from tests.support.projects import act, empty_desk, ids, line, quote, seen


def second(quote_id, relation=Relation.JOINT, **who):
    return AddSecondSpeaker(
        document_id="seed", quote_id=quote_id, relation=relation, act=act(Via.DIGIT), **(who or {"name": "Lavrov"})
    )


def test_added_to_a_suggestion_it_waits_for_enter(desk):
    first = ids(desk)[0]
    change = desk.run(second(first))
    assert (change.code, change.words) == ("second", {"speaker": "Lavrov", "relation": "joint"})
    now = seen(desk, first)
    assert [(each.speaker_name, each.relation) for each in now.more_speakers] == [("Lavrov", Relation.JOINT)]
    assert (now.speaker_name, now.status, now.decided.via) == ("Lukashenko", Status.SUGGESTED, Via.EDIT)
    desk.run(second(first, Relation.RELAYED_BY, name="TASS", mention=Span(0, 6)))
    assert [(each.speaker_name, each.mention) for each in seen(desk, first).more_speakers][1] == ("TASS", Span(0, 6))


def test_added_to_a_checked_quote_it_is_a_correction(desk):
    first = ids(desk)[0]
    desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
    desk.run(second(first))
    assert seen(desk, first).status is Status.CORRECTED


@pytest.mark.parametrize("suggested", [(), (SecondSpeaker(relation=Relation.JOINT, speaker_name="an aide"),)])
@pytest.mark.parametrize("annotator", [None, "ana"])
@pytest.mark.parametrize("status", [Status.SUGGESTED, Status.ACCEPTED])
def test_the_same_end_counts_the_same_in_whatever_order_it_was_reached(suggested, annotator, status):
    one = quote(0, 6, status=status, more_speakers=suggested)
    at = {"document_id": "doc", "quote_id": one.id, "act": act()}
    add = AddSecondSpeaker(**at, relation=Relation.JOINT, name="Lavrov")
    other = AddSecondSpeaker(**at, relation=Relation.ALTERNATIVE, name="Lavrov")
    away, confirm = RemoveSecondSpeaker(**at, place=len(suggested)), AcceptSuggestion(**at)
    ways = {
        Status.CORRECTED: [(add, confirm), (confirm, add), (add, other, confirm), (confirm, add, away, confirm, add)],
        Status.ACCEPTED: [
            (add, away, confirm),
            (add, confirm, away),
            (confirm, add, away),
            (confirm, add, other, away),
        ],
    }
    for end, orders in ways.items():
        for steps in orders:
            with empty_desk(line("“Yes,” he said.", one, annotator=annotator)) as desk:
                for step in steps:
                    desk.run(step)
                assert seen(desk, one.id, "doc").status is end, steps


def test_a_suggested_one_who_is_taken_away_and_comes_back_is_no_correction(desk):
    text, first = "“Yes,” Ana and Bo said.", {"document_id": "doc", "quote_id": "q0-6", "act": act()}
    bo = SecondSpeaker(relation=Relation.JOINT, speaker_id="bo", speaker_name="Bo")
    with empty_desk(line(text, quote(0, 6, more_speakers=(bo,)), speakers=(Speaker(id="bo", name="Bo"),))) as desk:
        desk.run(AcceptSuggestion(**first))
        desk.run(RemoveSecondSpeaker(**first, place=0))
        assert seen(desk, "q0-6", "doc").status is Status.CORRECTED
        desk.run(AddSecondSpeaker(**first, relation=Relation.JOINT, speaker_id="bo"))
        assert seen(desk, "q0-6", "doc").status is Status.ACCEPTED


def test_one_whom_the_text_only_describes_is_no_speaker(desk):
    first = ids(desk)[0]
    known = len(desk.queries.speakers())
    desk.run(second(first, description=" an  aide"))
    (one,) = seen(desk, first).more_speakers
    assert (one.speaker_id, one.speaker_name) == (None, "an aide")
    assert len(desk.queries.speakers()) == known
    with pytest.raises(UserMistake, match="an aide is a second speaker already"):
        desk.run(second(first, description="an aide"))


def test_another_relation_is_a_change_and_the_same_is_refused(desk):
    first = ids(desk)[0]
    desk.run(second(first))
    with pytest.raises(UserMistake, match="second speaker already"):
        desk.run(second(first))
    desk.run(second(first, Relation.ALTERNATIVE))
    assert [each.relation for each in seen(desk, first).more_speakers] == [Relation.ALTERNATIVE]
    with pytest.raises(UserMistake, match="first speaker already"):
        desk.run(second(first, name="Lukashenko"))


def test_taken_away(desk):
    first = ids(desk)[0]
    desk.run(second(first))
    desk.run(second(first, name="TASS"))
    change = desk.run(RemoveSecondSpeaker(document_id="seed", quote_id=first, place=0, act=act()))
    assert (change.code, change.words) == ("no_second", {"speaker": "Lavrov"})
    assert [each.speaker_name for each in seen(desk, first).more_speakers] == ["TASS"]
    desk.run(second(first))
    assert [each.speaker_name for each in seen(desk, first).more_speakers] == ["TASS", "Lavrov"]
    with pytest.raises(UserMistake, match="no such second speaker"):
        desk.run(RemoveSecondSpeaker(document_id="seed", quote_id=first, place=7, act=act()))
