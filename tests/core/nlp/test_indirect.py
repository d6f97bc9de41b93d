import pytest

from core.nlp.cues import find_cues
from core.nlp.indirect import find_clauses


def clauses(analysis) -> list[str]:
    found = find_clauses(analysis, find_cues(analysis, [-1] * len(analysis)))
    return [
        " | ".join(analysis.text[slice(*analysis.span(first, last))] for first, last in clause.pieces)
        for clause in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He informed that he had ordered the drug.", "that he had ordered the drug"),
        ("Vera Molnar said the plan was dead.", "the plan was dead"),
        ("According to Dr Noor Haddad, the vaccine is safe.", "the vaccine is safe"),
        ("Sales fell by nine per cent, according to the company.", "Sales fell by nine per cent"),
        ("Sales fell by nine per cent, she said.", "Sales fell by nine per cent"),
        ("Petra Lang's claim that the vote was rigged found no support.", "that the vote was rigged"),
        ("He promised to pay the farmers.", "to pay the farmers"),
        ("She asked whether the road was open.", "whether the road was open"),
    ],
)
def test_clauses(analyse, text: str, expected: str):
    assert clauses(analyse(text)) == [expected]


def test_a_backshifted_clause_joined_to_the_cue_is_still_reported(analyse):
    text = "Lavrov said that his visit had been planned a month ago, but the situation had changed these plans."
    assert clauses(analyse(text)) == [text[len("Lavrov said ") : -1]]


def test_what_is_not_backshifted_is_not_reported(analyse):
    assert clauses(analyse("He said that it had rained, and he left the room.")) == ["that it had rained"]


def test_a_noun_phrase_is_no_clause(analyse):
    assert clauses(analyse("He criticised the plan and praised the team.")) == []


def test_a_thought_is_no_report(analyse):
    assert clauses(analyse("He thinks that it will rain.")) == []


def test_a_parenthesis_leaves_two_pieces(analyse):
    found = clauses(analyse("The plan, she said, is dead."))
    assert found in ([], ["The plan | is dead"])
