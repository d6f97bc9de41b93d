"""Some articles at a time with everything that is known of them, in a handful of questions to the file."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, select

from core.model.overview import Cast
from core.model.records import Document, Extra, Model, Quote, Rejection
from core.model.terms import State
from core.store import tables
from core.store.aside import Aside
from core.store.mapping import StoredQuote, to_document, to_speaker, to_zone
from core.store.plain import PlainLookup
from core.store.reading import named_quotes
from core.store.visible import showing
from core.store.whole_layers import WholeLayers

Key = TypeVar("Key", bound=Hashable)
Rows = Sequence[Any]


_document, _zone, _layer, _person = tables.Document, tables.Zone, tables.Layer, tables.Annotator
_cast, _second, _settled, _speaker = tables.Cast, tables.SecondSpeaker, tables.Settled, tables.Speaker
_DOCUMENTS = PlainLookup(lambda ids: select(_document.__table__).where(_document.id.in_(ids)))
_ZONES = PlainLookup(lambda ids: select(_zone.__table__).where(_zone.document_id.in_(ids)).order_by(_zone.position))
_LAYERS = PlainLookup(
    lambda ids: (
        select(_layer.__table__, _person.name)
        .outerjoin(_person, _person.id == _layer.annotator_id)
        .where(_layer.document_id.in_(ids))
    )
)
_CAST = PlainLookup(lambda ids: select(_cast.__table__).where(_cast.layer_id.in_(ids)))
_SPEAKERS = PlainLookup(lambda ids: select(_speaker.__table__).where(_speaker.id.in_(ids)))
_SETTLED = PlainLookup(lambda ids: select(_settled.layer_id, _settled.quote_id).where(_settled.layer_id.in_(ids)))
_SECONDS = PlainLookup(
    lambda ids: select(_second.__table__).where(_second.layer_id.in_(ids)).order_by(_second.position)
)


class StoredLayer(NamedTuple):
    """One layer of an article."""

    id: int
    annotator: str | None
    state: State
    model: Model | None
    extra: Extra


class Batch:
    """All rows of some articles, asked for at once and put together for each, the quotes `aside`."""

    def __init__(self, connection: Connection, document_ids: Sequence[str], aside: Aside | None = None) -> None:
        self._documents = {row.id: row for row in _DOCUMENTS(connection, document_ids)}
        self._zones = _grouped(_ZONES(connection, document_ids), lambda row: row.document_id)
        rows = _LAYERS(connection, document_ids)
        self._layers = _grouped(rows, lambda row: row.document_id)
        layers = [row.id for row in rows]
        self._cast, self._settled, self._seconds = (
            _grouped(query(connection, layers), lambda row: row.layer_id) for query in (_CAST, _SETTLED, _SECONDS)
        )
        # The same person speaks in many articles.
        cast = dict.fromkeys(row.speaker_id for rows in self._cast.values() for row in rows)
        self._speakers = {row.id: to_speaker(row) for row in _SPEAKERS(connection, cast)}
        self._stored = WholeLayers(connection, layers, aside)

    @cached_property
    def _quotes(self) -> dict[int, list[StoredQuote]]:
        return self._stored.by_layer()

    def document(self, document_id: str) -> Document:
        """Return an article with its zones."""
        return to_document(
            self._documents[document_id], tuple(to_zone(row) for row in self._zones.get(document_id, ()))
        )

    def layers(self, document_id: str) -> list[StoredLayer]:
        """Return the layers of an article."""
        rows = self._layers.get(document_id, ())
        return [StoredLayer(row.id, row.name, State(row.state), row.model, row.extra) for row in rows]

    def quotes(self, own: StoredLayer | None, models: StoredLayer | None) -> tuple[Cast, list[Quote], list[Rejection]]:
        """Return speakers and quotes of an annotator's layer over the model's, and what the annotator rejected.

        Quotes are in text order; speakers in the order in which they came in with a line, and who joined later comes
        behind them.
        """
        layers = [each.id for each in (own, models) if each is not None]
        cast = self._cast_of(layers)
        mine, settled = (self._quotes.get(own.id, ()), self._settled.get(own.id, ())) if own else ((), ())
        state = own.state if own else State.NEW
        suggested = showing(self._quotes.get(models.id, ()) if models else (), mine, settled, state)
        second_speakers = (row for layer in layers for row in self._seconds.get(layer, ()))
        found = [*mine, *suggested]
        if mine and suggested:
            found.sort(key=lambda each: each.quote.text_order)
        return cast, *named_quotes(found, second_speakers, cast.names)

    def _cast_of(self, layers: Sequence[int]) -> Cast:
        # Whom the annotator's layer names, too, stands where that one has them.
        known = {row.speaker_id: row for layer in reversed(layers) for row in self._cast.get(layer, ())}
        rows = sorted(known.values(), key=_order)
        return Cast(
            speakers={row.speaker_id: self._speakers[row.speaker_id] for row in rows},
            slots={row.speaker_id: row.position for row in rows},
        )


def _order(row: Any) -> tuple[int, int]:
    return (row.position if row.turn is None else row.turn), row.position


def _grouped(rows: Iterable[Any], key: Callable[[Any], Key]) -> dict[Key, Rows]:
    found: defaultdict[Key, list[Any]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return dict(found)
