import msgspec

from core.model.spans import Span
from core.rank.candidates import candidates, token_distance
from core.rank.situation import Atlas, Situation
from tests.core.rank.readings import reading


def heads(situation: Situation) -> list[int]:
    return [mention.head for mention in candidates(situation)]


def test_the_subject_of_the_cue_comes_first():
    atlas = Atlas(reading())
    assert heads(Situation(atlas, atlas.reading.passages[0])) == [9, 2, 0, 12] or heads(
        Situation(atlas, atlas.reading.passages[0])
    ) == [9, 2, 12, 0]


def test_nobody_inside_the_quote_stands():
    atlas = Atlas(reading())
    passage = atlas.reading.passages[1]
    whole = msgspec.structs.replace(passage, fragments=(Span(0, 12), *passage.fragments))
    assert 0 not in heads(Situation(atlas, whole))
    assert 12 in heads(Situation(atlas, whole))


def test_distance_is_counted_from_the_nearer_end():
    found = reading()
    first = found.passages[0]
    assert [token_distance(mention, first) for mention in found.mentions] == [4, 2, 2, 5]
