"""The example reading's situations, for the tests of single features."""

from core.model.reading import Mention
from core.rank.situation import Atlas, Elected, Situation
from tests.core.rank.readings import reading

ANN, BOB, THE_MINISTER, HE = range(4)


def with_cue() -> Situation:
    """Return the first passage: "the minister said" hangs on it."""
    atlas = Atlas(reading())
    return Situation(atlas, atlas.reading.passages[0])


def without_cue(winner: int | None = THE_MINISTER) -> Situation:
    """Return the second passage, after one that `winner` said."""
    atlas = Atlas(reading())
    mention = None if winner is None else atlas.reading.mentions[winner]
    earlier = (Elected(atlas.reading.passages[0], mention, 0),)
    return Situation(atlas, atlas.reading.passages[1], earlier)


def mention(situation: Situation, place: int) -> Mention:
    """Return a mention of the situation's reading."""
    return situation.atlas.reading.mentions[place]
