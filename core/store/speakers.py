"""What a command asks of the roster: who is called so, and where a speaker is named."""

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import Session

from core.model.identity import new_id
from core.model.terms import SpeakerKind
from core.store import tables
from core.store.packed import holds
from core.store.prepared import Prepared

_NAME = Prepared(select(tables.Speaker.name).where(tables.Speaker.id == bindparam("id")))


def name_in_roster(session: Session, speaker_id: str) -> str | None:
    """Return the name of a speaker, None if the roster has nobody of that id. Looked up once a step.

    Not for a step that changes names.
    """
    known: dict[str, str | None] = session.info.setdefault("names", {})
    if speaker_id not in known:
        known[speaker_id] = _NAME.value(session.connection(), {"id": speaker_id})
    return known[speaker_id]


def names_in_roster(session: Session, speaker_id: str | None) -> tuple[str, ...]:
    """Return all names that a speaker of the roster goes by; none of somebody who is not in it."""
    speaker = session.get(tables.Speaker, speaker_id) if speaker_id is not None else None
    return () if speaker is None else (speaker.name, *speaker.aliases)


def roster_speaker(session: Session, name: str) -> tables.Speaker:
    """Return the roster's speaker of a name or, failing that, of an alias; else a new one of that name."""
    found = session.scalar(select(tables.Speaker).where(tables.Speaker.name == name).order_by(tables.Speaker.id))
    if found is None:
        found = next((each for each in session.scalars(_with_alias(name)) if name in each.aliases), None)
    if found is None:
        found = tables.Speaker(id=new_id(), name=name, aliases=(), external_id=None, kind=SpeakerKind.UNKNOWN, extra={})
        session.add(found)
        session.flush()
    return found


def _with_alias(name: str) -> Select[tables.Speaker]:
    return select(tables.Speaker).where(holds(tables.Speaker.aliases, name)).order_by(tables.Speaker.id)


def is_taken(session: Session, name: str, *, but: str) -> bool:
    """Whether a speaker other than the one of the id `but` is called so."""
    other = select(tables.Speaker.id).where(tables.Speaker.name == name, tables.Speaker.id != but)
    return session.scalar(other.limit(1)) is not None


def quotes_with(session: Session, speaker_id: str) -> list[tables.Quote]:
    """Return the quotes, in whoever's layer, that have a speaker as theirs or among their candidates."""
    quote = tables.Quote
    offered = holds(quote.candidates, speaker_id)
    return list(session.scalars(select(quote).where(or_(quote.speaker_id == speaker_id, offered))))


def seconds_with(session: Session, *speaker_ids: str) -> list[tuple[tables.SecondSpeaker, str | None]]:
    """Return the rows of second speakers who are one of these, quote by quote, each with the quote's first speaker."""
    session.flush()
    second, quote = tables.SecondSpeaker, tables.Quote
    rows = session.execute(
        select(second, quote.speaker_id)
        .join(quote, (quote.layer_id == second.layer_id) & (quote.id == second.quote_id))
        .where(second.speaker_id.in_(speaker_ids))
        .order_by(second.layer_id, second.quote_id, second.position)
    )
    return [(row, first) for row, first in rows]


def layers_with(session: Session, speaker_id: str) -> list[tables.Layer]:
    """Return the layers whose cast a speaker is in."""
    cast = tables.Cast
    query = select(tables.Layer).join(cast, cast.layer_id == tables.Layer.id).where(cast.speaker_id == speaker_id)
    return list(session.scalars(query))


def leave_cast(session: Session, speaker_id: str) -> None:
    """Take a speaker out of the cast of every layer."""
    for row in session.scalars(select(tables.Cast).where(tables.Cast.speaker_id == speaker_id)).all():
        session.delete(row)
    session.flush()


def maybe_noting(session: Session, speaker_id: str) -> list[tables.Speaker]:
    """Return the speakers whose unknown keys may hold the id of one, to be looked at closely."""
    return list(session.scalars(select(tables.Speaker).where(holds(tables.Speaker.extra, speaker_id))))
