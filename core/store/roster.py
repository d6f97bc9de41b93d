"""Whom an incoming line means: its speakers become the roster's, by id, external id or canonical name."""

from msgspec import structs
from sqlalchemy import ColumnElement, Connection, insert, select

from core.model.records import Candidate, Quote, SecondSpeaker, Speaker
from core.store import tables
from core.store.mapping import speaker_columns

_SPEAKER = tables.Speaker


class Roster:
    """The project's speakers while an import or a labelling run goes on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take_in(self, speaker: Speaker) -> str:
        """Return the roster's id for a line's speaker, who is added if unknown."""
        found = (
            self._find(_SPEAKER.id == speaker.id)
            or (self._find(_SPEAKER.external_id == speaker.external_id) if speaker.external_id else None)
            or self._find(_SPEAKER.name == speaker.name)
        )
        if found is None:
            self._connection.execute(insert(_SPEAKER).values(speaker_columns(speaker)))
            found = speaker.id
        return found

    def known_as(self, quote: Quote, known: dict[str, str]) -> Quote:
        """Return the quote with the roster's ids; `known` maps the line's speaker ids to them."""
        if all(mine == roster for mine, roster in known.items()):
            return quote
        return structs.replace(
            quote,
            speaker_id=known.get(quote.speaker_id or "", quote.speaker_id),
            more_speakers=tuple(_second(each, known) for each in quote.more_speakers),
            candidates=tuple(_candidate(each, known) for each in quote.candidates),
        )

    def _find(self, condition: ColumnElement[bool]) -> str | None:
        return self._connection.scalar(select(_SPEAKER.id).where(condition).order_by(_SPEAKER.id).limit(1))


def _second(speaker: SecondSpeaker, known: dict[str, str]) -> SecondSpeaker:
    return structs.replace(speaker, speaker_id=known.get(speaker.speaker_id or "", speaker.speaker_id))


def _candidate(candidate: Candidate, known: dict[str, str]) -> Candidate:
    return structs.replace(candidate, speaker_id=known.get(candidate.speaker_id or "", candidate.speaker_id))
