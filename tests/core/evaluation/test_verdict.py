import pytest
from msgspec.structs import replace

from core.evaluation.verdict import Judge
from core.model.records import Candidate, Layer, Quote
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType

TEXT = "Ana Roe, the mayor of Harrow, said it. Tom Roe and she spoke."
SAID = Quote(id="q", fragments=(Span(30, 37),), kind=Kind.DIRECT)


def at(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def gold(words=None, name=None, **more):
    kind = SpeakerType.NAMED if name else SpeakerType.UNNAMED
    return replace(SAID, mention=at(words) if words else None, speaker_name=name, speaker_type=kind, **more)


def found(words=None, name=None, candidates=()):
    listed = tuple(Candidate(name=each, mention=None) for each in candidates)
    return replace(SAID, mention=at(words) if words else None, speaker_name=name, candidates=listed)


def verdict(standard, answer, *others):
    judge = Judge(TEXT, Layer(quotes=(standard, *others)))
    return judge.verdict(standard, answer)


def test_a_mention_is_right_if_it_meets_the_last_word_of_the_standard():
    standard = gold("mayor of Harrow")
    assert verdict(standard, found("Harrow")).right
    assert not verdict(standard, found("mayor")).right


def test_or_the_head_that_the_standard_gives():
    head = at("mayor")
    standard = gold("mayor of Harrow", extra={"head": {"start": head.start, "end": head.end}})
    assert verdict(standard, found("mayor")).right
    assert not verdict(standard, found("Harrow")).right


def test_a_name_is_right_where_the_mention_is_another_one():
    seen = verdict(gold("she", "Ana Roe"), found("Ana Roe", "Ana Roe"))
    assert (seen.right, seen.name, seen.sourced) == (True, True, True)
    seen = verdict(gold("she", "Ana Roe"), found("she", "Tom Roe"))
    assert (seen.right, seen.name) == (True, False)


def test_a_short_name_will_do_unless_two_people_bear_it():
    standard = gold("she", "Ana Roe")
    assert verdict(standard, found(name="Ms Roe")).right
    assert not verdict(standard, found(name="Ms Roe"), gold("Tom Roe", "Tom Roe")).right
    assert verdict(standard, found(name="Ana Roe"), gold("Tom Roe", "Tom Roe")).right


def test_names_given_beside_the_quote_count():
    assert verdict(gold("she", "Ana Roe", extra={"aliases": ["Harrow"]}), found(name="Harrow")).right


@pytest.mark.parametrize("foreign", [5, "Harrow", {"start": "a", "end": None}, [1, 2], None])
def test_what_a_file_keeps_under_these_words_is_neither_name_nor_head(foreign):
    standard = gold("mayor of Harrow", "Ana Roe", extra={"aliases": foreign, "head": foreign})
    assert verdict(standard, found("Harrow")).right
    assert not verdict(standard, found(name="a")).right


def test_no_source_is_right_only_as_none():
    seen = verdict(gold(), found())
    assert (seen.right, seen.sourced, seen.name) == (True, False, None)
    assert not verdict(gold(), found("she")).right
    assert not verdict(gold("she"), found()).right


@pytest.mark.parametrize(("listed", "place"), [(["Ana Roe"], 1), (["Ben", "Ana Roe"], 2), (["Ben"], None), ([], None)])
def test_the_place_among_the_candidates_is_counted_from_one(listed, place):
    assert verdict(gold("she", "Ana Roe"), found("she", "Ana Roe", listed)).place == place
