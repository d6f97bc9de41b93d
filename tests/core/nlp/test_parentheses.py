import pytest

from core.nlp.parentheses import parenthesis


def found(analysis, verb):
    token = analysis.words.index(verb)
    between = parenthesis(analysis, token)
    if between is None:
        return None
    said = [analysis.text[slice(*analysis.span(first, last))].strip(" ,.") for first, last in between.around]
    return analysis.words[between.subject], said


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The bridge, she said, is dead.", "said", ("she", ["The bridge", "is dead"])),
        ("The figures, warned the director, would rise.", "warned", ("director", ["The figures", "would rise"])),
        ("Two men drowned in the lake, police said.", "said", ("police", ["Two men drowned in the lake"])),
        (
            "Eleven people were hurt, two of them badly, when a coach left the road, firefighters said.",
            "said",
            ("firefighters", ["Eleven people were hurt, two of them badly, when a coach left the road"]),
        ),
        ("As the mayor told the Packet, the bridge is safe.", "told", ("mayor", ["the bridge is safe"])),
    ],
)
def test_what_stands_around_an_attribution_was_said(analyse, text, verb, expected):
    assert found(analyse(text), verb) == expected


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("On Friday, she offered an excuse.", "offered"),
        ("“The bridge is dead,” she said.", "said"),
        ("''The bridge is dead,'' she said.", "said"),
        ("She praised Ana Ruiz, who said nothing.", "said"),
        ("She said that the bridge was dead.", "said"),
    ],
)
def test_what_is_no_such_attribution(analyse, text, verb):
    assert found(analyse(text), verb) is None


def test_what_is_added_is_another_report(analyse):
    assert found(analyse("Prices fell, she said, adding that they would rise again."), "said") == (
        "she",
        ["Prices fell"],
    )
