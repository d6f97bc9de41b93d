"""One whom the text only describes: the words are kept, nobody joins the roster, the type is the suggested one."""

import pytest

from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType
from core.commands.description import DescribeSpeaker
from core.errors import UserMistake
from core.model.records import Candidate
from core.model.spans import Span
from core.model.terms import SpeakerType, Status, Via
from tests.support.projects import act, dump, empty_desk, line, quote, seen

TEXT = "“Yes,” residents said. “No,” they said, but he did not."
RESIDENTS = Candidate(name="residents", mention=Span(7, 16), confidence=0.7)
HE = Candidate(name="he", mention=Span(44, 46), confidence=0.2)
ONE = quote(
    0,
    6,
    id="one",
    mention=Span(7, 16),
    speaker_name="residents",
    speaker_type=SpeakerType.COLLECTIVE,
    candidates=(RESIDENTS, HE),
)
THEY = Candidate(name="they", mention=Span(29, 33), confidence=0.6)
TWO = quote(23, 28, id="two", mention=THEY.mention, speaker_type=SpeakerType.UNDECIDED, candidates=(THEY, RESIDENTS))


@pytest.fixture(params=[None, "ana"])
def desk(request):
    with empty_desk(line(TEXT, ONE, TWO, annotator=request.param)) as made:
        yield made


def described(candidate, quote_id="one"):
    return DescribeSpeaker(
        document_id="doc", quote_id=quote_id, name=candidate.name, mention=candidate.mention, act=act(Via.DIGIT)
    )


def source(desk, quote_id="one"):
    now = seen(desk, quote_id, "doc")
    return now.speaker_type, now.speaker_name, now.speaker_id, now.mention, now.status


@pytest.mark.parametrize(("one", "candidate"), [(ONE, RESIDENTS), (TWO, THEY)])
@pytest.mark.parametrize("earlier", ["nothing", "nobody", "accepted", "named"])
def test_what_was_suggested_is_the_same_as_accepting_it(desk, one, candidate, earlier):
    at = {"document_id": "doc", "quote_id": one.id, "act": act()}
    steps = {
        "nothing": [],
        "nobody": [SetSpeakerType(**at, type=SpeakerType.NONE)],
        "accepted": [AcceptSuggestion(**at)],
        "named": [AssignSpeaker(**at, name="Ana Ruiz"), SetSpeakerType(**at, type=SpeakerType.UNNAMED)],
    }
    for step in steps[earlier]:
        desk.run(step)
    change = desk.run(described(candidate, one.id))
    assert source(desk, one.id) == (one.speaker_type, one.speaker_name, None, one.mention, Status.ACCEPTED)
    assert (change.code, change.words) == ("accept", {"speaker": one.speaker_name or "", "type": one.speaker_type})
    assert "residents" not in {each.name for each in desk.queries.speakers()}


def test_other_words_mean_one_unnamed_source_and_a_pronoun_describes_nobody(desk):
    start = dump(desk.path)
    change = desk.run(described(RESIDENTS, "two"))
    assert (change.code, change.words) == ("assign", {"speaker": "residents", "before": ""})
    assert source(desk, "two") == (SpeakerType.UNNAMED, "residents", None, Span(7, 16), Status.CORRECTED)
    desk.run(described(HE))
    assert source(desk) == (SpeakerType.UNNAMED, None, None, HE.mention, Status.CORRECTED)
    assert not desk.queries.speakers()
    desk.undo()
    desk.undo()
    assert dump(desk.path) == start


def test_words_there_must_be_and_in_the_text(desk):
    for candidate in (Candidate(name=" "), Candidate(name="x", mention=Span(9, 999))):
        with pytest.raises(UserMistake, match="Nothing was changed"):
            desk.run(described(candidate))
