"""Some articles at a time with everything that is known of them, in a handful of questions to the file."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Row, select

from core.model.overview import Cast
from core.model.records import Document, Extra, Model, Quote, Rejection, Speaker
from core.model.terms import State
from core.store import tables
from core.store.mapping import to_document, to_speaker, to_zone
from core.store.reading import to_quotes

Key = TypeVar("Key", bound=Hashable)
Rows = Sequence[Row[Any]]


class StoredLayer(NamedTuple):
    """One layer of an article."""

    id: int
    annotator: str | None
    state: State
    model: Model | None
    extra: Extra


class Batch:
    """All rows of some articles, asked for at once and put together for each."""

    def __init__(self, connection: Connection, document_ids: Sequence[str]) -> None:
        document, zone, layer = tables.Document, tables.Zone, tables.Layer
        person = tables.Annotator
        of_documents = select(document.__table__).where(document.id.in_(document_ids))
        self._documents = {row.id: row for row in connection.execute(of_documents)}
        zones = select(zone.__table__).where(zone.document_id.in_(document_ids)).order_by(zone.position)
        self._zones = _grouped(connection.execute(zones).all(), lambda row: row.document_id)
        layers = select(layer.__table__, person.name).outerjoin(person, person.id == layer.annotator_id)
        rows = connection.execute(layers.where(layer.document_id.in_(document_ids))).all()
        self._layers = _grouped(rows, lambda row: row.document_id)
        self._read_layers(connection, [row.id for row in rows])
        self._speakers: dict[str, Speaker] = {}

    def _read_layers(self, connection: Connection, ids: Sequence[int]) -> None:
        def of_layers(query: Any, column: Any) -> dict[int, Rows]:
            return _grouped(connection.execute(query.where(column.in_(ids))).all(), lambda row: row.layer_id)

        quote, cast, second, settled = tables.Quote, tables.Cast, tables.SecondSpeaker, tables.Settled
        speakers = select(tables.Speaker.__table__, cast.layer_id, cast.position)
        joined = speakers.join(cast, cast.speaker_id == tables.Speaker.id).order_by(cast.position)
        self._cast = of_layers(joined, cast.layer_id)
        self._quotes = of_layers(select(quote.__table__), quote.layer_id)
        self._settled = of_layers(select(settled.layer_id, settled.quote_id), settled.layer_id)
        self._seconds = of_layers(select(second.__table__).order_by(second.position), second.layer_id)

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
        """Return speakers and quotes of an annotator's layer over the model's, and what the annotator rejected."""
        layers = [each.id for each in (own, models) if each is not None]
        cast = self._cast_of(layers)
        mine = self._quotes.get(own.id, ()) if own else ()
        hidden = {row.id for row in mine} | {row.quote_id for row in (self._settled.get(own.id, ()) if own else ())}
        suggested = [row for row in (self._quotes.get(models.id, ()) if models else ()) if row.id not in hidden]
        second_speakers = (row for layer in layers for row in self._seconds.get(layer, ()))
        return cast, *to_quotes([*mine, *suggested], second_speakers, cast.names)

    def _cast_of(self, layers: Sequence[int]) -> Cast:
        rows = sorted((row for layer in layers for row in self._cast.get(layer, ())), key=lambda row: row.position)
        return Cast(speakers={row.id: self._speaker(row) for row in rows}, slots={row.id: row.position for row in rows})

    def _speaker(self, row: Row[Any]) -> Speaker:
        # The same person speaks in many articles.
        if row.id not in self._speakers:
            self._speakers[row.id] = to_speaker(row)
        return self._speakers[row.id]


def _grouped(rows: Iterable[Row[Any]], key: Callable[[Row[Any]], Key]) -> dict[Key, Rows]:
    found: defaultdict[Key, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return dict(found)
