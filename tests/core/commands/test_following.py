"""What a decision takes along stays suggested, in one step; what a person decided is never overwritten."""

import pytest

from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType
from core.commands.boundaries import MoveBoundaries
from core.errors import UserMistake
from core.model.spans import Span
from core.model.terms import SpeakerType, Status, Via
from tests.support.projects import act, dump, ids, seen


def assign(quote_id, *follow, name="Ana Ruiz"):
    return AssignSpeaker(document_id="seed", quote_id=quote_id, name=name, act=act(Via.TYPED), follow=follow)


def test_it_follows_in_the_same_step_and_stays_suggested(desk, project):
    start = dump(project)
    one, two, three = ids(desk)[:3]
    mention = seen(desk, two).mention
    change = desk.run(assign(one, two, three))
    assert change.words["also"] == "2"
    assert change.quotes == {("seed", each) for each in (one, two, three)}
    for each in (two, three):
        now = seen(desk, each)
        assert (now.speaker_name, now.status, now.decided.via) == ("Ana Ruiz", Status.SUGGESTED, Via.PROPAGATED)
        assert now.decided.suggestion.speaker_name != "Ana Ruiz"
    assert seen(desk, two).mention == mention, "its own evidence"
    desk.undo()
    assert dump(project) == start


def test_what_followed_once_may_follow_again_and_is_corrected_when_confirmed(desk):
    one, two, three = ids(desk)[:3]
    desk.run(assign(one, three))
    desk.run(assign(two, three, name="Ben Ode"))
    assert seen(desk, three).speaker_name == "Ben Ode"
    desk.run(AcceptSuggestion(document_id="seed", quote_id=three, act=act()))
    assert seen(desk, three).status is Status.CORRECTED


def test_accepting_takes_along_too(desk):
    one, two = ids(desk)[:2]
    change = desk.run(AcceptSuggestion(document_id="seed", quote_id=one, act=act(), follow=(two,)))
    assert change.words == {"speaker": "Lukashenko", "also": "1"}
    assert seen(desk, two).speaker_name == "Lukashenko"


@pytest.mark.parametrize(
    "earlier",
    [
        lambda quote: AcceptSuggestion(document_id="seed", quote_id=quote, act=act()),
        lambda quote: MoveBoundaries(document_id="seed", quote_id=quote, fragments=(Span(0, 6),), act=act()),
    ],
)
def test_what_a_person_decided_or_edited_is_never_overwritten(desk, project, earlier):
    one, two = ids(desk)[:2]
    desk.run(earlier(two))
    before = dump(project)
    with pytest.raises(UserMistake, match="was decided meanwhile"):
        desk.run(assign(one, two))
    assert dump(project) == before


def test_nobody_takes_nothing_along(desk):
    one, two = ids(desk)[:2]
    desk.run(SetSpeakerType(document_id="seed", quote_id=one, type=SpeakerType.NONE, act=act()))
    with pytest.raises(UserMistake, match="Only a named speaker"):
        desk.run(AcceptSuggestion(document_id="seed", quote_id=one, act=act(), follow=(two,)))
