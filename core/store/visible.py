"""What an annotator sees: their own rows, and under them the model's that they neither touched nor covered.

A row of theirs hides the suggestion of the same id, whatever it says of it, and so does a quote of theirs that covers
its words (`tables.Settled`). What a labelling offers after they called the article complete is not shown until they
take that back: they have said that nothing is missing.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import and_, select, text
from sqlalchemy.orm import aliased
from sqlalchemy.sql import TextClause

from core.model.terms import State
from core.store import tables

Own = aliased(tables.Layer, name="own")
"""The annotator's own layer of the document, in the statements that the conditions stand in."""

# Written out, since the search is: the names of the tables are those in the statement, `own` the layer above.
UNTOUCHED = """(layer.annotator_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM quote AS mine WHERE mine.layer_id = own.id AND mine.id = quote.id)
    AND NOT EXISTS (SELECT 1 FROM settled WHERE settled.layer_id = own.id AND settled.quote_id = quote.id))"""
SHOWS_THROUGH = f"({UNTOUCHED} AND (own.state IS NULL OR own.state <> '{State.COMPLETE.value}'))"
SEEN = f"NOT quote.rejected AND (layer.id = own.id OR {SHOWS_THROUGH})"


def shows_through() -> TextClause:
    """Return the condition for a row of the model's that shows through."""
    return text(SHOWS_THROUGH)


def untouched() -> TextClause:
    """Return the condition for a row of the model's that shows through, or would if the article were not complete."""
    return text(UNTOUCHED)


def is_seen() -> TextClause:
    """Return the condition for a quote that an annotator sees, be it theirs or the model's."""
    return text(SEEN)


def with_own(query: Any, document_id: Any, annotator: str | None) -> Any:
    """Join an annotator's own layer, where there is one, to a query; a column says of which document."""
    mine = select(tables.Annotator.id).where(tables.Annotator.name == annotator).scalar_subquery()
    return query.outerjoin(Own, and_(Own.document_id == document_id, Own.annotator_id == mine))


def showing(suggested: Sequence[Any], own: Iterable[Any], settled: Iterable[Any], state: State) -> list[Any]:
    """Return the model's rows that show through, given the annotator's rows, those of what these cover, and how far
    the annotator is with the article.
    """
    if state is State.COMPLETE or not suggested:
        return []
    hidden = {row.id for row in own} | {row.quote_id for row in settled}
    return [row for row in suggested if row.id not in hidden]
