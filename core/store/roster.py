"""Whom an incoming line means: its speakers become the roster's, by id, external id or canonical name."""

from typing import Any
from uuid import UUID

from msgspec import structs
from sqlalchemy import ColumnElement, Connection, Row, insert, select

from core.model.identity import new_id
from core.model.records import Candidate, Quote, SecondSpeaker, Speaker
from core.store import tables
from core.store.mapping import speaker_columns

_SPEAKER = tables.Speaker


class Roster:
    """The project's speakers while an import or a labelling run goes on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take_in(self, speaker: Speaker) -> str:
        """Return the roster's id for a line's speaker, who is added if unknown.

        A short id ("s1") only tells the speakers of its own line apart: another name under it is another speaker.
        """
        named = self._named(speaker)
        same = self._row(speaker.id)
        if same is not None and (_is_drawn(speaker.id) or named == speaker.id or _share_a_name(same, speaker)):
            return speaker.id
        found = self._of_external_id(speaker) or named
        if found is None:
            found = speaker.id if same is None else new_id()
            self._connection.execute(insert(_SPEAKER).values(speaker_columns(speaker) | {"id": found}))
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

    def _row(self, id_: str) -> Row[Any] | None:
        return self._connection.execute(select(_SPEAKER.__table__).where(_SPEAKER.id == id_)).first()

    def _of_external_id(self, speaker: Speaker) -> str | None:
        known = speaker.external_id is not None
        return self._find(_SPEAKER.external_id == speaker.external_id) if known else None

    def _named(self, speaker: Speaker) -> str | None:
        """Whoever has the canonical name; two of one name whose external ids differ are two speakers."""
        same_name = _SPEAKER.name == speaker.name
        if speaker.external_id is not None:
            same_name &= _SPEAKER.external_id.is_(None) | (_SPEAKER.external_id == speaker.external_id)
        return self._find(same_name)

    def _find(self, condition: ColumnElement[bool]) -> str | None:
        return self._connection.scalar(select(_SPEAKER.id).where(condition).order_by(_SPEAKER.id).limit(1))


def _is_drawn(id_: str) -> bool:
    """Whether an id was drawn or computed for the whole world, so that it can mean one speaker only."""
    try:
        UUID(id_)
    except ValueError:
        return False
    return True


def _share_a_name(row: Row[Any], speaker: Speaker) -> bool:
    return not {row.name, *row.aliases}.isdisjoint({speaker.name, *speaker.aliases})


def _second(speaker: SecondSpeaker, known: dict[str, str]) -> SecondSpeaker:
    return structs.replace(speaker, speaker_id=known.get(speaker.speaker_id or "", speaker.speaker_id))


def _candidate(candidate: Candidate, known: dict[str, str]) -> Candidate:
    return structs.replace(candidate, speaker_id=known.get(candidate.speaker_id or "", candidate.speaker_id))
