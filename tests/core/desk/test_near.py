"""Prints of one wire story are told from stories about the same thing."""

from core.desk.near import NearDuplicates
from tests.support.pace import in_time

STORY = (
    "The council of Aldra voted on Tuesday to close the old bridge to lorries from March. Ana Ruiz, who leads the roads "
    "committee, said the deck was worn and that repairs would take two years. The haulage federation said it would ask "
    "the court to halt the ban. The mayor was not at the meeting. A second vote is due in April, the clerk said."
)
OTHER = (
    "Aldra's old bridge is closed to lorries from March. The roads committee, led by Ana Ruiz, decided this on Tuesday, "
    "and hauliers are going to court. Two years of works lie ahead, it was announced, with the next vote in April."
)


def test_a_copy_with_another_ending_is_near():
    near = NearDuplicates()
    assert near.add("a", STORY) == []
    assert near.add("b", STORY.replace("A second vote is due in April, the clerk said.", "(Agency)")) == ["a"]
    assert near.add("c", STORY.upper().replace(",", "")) == ["a", "b"]


def test_a_thousand_prints_of_one_story_are_soon_told():
    near = NearDuplicates()
    near.add("first", STORY)
    with in_time(10):
        assert all(near.add(f"print {number}", f"{STORY} {number}") == ["first"] for number in range(1000))


def test_another_story_of_the_same_event_is_not():
    near = NearDuplicates()
    near.add("a", STORY)
    assert near.add("b", OTHER) == []


def test_texts_without_words_are_near_to_nothing():
    near = NearDuplicates()
    assert [near.add(each, "… — …") for each in ("a", "b")] == [[], []]
    assert [near.add(each, "Yes.") for each in ("c", "d")] == [[], ["c"]]
