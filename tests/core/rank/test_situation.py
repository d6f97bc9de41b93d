from core.rank.situation import Atlas, Elected, Situation
from tests.core.rank.readings import reading


def test_a_mention_is_found_by_its_head_or_any_of_its_words():
    atlas = Atlas(reading())
    the_minister = atlas.reading.mentions[2]
    assert atlas.mention_at(9) is the_minister
    assert atlas.mention_at(8) is the_minister
    assert atlas.mention_at(1) is None
    assert atlas.heads == [0, 2, 9, 12]


def test_a_situation_knows_its_subject_and_its_place():
    atlas = Atlas(reading())
    first, second = (Situation(atlas, passage) for passage in atlas.reading.passages)
    assert first.subject is atlas.reading.mentions[2]
    assert (first.paragraph, first.sentence) == (1, 1)
    assert second.subject is None
    assert (second.paragraph, second.sentence) == (2, 3)
    assert "fine" in second.words
    assert first.previous is None


def test_the_passage_before_is_remembered():
    atlas = Atlas(reading())
    won = Elected(atlas.reading.passages[0], atlas.reading.mentions[2], 0)
    assert Situation(atlas, atlas.reading.passages[1], (won,)).previous is won
