"""Further sources: joint, alternative, relayed by; changed and taken away."""

import pytest

from core.commands.attribution import AcceptSuggestion
from core.commands.second_speakers import AddSecondSpeaker, RemoveSecondSpeaker
from core.errors import UserMistake
from core.model.spans import Span
from core.model.terms import Relation, Status, Via
from tests.support.projects import act, ids, seen


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
