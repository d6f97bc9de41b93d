"""Bulk writing: articles that are imported and suggestions of a model.

The only place that passes by the row notes, since neither is undone row by row: an import is one insert-only step,
and labelling never touches what a person decided.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, CursorResult, delete, func, insert, select, update

from core.model.records import Document, Layer, Quote
from core.model.terms import State, Status
from core.store import tables
from core.store.covered import settle
from core.store.mapping import (
    Columns,
    document_columns,
    quote_columns,
    second_speaker_columns,
    zone_columns,
)
from core.store.past import quotes_told_of
from core.store.roster import Roster

_DOCUMENT, _LAYER, _QUOTE = tables.Document, tables.Layer, tables.Quote


class Intake:
    """One import or labelling run on an open connection; the caller commits or rolls back the whole."""

    def __init__(self, connection: Connection, *, kind: str, at: str, annotator_id: int | None = None) -> None:
        self._connection = connection
        self._roster = Roster(connection)
        self._last = connection.scalar(select(func.max(_DOCUMENT.position))) or 0
        inserted = connection.execute(
            insert(tables.Revision).values(
                kind=kind, code=kind, at=at, annotator_id=annotator_id, words={}, undone=False, closed=False
            )
        )
        self.revision = _made(inserted)

    def name_step(self, words: dict[str, str], document_id: str | None = None) -> None:
        """Say in the history what the run did."""
        table = tables.Revision
        self._connection.execute(
            update(table).where(table.id == self.revision).values(words=words, document_id=document_id)
        )

    def find_document(self, document_id: str) -> tuple[str, str] | None:
        """Return (id, sha256) of the document of that id."""
        row = self._connection.execute(
            select(_DOCUMENT.id, _DOCUMENT.sha256).where(_DOCUMENT.id == document_id)
        ).first()
        return (row.id, row.sha256) if row else None

    def find_text(self, sha256: str) -> str | None:
        """Return the id of the document of that text."""
        return self._connection.scalar(select(_DOCUMENT.id).where(_DOCUMENT.sha256 == sha256).limit(1))

    def has_layer(self, document_id: str, annotator_id: int | None) -> bool:
        """Whether an annotator (None: a model) has a layer of the document."""
        return self._find_layer(document_id, annotator_id) is not None

    def add_document(self, document: Document) -> None:
        """Add a new article."""
        self._last += 1
        columns = document_columns(document) | {"position": self._last, "revision_id": self.revision}
        self._connection.execute(insert(_DOCUMENT).values(columns))
        zones = [zone_columns(document.id, place, zone) for place, zone in enumerate(document.zones)]
        if zones:
            self._connection.execute(insert(tables.Zone), zones)

    def add_layer(self, document_id: str, layer: Layer, annotator_id: int | None) -> None:
        """Add what an annotator, or a model, says about an article that has no such layer yet."""
        inserted = self._connection.execute(
            insert(_LAYER).values(
                document_id=document_id,
                annotator_id=annotator_id,
                state=layer.state if annotator_id is not None else State.NEW,
                model=layer.model,
                extra=layer.extra,
            )
        )
        self._fill(_made(inserted), document_id, layer)

    def replace_suggestions(self, document_id: str, layer: Layer) -> None:
        """Put a model's new suggestions in the place of the old ones; what a person touched stays as it is."""
        found = self._find_layer(document_id, None)
        if found is None:
            self.add_layer(document_id, layer, None)
        else:
            self._clear_quotes(found)
            self._connection.execute(update(_LAYER).where(_LAYER.id == found).values(model=layer.model))
            self._fill(found, document_id, layer)
        self._drop_untouched(document_id)
        self._settle(document_id, layer.quotes)

    def _find_layer(self, document_id: str, annotator_id: int | None) -> int | None:
        mine = _LAYER.annotator_id.is_(None) if annotator_id is None else _LAYER.annotator_id == annotator_id
        return self._connection.scalar(select(_LAYER.id).where(_LAYER.document_id == document_id, mine))

    def _fill(self, layer_id: int, document_id: str, layer: Layer) -> None:
        known = {speaker.id: self._roster.take_in(speaker) for speaker in layer.speakers}
        self._join_cast(layer_id, document_id, list(known.values()))
        rows: list[Columns] = []
        seconds: list[Columns] = []
        everything = [(quote, None) for quote in layer.quotes] + [(each.quote, each) for each in layer.rejected]
        for original, rejection in everything:
            quote = self._roster.known_as(original, known)
            rows.append(quote_columns(layer_id, quote, rejection))
            seconds += [
                second_speaker_columns(layer_id, quote.id, place, speaker)
                for place, speaker in enumerate(quote.more_speakers)
            ]
        if rows:
            self._connection.execute(insert(_QUOTE), rows)
        if seconds:
            self._connection.execute(insert(tables.SecondSpeaker), seconds)

    def _join_cast(self, layer_id: int, document_id: str, speakers: Sequence[str]) -> None:
        cast = tables.Cast
        rows = self._connection.execute(
            select(cast.speaker_id, cast.position, cast.layer_id)
            .join(_LAYER, _LAYER.id == cast.layer_id)
            .where(_LAYER.document_id == document_id)
        ).all()
        places: dict[str, int] = {row.speaker_id: row.position for row in rows}
        joined = {row.speaker_id for row in rows if row.layer_id == layer_id}
        new = [speaker for speaker in dict.fromkeys(speakers) if speaker not in joined]
        for speaker in new:
            places.setdefault(speaker, max(places.values(), default=0) + 1)
        if new:
            members = [{"layer_id": layer_id, "speaker_id": each, "position": places[each]} for each in new]
            self._connection.execute(insert(cast), members)

    def _clear_quotes(self, layer: int, *conditions: ColumnElement[bool]) -> None:
        second = tables.SecondSpeaker
        gone = select(_QUOTE.id).where(_QUOTE.layer_id == layer, *conditions)
        self._connection.execute(delete(second).where(second.layer_id == layer, second.quote_id.in_(gone)))
        self._connection.execute(delete(_QUOTE).where(_QUOTE.layer_id == layer, *conditions))

    def _persons_layers(self, document_id: str) -> list[int]:
        mine = select(_LAYER.id).where(_LAYER.document_id == document_id, _LAYER.annotator_id.is_not(None))
        return list(self._connection.scalars(mine))

    def _drop_untouched(self, document_id: str) -> None:
        """Suggestions that came in with an annotator's line and that nobody has touched make room, too."""
        untouched = (
            _QUOTE.status == Status.SUGGESTED,
            _QUOTE.decided_via.is_(None),
            _QUOTE.rejected.is_(False),
            _QUOTE.flagged.is_(False),
            _QUOTE.comment == "",
        )
        for layer in self._persons_layers(document_id):
            # A row of which a step tells is kept, however it looks now: undo must find it in its place.
            self._clear_quotes(layer, *untouched, _QUOTE.id.not_in(quotes_told_of(self._connection, layer)))

    def _settle(self, document_id: str, suggestions: Sequence[Quote]) -> None:
        settled = tables.Settled
        for layer in self._persons_layers(document_id):
            self._connection.execute(delete(settled).where(settled.layer_id == layer))
            settle(self._connection, layer, suggestions)


def _made(inserted: CursorResult[Any]) -> int:
    key = inserted.inserted_primary_key
    assert key is not None, "the table counts its own ids"
    return int(key[0])
