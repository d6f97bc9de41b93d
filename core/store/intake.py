"""Bulk writing: articles that are imported and suggestions of a model.

The only place that passes by the row notes, since neither is undone row by row: an import is one insert-only step,
and labelling never touches what a person decided.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, CursorResult, delete, func, insert, select, update

from core.model.records import Document, Layer, Quote, Rejection, Speaker
from core.model.terms import State, Status
from core.store import tables
from core.store.aside import Aside
from core.store.covered import settle, settle_new
from core.store.mapping import (
    document_columns,
    quote_row,
    second_speaker_columns,
    zone_columns,
)
from core.store.past import quotes_told_of
from core.store.roster import Roster
from core.store.rows import Rows, last_id
from core.store.word_index import WordIndex

_DOCUMENT, _LAYER, _QUOTE = tables.Document, tables.Layer, tables.Quote


class Intake:
    """One import or labelling run on an open connection; the caller calls `finish` and commits, or rolls back."""

    def __init__(
        self,
        connection: Connection,
        *,
        kind: str,
        at: str,
        annotator_id: int | None = None,
        aside: Aside | None = None,
    ) -> None:
        self._connection = connection
        self._aside = aside or Aside()
        self._rows = Rows(connection, self._aside)
        self._roster = Roster(connection, self._rows)
        self._last = connection.scalar(select(func.max(_DOCUMENT.position))) or 0
        self._words = WordIndex(connection, self._last)
        self._last_layer = self._older_layers = last_id(connection, _LAYER)
        self._texts: dict[str, str] | None = None
        self._ids: dict[str, str] = {}
        self._layers: dict[tuple[str, int | None], int] = {}
        self._places: dict[str, dict[str, int]] = {}
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

    def wait(self) -> None:
        """Wait for what is written aside: to be called before anybody else writes.

        Where it fails, SQLite may have ended the transaction, and what is written then would stay.
        """
        self._aside.wait()

    def finish(self) -> None:
        """Write what still waits to be written, and hide the suggestions that somebody's quotes cover."""
        self._rows.write()
        settle_new(self._connection, self._older_layers)
        self._words.catch_up(self._last)

    def find_document(self, document_id: str) -> tuple[str, str] | None:
        """Return (id, sha256) of the document of that id."""
        if self._texts is not None:
            return (document_id, self._ids[document_id]) if document_id in self._ids else None
        row = self._connection.execute(
            select(_DOCUMENT.id, _DOCUMENT.sha256).where(_DOCUMENT.id == document_id)
        ).first()
        return (row.id, row.sha256) if row else None

    def find_text(self, sha256: str) -> str | None:
        """Return the id of the first document of that text. From then on, all ids and checksums are at hand."""
        if self._texts is None:
            self._texts = {}
            for row in self._connection.execute(select(_DOCUMENT.id, _DOCUMENT.sha256).order_by(_DOCUMENT.position)):
                self._know(row.id, row.sha256)
        return self._texts.get(sha256)

    def has_layer(self, document_id: str, annotator_id: int | None) -> bool:
        """Whether an annotator (None: a model) has a layer of the document."""
        return self._find_layer(document_id, annotator_id) is not None

    def add_document(self, document: Document) -> None:
        """Add a new article."""
        self._words.wait()
        self._last += 1
        self._rows.add(_DOCUMENT, document_columns(document) | {"position": self._last, "revision_id": self.revision})
        for place, zone in enumerate(document.zones):
            self._rows.add(tables.Zone, zone_columns(document.id, place, zone))
        self._know(document.id, document.sha256)
        self._places[document.id] = {}  # it is new: there is nobody in it, and no layer but those added here
        self._go_on()

    def add_layer(self, document_id: str, layer: Layer, annotator_id: int | None) -> None:
        """Add what an annotator, or a model, says about an article that has no such layer yet."""
        self._last_layer += 1
        columns = {
            "id": self._last_layer,
            "document_id": document_id,
            "annotator_id": annotator_id,
            "state": layer.state if annotator_id is not None else State.NEW,
            "model": layer.model,
            "extra": layer.extra,
        }
        self._rows.add(_LAYER, columns)
        self._layers[document_id, annotator_id] = self._last_layer
        self._fill(self._last_layer, document_id, layer)
        self._go_on()

    def replace_suggestions(self, document_id: str, layer: Layer) -> None:
        """Put a model's new suggestions in the place of the old ones; what a person touched stays as it is."""
        found = self._find_layer(document_id, None)
        self._drop_untouched(document_id)
        if found is None:
            self.add_layer(document_id, layer, None)
            return
        self._clear_quotes(found)
        self._clear_cast(found, document_id, layer.speakers)
        self._connection.execute(update(_LAYER).where(_LAYER.id == found).values(model=layer.model))
        self._fill(found, document_id, layer)
        self._rows.write()
        self._settle(document_id, layer.quotes)

    def _go_on(self) -> None:
        """Have written and indexed what came so far, once it is much; more can come meanwhile."""
        if self._rows.many:
            self._rows.hand_over()
            self._aside.do(self._words.going_on(self._last))

    def _know(self, document_id: str, sha256: str) -> None:
        self._ids[document_id] = sha256
        if self._texts is not None:
            self._texts.setdefault(sha256, document_id)

    def _find_layer(self, document_id: str, annotator_id: int | None) -> int | None:
        if document_id in self._places or (document_id, annotator_id) in self._layers:
            return self._layers.get((document_id, annotator_id))
        mine = _LAYER.annotator_id.is_(None) if annotator_id is None else _LAYER.annotator_id == annotator_id
        return self._connection.scalar(select(_LAYER.id).where(_LAYER.document_id == document_id, mine))

    def _fill(self, layer_id: int, document_id: str, layer: Layer) -> None:
        known = self._roster.take_in(layer.speakers)
        self._join_cast(layer_id, document_id, list(known.values()))
        same = all(mine == roster for mine, roster in known.items())
        everything: list[tuple[Quote, Rejection | None]] = [(quote, None) for quote in layer.quotes]
        everything += [(each.quote, each) for each in layer.rejected]
        if not same:
            everything = [(self._roster.known_as(quote, known), rejection) for quote, rejection in everything]
        self._rows.add_rows(_QUOTE, [quote_row(layer_id, quote, rejection) for quote, rejection in everything])
        for quote, _ in everything:
            for place, speaker in enumerate(quote.more_speakers):
                self._rows.add(tables.SecondSpeaker, second_speaker_columns(layer_id, quote.id, place, speaker))

    def _join_cast(self, layer_id: int, document_id: str, speakers: Sequence[str]) -> None:
        places, joined = self._places.get(document_id), set[str]()
        if places is None:
            places, joined = self._read_places(document_id, layer_id)
        for turn, speaker in enumerate(dict.fromkeys(speakers), 1):
            if speaker not in joined:
                place = places.setdefault(speaker, max(places.values(), default=0) + 1)
                columns = {"layer_id": layer_id, "speaker_id": speaker, "position": place, "turn": turn}
                self._rows.add(tables.Cast, columns)

    def _read_places(self, document_id: str, layer_id: int) -> tuple[dict[str, int], set[str]]:
        self._rows.write()
        cast = tables.Cast
        query = select(cast.speaker_id, cast.position, cast.layer_id).join(_LAYER, _LAYER.id == cast.layer_id)
        rows = self._connection.execute(query.where(_LAYER.document_id == document_id)).all()
        return {row.speaker_id: row.position for row in rows}, {
            row.speaker_id for row in rows if row.layer_id == layer_id
        }

    def _clear_quotes(self, layer: int, *conditions: ColumnElement[bool]) -> None:
        second = tables.SecondSpeaker
        gone = select(_QUOTE.id).where(_QUOTE.layer_id == layer, *conditions)
        self._connection.execute(delete(second).where(second.layer_id == layer, second.quote_id.in_(gone)))
        self._connection.execute(delete(_QUOTE).where(_QUOTE.layer_id == layer, *conditions))

    def _clear_cast(self, layer_id: int, document_id: str, coming: Sequence[Speaker]) -> None:
        """Take out of a model's layer, whose quotes are gone, the speakers whom only these named.

        Not out of the roster: the history may name them, and undo must find them.
        """
        cast, second = tables.Cast, tables.SecondSpeaker
        members = set(self._connection.scalars(select(cast.speaker_id).where(cast.layer_id == layer_id)))
        left = members.difference(self._roster.take_in(coming).values())
        if left:
            of_document = select(_LAYER.id).where(_LAYER.document_id == document_id)
            quotes = select(_QUOTE.speaker_id, _QUOTE.candidates).where(_QUOTE.layer_id.in_(of_document))
            for speaker, candidates in self._connection.execute(quotes):
                left -= {speaker, *(each.speaker_id for each in candidates)}
            seconds = select(second.speaker_id).where(second.layer_id.in_(of_document))
            left -= set(self._connection.scalars(seconds))
        for speaker in left:
            self._connection.execute(delete(cast).where(cast.layer_id == layer_id, cast.speaker_id == speaker))

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
            # Most layers hold no such row, and to ask the history takes long where it is long.
            any_ = select(_QUOTE.id).where(_QUOTE.layer_id == layer, *untouched).limit(1)
            if self._connection.scalar(any_) is not None:
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
