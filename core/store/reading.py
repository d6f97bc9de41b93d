"""Reading a project: rows become records. An annotator sees their own layer over the model's suggestions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import structs
from sqlalchemy import Connection, bindparam, exists, or_, select

from core.model.called import with_names
from core.model.overview import Article, Cast, Patch
from core.model.records import Document, Model, Quote, Rejection, SecondSpeaker
from core.model.terms import State
from core.store import tables
from core.store.mapping import StoredQuote, to_document, to_second_speaker, to_speaker, to_stored, to_zone
from core.store.plain import PlainLookup, PlainQuery
from core.store.visible import showing
from core.store.whole_layers import WholeLayers

_QUOTE = tables.Quote.__table__.c
_SECOND = tables.SecondSpeaker.__table__.c
_SETTLED = tables.Settled.__table__.c

# Built once: these run after every key that decides.
_LAYERS = PlainQuery(
    select(tables.Layer.id, tables.Layer.annotator_id, tables.Layer.state, tables.Layer.model, tables.Annotator.name)
    .outerjoin(tables.Annotator, tables.Annotator.id == tables.Layer.annotator_id)
    .where(tables.Layer.document_id == bindparam("document_id"))
)
_CAST = PlainQuery(
    select(tables.Speaker.__table__, tables.Cast.position)
    .join(tables.Cast, tables.Cast.speaker_id == tables.Speaker.id)
    .where(or_(tables.Cast.layer_id == bindparam("one"), tables.Cast.layer_id == bindparam("other")))
    .order_by(tables.Cast.position)
)
_LAYER = select(tables.Quote.__table__).where(_QUOTE.layer_id == bindparam("layer"))
HAS_SECOND = exists().where(_SECOND.layer_id == _QUOTE.layer_id, _SECOND.quote_id == _QUOTE.id).label("has_second")
_SOME_OF_LAYER = PlainLookup(lambda ids: _LAYER.add_columns(HAS_SECOND).where(_QUOTE.id.in_(ids)))
_COVERED = PlainQuery(select(_SETTLED.quote_id).where(_SETTLED.layer_id == bindparam("layer")))
_PAIR = (
    select(tables.SecondSpeaker.__table__)
    .where(or_(_SECOND.layer_id == bindparam("one"), _SECOND.layer_id == bindparam("other")))
    .order_by(_SECOND.position)
)
_SECONDS = PlainQuery(_PAIR)
_SOME_SECONDS = PlainLookup(lambda ids: _PAIR.where(_SECOND.quote_id.in_(ids)))


class LayerIds(msgspec.Struct, frozen=True):
    """The two layers that one annotator sees of a document; each may not exist yet."""

    own: int | None
    models: int | None
    state: State
    model: Model | None


def read_document(connection: Connection, document_id: str) -> Document | None:
    """Return a document with its zones."""
    row = connection.execute(select(tables.Document.__table__).where(tables.Document.id == document_id)).first()
    if row is None:
        return None
    zone = tables.Zone.__table__
    zones = connection.execute(select(zone).where(zone.c.document_id == document_id).order_by(zone.c.position))
    return to_document(row, tuple(to_zone(each) for each in zones))


def read_layer_ids(connection: Connection, document_id: str, annotator: str | None) -> LayerIds:
    """Return which layers an annotator sees of a document."""
    rows = _LAYERS(connection, {"document_id": document_id})
    own = next((row for row in rows if row.annotator_id is not None and row.name == annotator), None)
    models = next((row for row in rows if row.annotator_id is None), None)
    return LayerIds(
        own=own.id if own else None,
        models=models.id if models else None,
        state=State(own.state) if own else State.NEW,
        model=(models.model if models else None) or (own.model if own else None),
    )


def read_cast(connection: Connection, layers: Sequence[int]) -> Cast:
    """Return the speakers of some layers of one document, in the order of their slots."""
    rows = _CAST(connection, _pair(layers))
    return Cast(speakers={row.id: to_speaker(row) for row in rows}, slots={row.id: row.position for row in rows})


def read_article(connection: Connection, document_id: str, annotator: str | None) -> Article | None:
    """Return a document as an annotator sees it."""
    document = read_document(connection, document_id)
    if document is None:
        return None
    layers = read_layer_ids(connection, document_id, annotator)
    cast = read_cast(connection, present(layers))
    quotes, rejected = read_quotes(connection, layers, cast.names)
    quotes.sort(key=lambda quote: quote.text_order)
    return Article(
        document=document,
        state=layers.state,
        model=layers.model,
        quotes=tuple(quotes),
        rejected=tuple(rejected),
        speakers=cast.speakers,
        slots=cast.slots,
        labelled=layers.models is not None or layers.own is not None,
    )


def read_patch(
    connection: Connection,
    document_id: str,
    annotator: str | None,
    quote_ids: Iterable[str],
    cast: Cast | None = None,
) -> Patch:
    """Return what became of a few quotes of a document; a `cast` that is known still to hold is not read again."""
    layers = read_layer_ids(connection, document_id, annotator)
    if cast is None:
        cast = read_cast(connection, present(layers))
    quotes, rejected = read_quotes(connection, layers, cast.names, list(quote_ids))
    return Patch(
        state=layers.state,
        quotes={quote.id: quote for quote in quotes},
        rejected={each.quote.id: each for each in rejected},
        speakers=cast.speakers,
        slots=cast.slots,
    )


def read_quotes(
    connection: Connection, layers: LayerIds, names: dict[str, str], ids: Sequence[str] | None = None
) -> tuple[list[Quote], list[Rejection]]:
    """Return the quotes that an annotator sees, all or some, and those that they rejected; in no order."""
    if ids is None:
        return _all_quotes(connection, layers, names)
    own = _rows(connection, layers.own, ids)
    suggested = [] if {row.id for row in own}.issuperset(ids) else _rows(connection, layers.models, ids)
    found = [*own, *_showing(connection, layers, suggested, own)]
    with_second = [row.id for row in found if row.has_second]
    return named_quotes(map(to_stored, found), _SOME_SECONDS(connection, with_second, **_pair(present(layers))), names)


def _all_quotes(connection: Connection, layers: LayerIds, names: dict[str, str]) -> tuple[list[Quote], list[Rejection]]:
    stored = WholeLayers(connection, present(layers)).by_layer()
    own, suggested = ([] if each is None else stored.get(each, []) for each in (layers.own, layers.models))
    found = [*own, *_showing(connection, layers, suggested, own)]
    return named_quotes(found, _SECONDS(connection, _pair(present(layers))), names)


def named_quotes(
    stored: Iterable[StoredQuote], second_speakers: Iterable[Any], names: dict[str, str]
) -> tuple[list[Quote], list[Rejection]]:
    """Return quotes and those that were rejected, with second speakers, whose rows are in their order.

    `names` are the roster's by id, and rule over what was written down.
    """
    more: defaultdict[tuple[int, str], tuple[SecondSpeaker, ...]] = defaultdict(tuple)
    for row in second_speakers:
        more[row.layer_id, row.quote_id] += (to_second_speaker(row, names),)
    quotes, rejected = [], []
    for each in stored:
        quote = each.quote
        if more and (others := more.get((each.layer_id, quote.id))):
            quote = structs.replace(quote, more_speakers=others)
        quote = with_names(quote, names)
        if each.rejected:
            rejected.append(Rejection(quote=quote, reason=each.reason))
        else:
            quotes.append(quote)
    return quotes, rejected


def _showing(connection: Connection, layers: LayerIds, suggested: Sequence[Any], own: Sequence[Any]) -> list[Any]:
    return showing(suggested, own, _settled(connection, layers.own) if suggested else (), layers.state)


def present(layers: LayerIds) -> list[int]:
    """Return the ids of the layers that exist."""
    return [each for each in (layers.own, layers.models) if each is not None]


def _pair(layers: Sequence[int]) -> dict[str, int | None]:
    """An annotator sees two layers at most; a list of any length would be put into the statement anew at every key."""
    one, other = (*layers, None, None)[:2]
    return {"one": one, "other": other}


def _rows(connection: Connection, layer: int | None, ids: Sequence[str]) -> list[Any]:
    return [] if layer is None else _SOME_OF_LAYER(connection, ids, layer=layer)


def _settled(connection: Connection, layer: int | None) -> Sequence[Any]:
    return () if layer is None else _COVERED(connection, {"layer": layer})
