"""What a quote calls those who may speak in it, by the roster's names of now."""

from collections.abc import Mapping
from typing import Any

from msgspec import structs

from core.model.records import Candidate, Quote, SecondSpeaker


def with_names(quote: Quote, names: Mapping[str, str]) -> Quote:
    """Return a quote that calls its speakers and candidates by the names of some speakers, given by id.

    It is the very same quote if it does so already. Who is not among the names keeps theirs.
    """
    found: dict[str, Any] = {}
    if names.get(quote.speaker_id or "", quote.speaker_name) != quote.speaker_name:
        found["speaker_name"] = names[quote.speaker_id or ""]
    candidates, more = quote.candidates, quote.more_speakers
    # Lists, no generators: a dataset has ten thousand quotes, each with a candidate or two.
    if candidates and [each for each in candidates if names.get(each.speaker_id or "", each.name) != each.name]:
        found["candidates"] = tuple(_candidate(each, names) for each in candidates)
    if more and [each for each in more if names.get(each.speaker_id or "", each.speaker_name) != each.speaker_name]:
        found["more_speakers"] = tuple(_second(each, names) for each in more)
    return structs.replace(quote, **found) if found else quote


def _candidate(one: Candidate, names: Mapping[str, str]) -> Candidate:
    return structs.replace(one, name=names.get(one.speaker_id or "", one.name))


def _second(one: SecondSpeaker, names: Mapping[str, str]) -> SecondSpeaker:
    return structs.replace(one, speaker_name=names.get(one.speaker_id or "", one.speaker_name))
