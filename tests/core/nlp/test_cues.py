import pytest

from core.nlp.cues import find_cues, subject_of


def cues(analysis) -> list[tuple[str, str, str | None]]:
    found = find_cues(analysis, [-1] * len(analysis))
    return [(cue.sort, cue.lemma, None if cue.subject is None else analysis.words[cue.subject]) for cue in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister noted that it rained.", ("verb", "note", "minister")),
        ("He informed us that it rained.", ("verb", "inform", "he")),
        ("She pointed out that it rained.", ("verb", "point out", "she")),
        ("According to Dr Noor Haddad, it is safe.", ("source", "according to", "haddad")),
        ("Petra Lang's claim that the vote was rigged found no support.", ("noun", "claim", "lang")),
        ("Prices fell, said Rosa, who sells bread.", ("verb", "say", "rosa")),
        ("The editor quoted Sofia Klein as saying so.", ("verb", "say", "klein")),
        ("The plan was announced by the company.", ("verb", "announce", "company")),
        ("The survey found that few had read it.", ("verb", "find", "survey")),
        ("The court heard that the lock was broken.", ("verb", "hear", None)),
        ("The chamber called on the ministry to pay.", ("verb", "call on", "chamber")),
    ],
)
def test_cues_and_their_subjects(analyse, text: str, expected: tuple[str, str, str]):
    assert expected in cues(analyse(text))


def test_a_participle_borrows_its_subject(analyse):
    assert ("verb", "add", "he") in cues(analyse("He said that it rained, adding that the river rose."))


def test_a_relative_pronoun_stands_for_its_noun(analyse):
    analysis = analyse("The man who said that it rained left.")
    assert analysis.words[subject_of(analysis, analysis.words.index("said"))] == "man"


def test_a_particle_is_needed_where_the_verb_has_other_senses(analyse):
    assert cues(analyse("She pointed at the map and went home.")) == []


def test_a_noun_without_a_clause_is_no_cue(analyse):
    assert cues(analyse("The claim was large.")) == []


def test_own_words_are_a_cue(analyse):
    assert ("noun", "words", "her") in cues(analyse("In her words, it was a bad idea."))


def test_nothing_inside_marks_is_a_cue(analyse):
    analysis = analyse("He said so.")
    assert find_cues(analysis, [0] * len(analysis)) == ()


def test_people_find_and_hear_without_a_word(analyse):
    for text in ("Ana found that it was raining.", "Ana heard that it was raining."):
        analysis = analyse(text)
        assert not any("clause" in cue.uses for cue in find_cues(analysis, [-1] * len(analysis)))
