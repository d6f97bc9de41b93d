"""What a command changes: an annotator's own layer, made from the model's suggestions where they first touch one."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from core.errors import UserMistake
from core.model.records import Model
from core.model.terms import State
from core.store import tables
from core.store.plain import PlainQuery
from core.store.reading import HAS_SECOND
from core.store.transaction import Transaction

# Built once: these run at every key that decides.
_LAYERS = PlainQuery(
    select(
        tables.Layer.id, tables.Layer.document_id, tables.Layer.annotator_id, tables.Layer.state, tables.Layer.model
    ).where(
        tables.Layer.document_id == bindparam("document_id"),
        or_(tables.Layer.annotator_id == bindparam("annotator_id"), tables.Layer.annotator_id.is_(None)),
    )
)
_QUOTES = PlainQuery(
    select(tables.Quote.__table__, HAS_SECOND).where(
        or_(tables.Quote.layer_id == bindparam("own"), tables.Quote.layer_id == bindparam("models")),
        tables.Quote.id == bindparam("quote_id"),
    )
)
_SUGGESTION = PlainQuery(
    select(
        tables.Quote.layer_id,
        tables.Quote.id,
        tables.Quote.confidence,
        tables.Quote.speaker_id,
        tables.Quote.speaker_name,
        tables.Quote.speaker_type,
        tables.Quote.mention_start,
        tables.Quote.mention_end,
    ).where(tables.Quote.layer_id == bindparam("layer"), tables.Quote.id == bindparam("quote"))
)
_SECOND_SPEAKERS = select(tables.SecondSpeaker).where(
    tables.SecondSpeaker.layer_id == bindparam("layer_id"), tables.SecondSpeaker.quote_id == bindparam("quote_id")
)
_MEMBERS = PlainQuery(
    select(tables.Cast.layer_id, tables.Cast.speaker_id, tables.Cast.position)
    .join(tables.Layer, tables.Layer.id == tables.Cast.layer_id)
    .where(tables.Layer.document_id == bindparam("document_id"))
)


class LayerRow(NamedTuple):
    """A layer as commands look at it: plain, since an object of the session for each would be felt at every key."""

    id: int
    document_id: str
    annotator_id: int | None
    state: str
    model: Model | None


class InnerRow(NamedTuple):
    """A quote that hangs on another one, its `parent`; plain as a `LayerRow` is."""

    id: str
    parent: str
    start: int
    end: int


def own_layer(transaction: Transaction, document_id: str) -> LayerRow:
    """Return the annotator's layer of a document, made on first touch; the document is then in work."""
    session, who = transaction.session, transaction.annotator_id
    layer = find_layer(transaction, document_id, who)
    if layer is None:
        if session.get(tables.Document, document_id) is None:
            raise UserMistake(f"There is no article {document_id} in this project. Nothing was changed.")
        made = tables.Layer(document_id=document_id, annotator_id=who, state=State.IN_WORK, extra={})
        session.add(made)
        session.flush()
        layer = LayerRow(made.id, document_id, who, State.IN_WORK, None)
        _known_layers(transaction, document_id)[who] = layer
    return _in_state(transaction, layer, State.IN_WORK) if layer.state == State.NEW else layer


def set_state(transaction: Transaction, document_id: str, state: State) -> None:
    """Say how far the annotator is with a document."""
    _in_state(transaction, own_layer(transaction, document_id), state)


def _in_state(transaction: Transaction, layer: LayerRow, state: State) -> LayerRow:
    if layer.state == state:
        return layer
    transaction.session.get_one(tables.Layer, layer.id).state = state
    layer = layer._replace(state=state)
    _known_layers(transaction, layer.document_id)[layer.annotator_id] = layer
    return layer


def own_quote(transaction: Transaction, document_id: str, quote_id: str) -> tables.Quote:
    """Return the annotator's row of a quote; a suggestion of the model is copied, the model's own row stays."""
    session = transaction.session
    layer = own_layer(transaction, document_id)
    made: dict[tuple[int, str], tables.Quote] = session.info.setdefault("quotes", {})
    mine = made.get((layer.id, quote_id))
    if mine is not None:
        return mine
    models = find_layer(transaction, document_id, None)
    # As plain rows: the model's own are only copied, and an object for each would be felt at every key.
    at = {"own": layer.id, "models": models.id if models else None, "quote_id": quote_id}
    rows = _QUOTES(session.connection(), at)
    found = {row.layer_id: row for row in rows}
    if layer.id in found:
        return session.get_one(tables.Quote, (layer.id, quote_id))
    suggested = found.get(models.id) if models else None
    if models is None or suggested is None:
        raise UserMistake(
            f"The quote is no longer in the article {document_id}: it was labelled again. Nothing was changed. "
            "Choose a quote that is shown."
        )
    columns = suggested._asdict()
    has_second = columns.pop("has_second")
    mine = tables.Quote(**{**columns, "layer_id": layer.id})
    made[layer.id, quote_id] = mine
    if suggested.speaker_id is not None:
        join_cast(session, layer, suggested.speaker_id)
    session.add(mine)
    if has_second:
        _copy_second_speakers(session, models.id, layer.id, quote_id)
    return mine


def values_of(row: tables.Quote | tables.SecondSpeaker) -> dict[str, Any]:
    """Return what stands in the columns of a row, by name, for a copy of it."""
    return {each.key: getattr(row, each.key) for each in type(row).__mapper__.column_attrs}


def find_quote(transaction: Transaction, document_id: str, quote_id: str) -> tables.Quote | None:
    """Return the annotator's row of a quote, else the model's, covered or not; None if it is rejected or gone."""
    layers = (find_layer(transaction, document_id, who) for who in (transaction.annotator_id, None))
    rows = (transaction.session.get(tables.Quote, (layer.id, quote_id)) for layer in layers if layer is not None)
    found = next((row for row in rows if row is not None), None)
    return None if found is None or found.rejected else found


def covered_by(session: Session, quote: tables.Quote) -> list[str]:
    """Return the ids of the model's suggestions that a quote covers."""
    settled = tables.Settled
    found = session.scalars(select(settled.quote_id).where(settled.layer_id == quote.layer_id, settled.by == quote.id))
    return list(found)


def cover_with(session: Session, quote: tables.Quote, suggestions: Iterable[str]) -> None:
    """Have suggestions of the model shown no longer, since a quote covers their words."""
    session.flush()
    session.add_all(tables.Settled(layer_id=quote.layer_id, quote_id=each, by=quote.id) for each in suggestions)
    session.flush()


def rows_inside(session: Session, layer_id: int, quote_id: str) -> list[InnerRow]:
    """Return the quotes of a layer whose parent is a quote, rejected ones too."""
    quote = tables.Quote
    found = select(quote.id, quote.start, quote.end).where(quote.layer_id == layer_id, quote.parent == quote_id)
    return [InnerRow(id=row.id, parent=quote_id, start=row.start, end=row.end) for row in session.execute(found)]


def is_covered(session: Session, layer_id: int, quote_id: str) -> bool:
    """Whether a suggestion is not shown beside a layer, since a quote in it covers the suggestion's words."""
    return session.get(tables.Settled, (layer_id, quote_id)) is not None


def second_rows(session: Session, quote: Any) -> list[tables.SecondSpeaker]:
    """Return the rows of a quote's second speakers, in order; the quote is a row of any kind."""
    session.flush()
    at = {"layer_id": quote.layer_id, "quote_id": quote.id}
    return list(session.scalars(_SECOND_SPEAKERS.order_by(tables.SecondSpeaker.position), at))


def suggestion_row(transaction: Transaction, document_id: str, quote_id: str) -> tuple[Any, str | None]:
    """Return by whom the model has a quote, as a row or None, and the sha256 of the weights that its layer is from."""
    models = find_layer(transaction, document_id, None)
    if models is None:
        return None, None
    at = {"layer": models.id, "quote": quote_id}
    row = next(iter(_SUGGESTION(transaction.session.connection(), at)), None)
    return row, models.model.weights if models.model else None


def remove_quote(session: Session, quote: tables.Quote) -> None:
    """Take a quote out of its layer, with the rows that hang on it, so that undo brings all of them back.

    Quotes inside it belong to the one around it, if there is one.
    """
    second, settled, inner = tables.SecondSpeaker, tables.Settled, tables.Quote
    for child in session.scalars(select(inner).where(inner.layer_id == quote.layer_id, inner.parent == quote.id)).all():
        child.parent = quote.parent
    hanging = [
        select(second).where(second.layer_id == quote.layer_id, second.quote_id == quote.id),
        select(settled).where(settled.layer_id == quote.layer_id, settled.by == quote.id),
    ]
    for query in hanging:
        for row in session.scalars(query).all():
            session.delete(row)
    session.flush()
    session.delete(quote)


def find_layer(transaction: Transaction, document_id: str, annotator_id: int | None) -> LayerRow | None:
    """Return a layer of a document: the annotator's own, or the model's with None. Looked up once a step."""
    return _known_layers(transaction, document_id).get(annotator_id)


def _known_layers(transaction: Transaction, document_id: str) -> dict[int | None, LayerRow]:
    session = transaction.session
    known: dict[str, dict[int | None, LayerRow]] = session.info.setdefault("layers", {})
    if document_id not in known:
        query = {"document_id": document_id, "annotator_id": transaction.annotator_id}
        rows = _LAYERS(session.connection(), query)
        known[document_id] = {row.annotator_id: LayerRow(*row) for row in rows}
    return known[document_id]


def weights_of(transaction: Transaction, document_id: str) -> str | None:
    """Return the sha256 of the weights whose suggestions the document shows."""
    layer = find_layer(transaction, document_id, None)
    return layer.model.weights if layer and layer.model else None


def join_cast(session: Session, layer: LayerRow | tables.Layer, speaker_id: str) -> None:
    """Make a speaker one of the layer's; in the document, a speaker keeps the place that it first took."""
    places, members = _cast_of(session, layer.document_id)
    if speaker_id in members[layer.id]:
        return
    members[layer.id].add(speaker_id)
    place = places.setdefault(speaker_id, max(places.values(), default=0) + 1)
    session.add(tables.Cast(layer_id=layer.id, speaker_id=speaker_id, position=place))


def _cast_of(session: Session, document_id: str) -> tuple[dict[str, int], defaultdict[int, set[str]]]:
    """The places of a document's speakers, and who is in which of its layers; looked up once a step."""
    known: dict[str, tuple[dict[str, int], defaultdict[int, set[str]]]] = session.info.setdefault("cast", {})
    if document_id not in known:
        places, members = known[document_id] = {}, defaultdict(set)
        for row in _MEMBERS(session.connection(), {"document_id": document_id}):
            places[row.speaker_id] = row.position
            members[row.layer_id].add(row.speaker_id)
    return known[document_id]


def _copy_second_speakers(session: Session, source: int, target: int, quote_id: str) -> None:
    rows = session.scalars(_SECOND_SPEAKERS, {"layer_id": source, "quote_id": quote_id}).all()
    session.flush()  # they hang on the quote, which must be there first
    for row in rows:
        session.add(tables.SecondSpeaker(**{**values_of(row), "layer_id": target}))
