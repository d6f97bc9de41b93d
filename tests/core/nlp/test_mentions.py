from core.nlp.cues import find_cues
from core.nlp.mentions import find_mentions, with_person


def mentions(analysis):
    outside = [-1] * len(analysis)
    found = find_mentions(analysis, find_cues(analysis, outside), outside)
    return {analysis.text[slice(*mention.span)]: mention for mention in found}


def test_names_role_nouns_and_pronouns(analyse):
    found = mentions(analyse("Russian President Vladimir Putin met the Belarusian leader. He said it went well."))
    assert {"President Vladimir Putin", "the Belarusian leader", "He"} <= found.keys()
    putin, leader, he = found["President Vladimir Putin"], found["the Belarusian leader"], found["He"]
    assert (putin.sort, putin.gender, putin.label) == ("name", "m", "PERSON")
    assert "president" in putin.roles
    assert "russian" in putin.origins
    assert (leader.sort, leader.definite, leader.roles, leader.origins) == (
        "nominal",
        True,
        frozenset({"leader"}),
        frozenset({"belarusian"}),
    )
    assert (he.sort, he.gender, he.number) == ("pronoun", "m", 1)


def test_a_plural_and_a_body(analyse):
    found = mentions(analyse("The residents said no. A ministry said yes."))
    assert found["The residents"].number == 2
    assert found["A ministry"].body
    assert not found["A ministry"].definite


def test_a_possessive_ending_is_not_part_of_a_name(analyse):
    assert "Petra Lang" in mentions(analyse("Petra Lang's claim that it rained was wrong."))


def test_things_do_not_speak(analyse):
    assert mentions(analyse("It rained and this was bad.")) == {}


def test_nothing_inside_marks_is_a_mention(analyse):
    analysis = analyse("Ann Lee spoke.")
    assert find_mentions(analysis, (), [0] * len(analysis)) == ()


def test_a_mention_can_be_given_a_person(analyse):
    mention = mentions(analyse("Ann Lee spoke."))["Ann Lee"]
    assert with_person(mention, 3).person == 3
    assert mention.person is None
