"""Noting which of the model's suggestions an annotator does not see, since a quote of theirs covers them."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import aliased

from core.model.overlaps import covering
from core.model.records import Quote
from core.model.terms import State
from core.store import tables
from core.store.images import Image, RowNote
from core.store.reading import LayerIds, read_quotes

_SETTLED = tables.Settled.__tablename__


def settle(connection: Connection, layer_id: int, suggestions: Iterable[Quote]) -> None:
    """Note which suggestions the quotes of a layer cover, rejected ones too."""
    _note(connection, layer_id, covering(suggestions, _quotes_of(connection, layer_id)))


def settle_new(connection: Connection, last: int) -> None:
    """Note what is covered where a person's layer and a model's meet, one of them newer than the layer `last`."""
    own, models = aliased(tables.Layer), aliased(tables.Layer)
    meeting = (
        select(own.id.label("own"), models.id.label("models"))
        .join(models, models.document_id == own.document_id)
        .where(own.annotator_id.is_not(None), models.annotator_id.is_(None))
    )
    # One statement for each side: both are then found by their ids, however many layers there are.
    for newer in (own, models):
        for row in connection.execute(meeting.where(newer.id > last)).all():
            settle(connection, row.own, _quotes_of(connection, row.models))


def settle_for(connection: Connection, layer_id: int, quote_ids: Collection[str]) -> list[RowNote]:
    """Note what some quotes cover that came back into a layer after their document was labelled again; say what."""
    layer = tables.Layer
    own = select(layer.document_id).where(layer.id == layer_id).scalar_subquery()
    models = connection.scalar(select(layer.id).where(layer.document_id == own, layer.annotator_id.is_(None)))
    if models is not None:
        back = [quote for quote in _quotes_of(connection, layer_id) if quote.id in quote_ids]
        rows = _note(connection, layer_id, covering(_quotes_of(connection, models), back))
        return [RowNote(_SETTLED, _key(row), None, row) for row in rows]
    return []


def uncovered_without(connection: Connection, layer_id: int, quote_ids: Collection[str]) -> list[RowNote]:
    """Return the notes that go from the database with some quotes of a layer: what they cover shows again."""
    table = tables.Settled.__table__
    rows = map(dict, connection.execute(select(table).where(table.c.layer_id == layer_id)).mappings())
    return [RowNote(_SETTLED, _key(row), row, None) for row in rows if row["by"] in quote_ids]


def _quotes_of(connection: Connection, layer_id: int) -> list[Quote]:
    quotes, rejected = read_quotes(connection, LayerIds(own=layer_id, models=None, state=State.NEW, model=None), {})
    return [*quotes, *(each.quote for each in rejected)]


def _note(connection: Connection, layer_id: int, covered: dict[str, str]) -> list[Image]:
    settled = tables.Settled
    known = set(connection.scalars(select(settled.quote_id).where(settled.layer_id == layer_id)))
    rows: list[Image] = [
        {"layer_id": layer_id, "quote_id": quote, "by": by}
        for quote, by in covered.items()
        if quote != by and quote not in known
    ]
    if rows:
        connection.execute(insert(settled), rows)
    return rows


def _key(row: Image) -> Image:
    return {name: row[name] for name in ("layer_id", "quote_id")}
