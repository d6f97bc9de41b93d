"""Whether anything leans on a row, so that taking back the step that made it must leave it in its place."""

from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from core.store.packed import holds
from core.store.tables import Base, Cast, Quote, SecondSpeaker


def is_used(session: Session, table: str, key: dict[str, Any]) -> bool:
    """Whether quotes need a speaker, a layer or a layer's speaker; rows of other tables are nobody's support."""
    named = any(
        session.execute(select(user.__table__).where(condition).limit(1)).first() is not None
        for user, condition in _uses(table, key)
    )
    return named or (table == "speaker" and _is_candidate(session, key["id"]))


def _uses(table: str, key: dict[str, Any]) -> list[tuple[type[Base], ColumnElement[bool]]]:
    if table == "speaker":
        return [(user, user.speaker_id == key["id"]) for user in (Cast, Quote, SecondSpeaker)]
    if table == "layer":
        return [(user, user.layer_id == key["id"]) for user in (Cast, Quote)]
    if table == "cast_member":
        layer, speaker = key["layer_id"], key["speaker_id"]
        return [(user, (user.layer_id == layer) & (user.speaker_id == speaker)) for user in (Quote, SecondSpeaker)]
    return []


def _is_candidate(session: Session, speaker_id: str) -> bool:
    """Whether a person can still pick the speaker in some quote."""
    query = select(Quote.candidates).where(holds(Quote.candidates, speaker_id))
    return any(each.speaker_id == speaker_id for candidates in session.scalars(query) for each in candidates)
