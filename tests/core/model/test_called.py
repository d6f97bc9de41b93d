"""A renamed speaker is called so wherever a quote names them, and nobody else is."""

from msgspec import structs

from core.model.called import with_names
from core.model.records import Candidate, SecondSpeaker
from core.model.terms import Relation
from tests.support.articles import quote_of

TEXT = "“One two,” Ana Ruiz said."
QUOTE = structs.replace(
    quote_of(TEXT, "“One two,”"),
    candidates=(
        Candidate(name="Ana Ruiz", speaker_id="s1"),
        Candidate(name="Bo", speaker_id="s2"),
        Candidate(name="Bo"),
    ),
    more_speakers=(SecondSpeaker(relation=Relation.JOINT, speaker_id="s2", speaker_name="Bo"),),
)


def called(quote) -> tuple[str | None, list[str], list[str | None]]:
    seconds = [each.speaker_name for each in quote.more_speakers]
    return quote.speaker_name, [each.name for each in quote.candidates], seconds


def test_speaker_candidates_and_second_speakers_have_the_new_name():
    assert called(with_names(QUOTE, {"s1": "Ana R. Ruiz"})) == ("Ana R. Ruiz", ["Ana R. Ruiz", "Bo", "Bo"], ["Bo"])
    assert called(with_names(QUOTE, {"s2": "Bo Lind"})) == ("Ana Ruiz", ["Ana Ruiz", "Bo Lind", "Bo"], ["Bo Lind"])


def test_all_else_stays_as_it_was():
    named = with_names(QUOTE, {"s1": "Ana R. Ruiz", "s2": "Bo Lind"})
    assert with_names(named, {"s1": "Ana Ruiz", "s2": "Bo"}) == QUOTE


def test_a_quote_that_names_nobody_of_them_is_the_very_same():
    assert with_names(QUOTE, {"s3": "Cem Aksoy"}) is QUOTE
    assert with_names(QUOTE, {"s1": "Ana Ruiz", "s2": "Bo"}) is QUOTE
    assert with_names(QUOTE, {}) is QUOTE
    description = structs.replace(QUOTE, speaker_id=None, speaker_name="an official", candidates=(), more_speakers=())
    assert with_names(description, {"s1": "Ana R. Ruiz"}) is description
