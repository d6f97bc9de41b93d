from core.rank.reference import Reference, reference_to
from core.rank.situation import Atlas, Elected, Situation
from tests.core.rank.readings import reading


def test_people_named_before_may_be_meant():
    atlas = Atlas(reading())
    reference = Reference(atlas, atlas.reading.mentions[3])
    assert reference.persons() == [0, 1]
    assert [reference.sentences_since(person) for person in (0, 1)] == [2, 2]
    assert [reference.was_subject(person) for person in (0, 1)] == [True, False]
    assert not reference.in_paragraph(0)
    assert reference.name_words(0) == {"ann"}


def test_with_nobody_named_before_those_after_may_be_meant():
    atlas = Atlas(reading())
    assert Reference(atlas, atlas.reading.mentions[0]).persons() == [1]


def test_winners_before_are_known():
    atlas = Atlas(reading())
    won = Elected(atlas.reading.passages[0], atlas.reading.mentions[2], 0)
    reference = Reference(atlas, atlas.reading.mentions[3], earlier=[won])
    assert reference.last_speaker == 0
    assert reference.speakers == {0}
    assert Reference(atlas, atlas.reading.mentions[3]).last_speaker is None


def test_of_the_cues_subject_the_words_of_its_quote_count():
    atlas = Atlas(reading())
    situation = Situation(atlas, atlas.reading.passages[0])
    subject, other = atlas.reading.mentions[2], atlas.reading.mentions[3]
    assert reference_to(situation, subject).words == situation.words
    assert reference_to(situation, other).words == frozenset()
