"""What a person says about the example reading."""

from core.model.records import Layer, Quote, Speaker
from core.model.terms import SpeakerType
from tests.core.rank.readings import reading

FIRST, SECOND = reading().passages
ANN, BOB, MINISTER, HE = reading().mentions


def layer() -> Layer:
    """Return a layer in which the minister is Ann, and the second quote has no source."""
    said = Quote(
        id="q1",
        fragments=FIRST.fragments,
        kind=FIRST.kind,
        quoted=FIRST.quoted,
        mention=MINISTER.span,
        speaker_id="s1",
        speaker_name="Ann Lee",
        speaker_type=SpeakerType.NAMED,
    )
    nobody = Quote(
        id="q2",
        fragments=SECOND.fragments,
        kind=SECOND.kind,
        quoted=SECOND.quoted,
        speaker_type=SpeakerType.NONE,
    )
    return Layer(speakers=(Speaker(id="s1", name="Ann Lee", aliases=("Ann",)),), quotes=(said, nobody))
