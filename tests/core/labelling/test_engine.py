from itertools import pairwise

import pytest
from hypothesis import given, settings

from core.errors import UserMistake
from core.labelling.engine import Engine
from core.labelling.labels import Labels
from core.model.spans import Span, flaw, shared
from core.model.terms import Kind
from tests.core.texts import any_text

MEGABYTE = 1_000_000


def assert_sound(labels: Labels, text: str) -> None:
    for quote in labels.quotes:
        assert flaw(quote.fragments, len(text)) is None
        spans = [*quote.quoted, *(candidate.mention for candidate in quote.candidates if candidate.mention)]
        spans += [span for span in (quote.mention, quote.cue) if span]
        assert all(flaw([span], len(text)) is None for span in spans)
        assert 0 <= quote.confidence <= 1
        assert sum(candidate.confidence for candidate in quote.candidates) <= 1.001
        assert len(quote.candidates) <= 9
        assert quote.kind is not Kind.MIXED or quote.quoted
    known = {speaker.id for speaker in labels.speakers}
    assert len(known) == len(labels.speakers)
    named = {candidate.speaker_id for quote in labels.quotes for candidate in quote.candidates}
    named |= {quote.speaker_id for quote in labels.quotes}
    assert named - {None} <= known
    assert len({quote.id for quote in labels.quotes}) == len(labels.quotes)
    assert_apart([quote.fragments for quote in labels.quotes])


def assert_apart(quotes: list[tuple[Span, ...]]) -> None:
    """No two quotes share a character."""
    places = sorted((span, number) for number, fragments in enumerate(quotes) for span in fragments)
    for (one, _), (other, _) in pairwise(places):
        assert not shared((one,), (other,))


@given(text=any_text)
def test_any_text_gives_sound_labels_and_the_same_twice(engine: Engine, text: str):
    labels = next(engine.label_all([text]))
    assert_sound(labels, text)
    assert next(engine.label_all([text])) == labels


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "…",
        '"',
        "a" * 70_000,
        "(" * 3_000,
        '" ' * 3_000,
        "‘" * 2_000,
        "said " * 8_000,
        "“" * 500 + "He said." + "”" * 500,
    ],
)
def test_extreme_texts_are_no_trouble(engine: Engine, text: str):
    assert_sound(next(engine.label_all([text])), text)


def test_a_text_longer_than_a_parser_takes_is_read_whole(engine: Engine):
    filler = "Rain fell over the harbour and the ferries stayed where they were. " * 400
    text = f"{filler}\n\n“We will sail,” Nora Vance said.\n\n{filler}\n\nShe said that the storm had passed."
    told: list[float] = []
    labels = next(engine.label_all([text], told.append))
    assert_sound(labels, text)
    assert [text[slice(*quote.span)] for quote in labels.quotes] == ["“We will sail,”", "that the storm had passed"]
    assert labels.quotes[0].speaker_name == "Nora Vance"
    assert len(told) > 1
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_texts_come_out_in_order(engine: Engine):
    texts = ["“Yes,” said Rosa.", "", "Otto said that it was late."]
    assert [len(labels.quotes) for labels in engine.label_all(texts)] == [1, 0, 1]


def test_half_a_character_is_refused(engine: Engine):
    with pytest.raises(UserMistake, match="lone surrogate"):
        next(engine.label_all(["He said: \ud800"]))


@pytest.mark.skipif(settings().max_examples < 10_000, reason="takes minutes: make fuzz")
@pytest.mark.parametrize(
    "line",
    [
        "x" * MEGABYTE,
        "“" * MEGABYTE,
        "\"'" * (MEGABYTE // 2),
        " " * MEGABYTE,
        "." * MEGABYTE,
        "e\u0301" * (MEGABYTE // 2),
        "“No,” she said. He said that it rained. " * (MEGABYTE // 40),
        "\x00\x07\ufffd" * (MEGABYTE // 3),
    ],
    ids=["letters", "marks", "mixed marks", "spaces", "stops", "combining", "quotes", "controls"],
)
def test_one_line_of_a_megabyte(engine: Engine, line: str):
    assert_sound(next(engine.label_all([line])), line)
