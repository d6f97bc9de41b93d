"""Which rows of a step hold suggestions that a labelling has replaced since, so that there is nothing to put back."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.store import past, tables
from core.store.images import still_looks
from core.store.plain import PlainLookup

_SUGGESTED = frozenset({"quote", "second_speaker"})
"""Tables whose rows a labelling takes out of a model's layer, to put others there."""
_MODELS = PlainLookup(
    lambda ids: select(tables.Layer.id).where(tables.Layer.id.in_(ids), tables.Layer.annotator_id.is_(None))
)


def without_replaced(
    session: Session, rows: Sequence[tables.RevisionRow], *, as_it_was: str
) -> list[tables.RevisionRow]:
    """Return the rows of a step less the suggestions that a labelling was the last to touch.

    A suggestion that looks as the step left it is changed back with the rest: the model says again what it said.
    One that the step made or took away is not, since the model has said anew which ones there are.
    """
    layers = {row.key["layer_id"] for row in rows if row.table in _SUGGESTED}
    models = {row.id for row in _MODELS(session.connection(), layers)}
    labelled = past.labelled_layers(session, models, rows[0].revision_id) if models else {}
    if not labelled:
        return list(rows)
    touched = past.newest_touches(session, _SUGGESTED, min(labelled.values()))

    def is_replaced(row: tables.RevisionRow) -> bool:
        newest = labelled.get(row.key["layer_id"]) if row.table in _SUGGESTED else None
        if newest is None or touched.get((row.table, *row.key.values()), 0) > newest:
            return False
        made_or_gone = row.before is None or row.after is None
        return made_or_gone or still_looks(session, [row], as_it_was=as_it_was) is not None

    return [row for row in rows if not is_replaced(row)]
