import pytest

from core.nlp.continued import first_report


def first_of(analysis, verb):
    first = first_report(analysis, analysis.words.index(verb))
    return None if first is None else analysis.words[first]


@pytest.mark.parametrize(
    ("text", "verb", "first"),
    [
        ("She said that it had rained, adding that it was cold.", "adding", "said"),
        ("She said the gate would be locked and warned that dogs were loose.", "warned", "said"),
        (
            "A spokesman confirmed that a complaint had been received but would not say who had made it.",
            "say",
            "confirmed",
        ),
        ("She asked him to wait and urged him to be quiet.", "urged", "asked"),
        ("She said that he came and told them that it rained.", "told", None),
        ("She laughed and said that it rained.", "said", None),
    ],
)
def test_a_second_report_is_told_from_the_words_of_the_first(analyse, text, verb, first):
    assert first_of(analyse(text), verb) == first
