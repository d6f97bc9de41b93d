"""Whether anything leans on a row, so that taking back the step that made it must leave it in its place."""

from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from core.store.tables import Base, Cast, Quote, SecondSpeaker


def is_used(session: Session, table: str, key: dict[str, Any]) -> bool:
    """Whether quotes need a speaker, a layer or a layer's speaker; rows of other tables are nobody's support."""
    return any(
        session.execute(select(user.__table__).where(condition).limit(1)).first() is not None
        for user, condition in _uses(table, key)
    )


def _uses(table: str, key: dict[str, Any]) -> list[tuple[type[Base], ColumnElement[bool]]]:
    if table == "speaker":
        return [(user, user.speaker_id == key["id"]) for user in (Cast, Quote, SecondSpeaker)]
    if table == "layer":
        return [(user, user.layer_id == key["id"]) for user in (Cast, Quote)]
    if table == "cast_member":
        layer, speaker = key["layer_id"], key["speaker_id"]
        return [(user, (user.layer_id == layer) & (user.speaker_id == speaker)) for user in (Quote, SecondSpeaker)]
    return []
