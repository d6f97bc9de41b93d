import json

import pytest
from hypothesis import given

from core.nlp.paragraphs import paragraph_spans
from core.nlp.quote_marks import pair_marks
from core.resources import seed
from tests.core.texts import any_text
from tests.support.articles import GOLD


def marked(text: str, depth: int = 0) -> list[str]:
    return [text[mark.start : mark.end] for mark in pair_marks(text, paragraph_spans(text)) if mark.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," he said. "No."', ['"Yes,"', '"No."']),
        ("“Yes,” he said. “No.”", ["“Yes,”", "“No.”"]),
        ("''Yes,'' he said. ``No''.", ["''Yes,''", "``No''"]),
        ("«Oui», dit-il. « Non », dit-elle.", ["«Oui»", "« Non »"]),
        ("»Ja«, sagte er. »Nein.«", ["»Ja«", "»Nein.«"]),
        ("„Ja“, sagte er. „Nein.”", ["„Ja“", "„Nein.”"]),
        ("”Ja”, sa han. ”Nej.”", ["”Ja”", "”Nej.”"]),
        ("‘Yes,’ he said. ‘It won’t.’", ["‘Yes,’", "‘It won’t.’"]),
        ("'It's the worst since '76,' he said.", ["'It's the worst since '76,'"]),
        ("The '90s weren't kind to the Joneses' farm, rock 'n' roll or 'em.", []),
        ("The boys’ coats and the girls’ hats", []),
        ('"I agree, "he said. "We go."', ['"I agree, "', '"We go."']),
        ("She is 5'7\" tall.", []),
        ('A 27" screen', []),
        ("(“Yes”)", ["“Yes”"]),
        ("”", []),
        ('"', []),
        ("", []),
    ],
)
def test_families(text: str, expected: list[str]):
    assert marked(text) == expected


def test_nested_marks_have_a_depth():
    text = "“She said, ‘You will “never” know,’ and left,” Hollis recalled."
    assert marked(text) == ["“She said, ‘You will “never” know,’ and left,”"]
    assert marked(text, 1) == ["‘You will “never” know,’"]
    assert marked(text, 2) == ["“never”"]


@pytest.mark.parametrize("mark", ["“”", '""', "«»"])
def test_a_mark_repeated_at_a_paragraph_goes_on(mark: str):
    opening, closing = mark
    turn = f"{opening}One.\n\n{opening}Two.\n\n{opening}Three.{closing}"
    text = f"She read it out.\n\n{turn}\n\nThey left."
    assert marked(text) == [turn]
    assert pair_marks(text, paragraph_spans(text))[0].turns == 3


def test_a_mark_that_is_never_closed_ends_with_its_paragraph():
    text = "“The lorry never stopped, Dunne said.\n\nPolice came. “Call us,” Holt said."
    pairs = pair_marks(text, paragraph_spans(text))
    assert [text[mark.start : mark.end] for mark in pairs] == ["“The lorry never stopped, Dunne said.", "“Call us,”"]
    assert [mark.closed for mark in pairs] == [False, True]


def test_a_mark_that_is_never_closed_ends_before_the_next_one():
    text = "“No, Dunne said. “Call us,” Holt said."
    assert marked(text) == ["“No, Dunne said.", "“Call us,”"]


def test_the_seed_article():
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    text = seed("000_4c9c392237cbb535.txt").read_text(encoding="utf-8")
    found = {(mark.start, mark.end) for mark in pair_marks(text, paragraph_spans(text)) if mark.family == "double"}
    assert found == {tuple(part) for quote in gold["quotes"] for part in quote.get("quoted", [])}


@given(any_text)
def test_stretches_nest_and_lie_inside_the_text(text: str):
    around: list[int] = []
    for mark in pair_marks(text, paragraph_spans(text)):
        assert 0 <= mark.start < mark.end <= len(text)
        while around and around[-1] <= mark.start:
            around.pop()
        assert not around or mark.end <= around[-1]
        assert mark.depth == len(around)
        around.append(mark.end)


def test_many_marks_in_one_line_take_no_longer_than_they_must():
    text = '"a ' * 20_000
    assert pair_marks(text, paragraph_spans(text))
