"""How much is unchecked of the articles that people called complete, so that taking back a step does not add to it."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.model.terms import State
from core.store import tables
from core.store.counting import count_unchecked
from core.store.images import RowNote
from core.store.plain import PlainLookup

Row = RowNote | tables.RevisionRow

_COMPLETE = PlainLookup(
    lambda ids: (
        select(tables.Layer.document_id, tables.Annotator.name)
        .join(tables.Annotator, tables.Annotator.id == tables.Layer.annotator_id)
        .where(tables.Layer.id.in_(ids), tables.Layer.state == State.COMPLETE)
    )
)


def unchecked_of_complete(session: Session, rows: Iterable[Row]) -> dict[tuple[str, str], int]:
    """Return how many quotes are unchecked in each article that is complete and may not be so by a step's rows.

    The keys are the article's id and the name of who called it complete.
    """
    connection = session.connection()
    layers = {row.key["id"] if row.table == "layer" else row.key["layer_id"] for row in rows if _bears(row)}
    found = {}
    for document_id, annotator in _COMPLETE(connection, layers):
        found[document_id, annotator] = count_unchecked(connection, document_id, annotator)
    return found


def _bears(row: Row) -> bool:
    """Whether the row says how far the article is, or that a quote is there, or is checked, or is none."""
    if row.table != "quote":
        return row.table == "layer"
    return any(side is None or not side.keys().isdisjoint({"status", "rejected"}) for side in (row.before, row.after))
