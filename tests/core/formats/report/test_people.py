import pytest

from core.formats.jsonl import decode
from core.formats.report.people import People, monogram
from core.model.terms import Kind


def layer(*names, extra=""):
    spans = [
        f'{{"start": {n}, "end": {n + 1}, "kind": "direct", "speaker_name": "{name}"}}' for n, name in enumerate(names)
    ]
    return decode(
        f'{{"id": "a", "text": "{"x" * 30}", "quotes": [{", ".join([*spans, *([extra] if extra else [])])}]}}',
        where="x",
    ).layer


def test_the_most_quoted_speaker_has_the_first_colour():
    found = layer("Ana", "Bo", "Bo")
    people = People(found, found.quotes)
    assert [people.slot(quote) for quote in found.quotes] == [2, 1, 1]
    assert [
        (voice.name, voice.quotes, voice.kinds[Kind.DIRECT], voice.checked, voice.characters)
        for voice in people.voices()
    ] == [
        ("Bo", 2, 2, 2, 2),
        ("Ana", 1, 1, 1, 1),
    ]


def test_who_is_only_described_or_nobody_is_grey_and_has_words():
    found = layer(
        "Ana",
        extra='{"start": 5, "end": 6, "speaker_type": "unnamed", "speaker_name": "an aide"}, {"start": 6, "end": 7, "speaker_type": "none"}',
    )
    people = People(found, found.quotes)
    assert [(people.name(quote), people.slot(quote)) for quote in found.quotes] == [
        ("Ana", 1),
        ("an aide", 0),
        ("No speaker in the text", 0),
    ]


def test_the_eighth_speaker_repeats_the_first_colour_with_a_ring():
    found = layer(*"ABCDEFGH")
    voices = People(found, found.quotes).voices()
    assert [voice.slot for voice in voices] == [1, 2, 3, 4, 5, 6, 7, 1]
    assert [voice.repeats for voice in voices] == [False] * 7 + [True]


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Sergey Lavrov", "SL"), ("Lavrov", "La"), ("A B C", "AC"), ("الوزير", "ال"), ("…", "…"), (" ", " ")],
)
def test_a_name_has_a_short_form(name, letters):
    assert monogram(name) == letters
