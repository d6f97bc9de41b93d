"""Nobody is first and second speaker of one quote: who becomes the first is no second one any more."""

import pytest

from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType
from core.commands.bulk import InBulk
from core.commands.description import DescribeSpeaker
from core.commands.second_speakers import AddSecondSpeaker
from core.model.records import SecondSpeaker, Speaker
from core.model.terms import Relation, SpeakerType, Status
from tests.support.projects import act, dump, empty_desk, ids, line, quote, seen

TEXT = "“Yes,” a spokesman said. “No,” she said."
AT = {"document_id": "seed", "act": act()}


def second(quote_id, name, relation=Relation.JOINT):
    return AddSecondSpeaker(**AT, quote_id=quote_id, name=name, relation=relation)


def others(desk, quote_id, document_id="seed"):
    return [each.speaker_name for each in seen(desk, quote_id, document_id).more_speakers]


@pytest.mark.parametrize("in_bulk", [False, True])
def test_a_second_speaker_who_is_named_as_the_first_is_taken_away_in_the_same_step(desk, project, in_bulk):
    one = ids(desk)[0]
    desk.run(second(one, "Ana Ruiz"))
    desk.run(second(one, "TASS", Relation.RELAYED_BY))
    before = dump(project)
    named = AssignSpeaker(**AT, quote_id=one, name="Ana Ruiz")
    desk.run(InBulk(commands=(named,)) if in_bulk else named)
    assert (seen(desk, one).speaker_name, others(desk, one)) == ("Ana Ruiz", ["TASS"])
    after = dump(project)
    desk.undo()
    assert dump(project) == before
    desk.redo()
    assert dump(project) == after


def test_so_it_is_for_a_quote_that_is_brought_along():
    aide = SecondSpeaker(relation=Relation.JOINT, speaker_id="s1", speaker_name="Ana Ruiz")
    ana = (Speaker(id="s1", name="Ana Ruiz"),)
    with empty_desk(line(TEXT, quote(0, 6), quote(25, 30, more_speakers=(aide,)), speakers=ana)) as desk:
        at = {"document_id": "doc", "act": act()}
        desk.run(AssignSpeaker(**at, quote_id="q0-6", speaker_id="s1", follow=("q25-30",)))
        assert (seen(desk, "q25-30", "doc").speaker_name, others(desk, "q25-30", "doc")) == ("Ana Ruiz", [])
        assert seen(desk, "q25-30", "doc").status is Status.SUGGESTED


@pytest.mark.parametrize(
    "command",
    [
        DescribeSpeaker(document_id="doc", quote_id="q0-6", act=act(), name="a spokesman"),
        SetSpeakerType(document_id="doc", quote_id="q0-6", act=act(), type=SpeakerType.UNNAMED),
    ],
)
def test_so_it_is_for_one_who_is_only_described(command):
    described = quote(0, 6, speaker_type=SpeakerType.UNNAMED, speaker_name="a spokesman")
    with empty_desk(line(TEXT, described)) as desk:
        at = {"document_id": "doc", "quote_id": "q0-6", "act": act()}
        desk.run(AssignSpeaker(**at, name="Ana Ruiz"))
        desk.run(AddSecondSpeaker(**at, description="a spokesman", relation=Relation.JOINT))
        desk.run(command)
        assert (seen(desk, "q0-6", "doc").speaker_name, others(desk, "q0-6", "doc")) == ("a spokesman", [])
        assert seen(desk, "q0-6", "doc").status is Status.ACCEPTED


def test_nobody_is_no_second_speaker():
    nobody = SecondSpeaker(relation=Relation.JOINT)
    with empty_desk(line(TEXT, quote(0, 6, more_speakers=(nobody,)))) as desk:
        desk.run(SetSpeakerType(document_id="doc", quote_id="q0-6", act=act(), type=SpeakerType.NONE))
        assert others(desk, "q0-6", "doc") == [None]


def test_what_was_suggested_is_still_known_once_a_second_speaker_has_become_the_first(desk):
    one = ids(desk)[0]
    first = seen(desk, one).speaker_id
    desk.run(AcceptSuggestion(**AT, quote_id=one))
    desk.run(second(one, "Ana Ruiz"))
    desk.run(AssignSpeaker(**AT, quote_id=one, name="Ana Ruiz"))
    assert seen(desk, one).status is Status.CORRECTED
    desk.run(AssignSpeaker(**AT, quote_id=one, speaker_id=first))
    assert seen(desk, one).status is Status.ACCEPTED
