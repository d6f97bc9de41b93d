import pytest

from core.nlp.headlines import headline_content, headline_cue


def found(analysis):
    cue = headline_cue(analysis)
    if cue is None:
        return None
    first, last = headline_content(analysis, cue)
    return analysis.surface(cue.token), analysis.words[cue.subject], analysis.text[slice(*analysis.span(first, last))]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("One third of fish above limit, says study", ("says", "study", "One third of fish above limit")),
        (
            "Majority rate living together as good, survey shows",
            ("shows", "survey", "Majority rate living together as good"),
        ),
        ("Bridge, ferry to close in May, council says", ("says", "council", "Bridge, ferry to close in May")),
    ],
)
def test_a_report_in_a_headline(analyse, headline, expected):
    assert found(analyse(f"{headline}\n\nThe bridge is old.")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Fish above limit, says study",
        "Bridge closed.\n\nThe limit is low, says the study",
        "Bridge closed, says study.\n\nIt is old.",
        "Bridge closed, ferry late\n\nIt is old.",
        "",
    ],
)
def test_what_is_no_headline_or_no_report(analyse, text):
    assert found(analyse(text)) is None
