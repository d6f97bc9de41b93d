"""What a quote calls those who may speak in it, by the roster's names of now."""

from collections.abc import Mapping

from msgspec import structs

from core.model.records import Candidate, Quote, SecondSpeaker


def with_names(quote: Quote, names: Mapping[str, str]) -> Quote:
    """Return a quote that calls its speakers and candidates by the names of some speakers, given by id.

    It is the very same quote if it does so already. Who is not among the names keeps theirs.
    """
    if _calls(quote, names):
        return quote
    return structs.replace(
        quote,
        speaker_name=names.get(quote.speaker_id or "", quote.speaker_name),
        candidates=tuple(_candidate(each, names) for each in quote.candidates),
        more_speakers=tuple(_second(each, names) for each in quote.more_speakers),
    )


def _calls(quote: Quote, names: Mapping[str, str]) -> bool:
    """Whether a quote does so already, as nearly all do; loops, since a dataset has ten thousand quotes."""
    if names.get(quote.speaker_id or "", quote.speaker_name) != quote.speaker_name:
        return False
    for one in quote.candidates:
        if names.get(one.speaker_id or "", one.name) != one.name:
            return False
    for other in quote.more_speakers:
        if names.get(other.speaker_id or "", other.speaker_name) != other.speaker_name:
            return False
    return True


def _candidate(one: Candidate, names: Mapping[str, str]) -> Candidate:
    return structs.replace(one, name=names.get(one.speaker_id or "", one.name))


def _second(one: SecondSpeaker, names: Mapping[str, str]) -> SecondSpeaker:
    return structs.replace(one, speaker_name=names.get(one.speaker_id or "", one.speaker_name))
