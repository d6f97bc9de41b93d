"""What a person says about the example reading."""

from core.model.records import Layer, Quote, Speaker
from core.model.terms import SpeakerType
from tests.core.rank.readings import reading

FIRST, SECOND = reading().passages
ANN, BOB, MINISTER, HE = reading().mentions


def layer() -> Layer:
    """Return a layer in which the minister is Ann, and the second quote has no source."""
    ann = {"mention": MINISTER.span, "speaker_id": "s1", "speaker_name": "Ann Lee"}
    quotes = (_quote("q1", FIRST, SpeakerType.NAMED, **ann), _quote("q2", SECOND, SpeakerType.NONE))
    return Layer(speakers=(Speaker(id="s1", name="Ann Lee", aliases=("Ann",)),), quotes=quotes)


def _quote(id_, passage, speaker_type, **speaker):
    same = {"fragments": passage.fragments, "kind": passage.kind, "quoted": passage.quoted}
    return Quote(id=id_, speaker_type=speaker_type, **same, **speaker)
