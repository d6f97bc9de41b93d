"""What a decision would bring along: the same words, the pronoun that goes on, the same turn."""

from msgspec import structs

from core.model.chain import followers, is_pronoun
from core.model.records import Decision, Quote
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType, Status, Via

TEXT = (
    "“Aaa,” the minister said. “Bbb,” Ms Diaz said. “Ccc,” she said. “Ddd.” “Eee,” the minister said.\n"
    "“Fff,” she said. “Ggg,” Ms Diaz said. “Hhh,” he said. “Iii,” she said. “Jjj,” the minister said."
)


def made(number, words="", at=0):
    letters = "abcdefghij"[number]
    start = TEXT.index(f"“{letters.upper()}")
    end = TEXT.index("”", start) + 1
    place = TEXT.index(words, end) if words else 0
    return Quote(
        id=letters,
        fragments=(Span(start, end),),
        kind=Kind.DIRECT,
        mention=Span(place, place + len(words)) if words else None,
        cue=Span(place, place + 1) if words else None,
        speaker_id="x",
        speaker_name="X",
        speaker_type=SpeakerType.NAMED,
    )


MENTIONS = ("the minister", "Ms Diaz", "she", "", "the minister", "she", "Ms Diaz", "he", "she", "the minister")
QUOTES = [made(number, words) for number, words in enumerate(MENTIONS)]


def follow(number, quotes=QUOTES, speaker_id="y"):
    found = followers(TEXT, quotes, quotes[number], speaker_id=speaker_id, name="Y")
    return {each.quote_id: each.reason for each in found}


def changed(number, **fields):
    return [structs.replace(each, **fields) if row == number else each for row, each in enumerate(QUOTES)]


def test_a_role_noun_resolves_every_later_one():
    assert follow(0) == {"e": "also “the minister”", "j": "also “the minister”"}
    assert list(follow(4)) == ["j"], "not what stands before"


def test_a_name_goes_both_ways():
    assert list(follow(6)) == ["b"]


def test_a_pronoun_goes_on_until_somebody_else_is_named():
    assert follow(2) == {"d": "same turn as #3"}, "“the minister” comes between"
    assert follow(7) == {}, "“he” is not “she”"
    without = [each for each in QUOTES if each.id not in "eg"]
    assert follow(2, without) == {"f": "“she” again", "i": "“she” again", "d": "same turn as #3"}


def test_the_turn_ends_where_words_stand_between():
    assert follow(3) == {}
    assert "d" not in follow(1)


def test_nothing_that_a_person_decided_or_edited_follows():
    at = "2026-01-01T00:00:00.000Z"
    assert list(follow(0, changed(4, status=Status.ACCEPTED))) == ["j"]
    assert list(follow(0, changed(4, decided=Decision(via=Via.EDIT, at=at)))) == ["j"]
    assert list(follow(0, changed(4, decided=Decision(via=Via.PROPAGATED, at=at)))) == ["e", "j"]


def test_what_has_the_speaker_already_needs_nothing():
    assert follow(0, speaker_id="x") == {}
    assert list(follow(0, changed(4, speaker_id=None, speaker_name="Y"))) == ["j"]
    assert list(follow(0, changed(4, speaker_type=SpeakerType.UNNAMED), speaker_id="x")) == ["e"]


def test_a_quote_that_is_gone_brings_nothing():
    assert followers(TEXT, QUOTES[1:], QUOTES[0], speaker_id="y", name="Y") == ()


def test_a_pronoun_is_told_from_words_that_say_more():
    assert [is_pronoun(each) for each in ("They", "he", "one woman", "")] == [True, True, False, False]


NESTED = (
    "“He told me ‘go’ and left for good, after a long while in which nothing had happened.” “And we left.” “So it was.”"
)


def nested(words, number, parent=None):
    start = NESTED.index(words)
    return structs.replace(made(3), id=str(number), fragments=(Span(start, start + len(words)),), parent=parent)


def test_what_stands_inside_a_quote_is_no_part_of_its_turn():
    outer = nested(NESTED[: NESTED.index("”") + 1], 0)
    after = [nested("“And we left.”", 2), nested("“So it was.”", 3)]
    for parent in ("0", None):
        quotes = [outer, nested("‘go’", 1, parent), *after]
        found = followers(NESTED, quotes, outer, speaker_id="y", name="Y")
        assert [each.quote_id for each in found] == ["2", "3"]
        inner = followers(NESTED, quotes, quotes[1], speaker_id="y", name="Y")
        assert inner == (), "what stands inside does not go on outside"
