import pytest
from hypothesis import given

from core.model.spans import flaw
from core.model.terms import Kind
from tests.core.texts import any_text


def kinds(reading) -> list[tuple[Kind, str]]:
    text = reading.analysis.text
    return [(passage.kind, text[passage.fragments[0].start : passage.end]) for passage in reading.passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“I resign,” Nadia Omar announced.", (Kind.DIRECT, "“I resign,”")),
        ("She said that the roof could fall.", (Kind.INDIRECT, "that the roof could fall")),
        (
            'He noted that the two mirror each other "like brothers."',
            (Kind.MIXED, 'that the two mirror each other "like brothers."'),
        ),
        (
            "Marta Velde said the “organic” label was misleading.",
            (Kind.INDIRECT, "the “organic” label was misleading"),
        ),
        (
            "The talks are “as good as dead”, according to two diplomats.",
            (Kind.MIXED, "The talks are “as good as dead”"),
        ),
    ],
)
def test_kinds(reading_of, text: str, expected: tuple[Kind, str]):
    assert kinds(reading_of(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    ["The song “The Long Road Home” won.", "They call it “parole” here.", "Her film “Nobody Said Goodbye” followed."],
)
def test_titles_and_scare_quotes_are_no_quotes(reading_of, text: str):
    assert [kind for kind, _ in kinds(reading_of(text)) if kind is Kind.DIRECT] == []


def test_a_clause_in_a_clause_is_part_of_it(reading_of):
    text = "TASS reported that Lavrov said that the talks were over."
    assert kinds(reading_of(text)) == [(Kind.INDIRECT, "that Lavrov said that the talks were over")]


@given(text=any_text)
def test_passages_are_sound_and_apart(reading_of, text: str):
    end = 0
    for passage in reading_of(text).passages:
        assert flaw(passage.fragments, len(text)) is None
        assert passage.fragments[0].start >= end
        assert passage.first <= passage.last
        assert all(flaw([part], len(text)) is None for part in passage.quoted)
        end = passage.end
