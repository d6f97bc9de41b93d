from core.rank.evidence import evidence
from core.rank.feature import Feature
from core.rank.situation import Atlas, Situation
from tests.core.rank.readings import reading

SUBJECT = Feature("syntax.a", lambda situation, mention: 1.0, "subject of “{cue}”")
NEAR = Feature("distance.b", lambda situation, mention: 1.0, "named one paragraph up")


def said_of(place: int, carried, named: int | None) -> str:
    atlas = Atlas(reading())
    return evidence(Situation(atlas, atlas.reading.passages[0]), atlas.reading.mentions[place], carried, named=named)


def test_the_weightiest_reason_is_given():
    assert said_of(0, [(0.4, NEAR), (5.0, SUBJECT)], 0) == "subject of “said”"
    assert said_of(0, [(0.4, NEAR), (0.0, SUBJECT)], 0) == "named one paragraph up"


def test_words_that_were_taken_for_a_name_are_shown():
    assert said_of(2, [(5.0, SUBJECT)], 0) == "“the minister”, subject of “said”"
    assert said_of(2, [(5.0, SUBJECT)], None) == "subject of “said”"


def test_with_no_reason_being_named_is_one():
    assert said_of(0, [], 0) == "named in the text"
