"""The quotes of whole layers: SQLite puts them together as JSON, of which records are made in one go.

Value by value and row by row, ten thousand quotes take three times as long; and while SQLite works at the next ones,
those that it gave already can be worked with.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import chain, groupby
from operator import attrgetter
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    LargeBinary,
    Text,
    and_,
    case,
    cast,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.exc import DataError

from core.errors import UserMistake
from core.store import tables
from core.store.aside import Aside
from core.store.mapping import StoredQuote
from core.store.plain import padded, places
from core.store.prepared import Prepared, Values

Asked = Callable[[], list[tuple[Any, ...]]]
_QUOTE = tables.Quote.__table__.c
_DECIMALS = (_QUOTE.confidence, _QUOTE.decided_seconds)
_ORDER = (_QUOTE.layer_id, _QUOTE.start, _QUOTE.end.desc(), _QUOTE.id)
_TRUE, _FALSE, _EMPTY = (func.json(literal_column(f"'{each}'")) for each in ("true", "false", "{}"))


class WholeLayers:
    """The quotes of some layers, asked for at once; where there is an `aside`, without waiting for them."""

    def __init__(self, connection: Connection, layers: Sequence[int], aside: Aside | None = None) -> None:
        self._connection = connection
        ask = aside.ask if aside else _later
        self._answers = [(some, ask(_texts(len(some)).asking(connection, some))) for some in padded(layers)]

    def by_layer(self) -> dict[int, list[StoredQuote]]:
        """Return them by the layers that have any, in text order, without second speakers."""
        found: dict[int, list[StoredQuote]] = {}
        answers, self._answers = self._answers, []
        for some, answer in answers:
            try:
                ((json, has_long),) = answer()
            except DataError:  # more than SQLite puts into one text, a thousand million bytes
                found |= self._in_halves([layer for layer in some.values() if layer is not None])
                continue
            stored = _decode(json or b"[]")
            if has_long:
                self._complete(some, stored)
            found.update((layer, list(its)) for layer, its in groupby(stored, attrgetter("layer_id")))
        return found

    def _in_halves(self, layers: Sequence[int]) -> dict[int, list[StoredQuote]]:
        if len(layers) == 1:
            raise UserMistake(
                "An article has more quotes, or larger ones, than can be read at once. Nothing was changed."
            )
        half = len(layers) // 2
        halves = (WholeLayers(self._connection, some).by_layer() for some in (layers[:half], layers[half:]))
        return {layer: quotes for found in halves for layer, quotes in found.items()}

    def _complete(self, layers: Values, stored: Sequence[StoredQuote]) -> None:
        """Give quotes that nobody has seen yet their decimals; the records are frozen for all who come after."""
        quotes = {(each.layer_id, each.id): each.quote for each in stored}
        for layer, id_, confidence, seconds in _long_decimals(len(layers)).rows(self._connection, layers):
            quote = quotes[layer, id_]
            msgspec.structs.force_setattr(quote, "confidence", confidence)
            if quote.decided is not None:
                msgspec.structs.force_setattr(quote.decided, "seconds", seconds)


def _later(work: Asked) -> Asked:
    return work


_decode = msgspec.json.Decoder(list[StoredQuote]).decode


def _quote() -> ColumnElement[Any]:
    return _object(
        id=_QUOTE.id,
        fragments=_json(_QUOTE.fragments),
        kind=_QUOTE.kind,
        quoted=_json(_QUOTE.quoted),
        parent=_QUOTE.parent,
        mention=_span(_QUOTE.mention_start, _QUOTE.mention_end),
        speaker_id=_QUOTE.speaker_id,
        speaker_name=_QUOTE.speaker_name,
        speaker_type=_QUOTE.speaker_type,
        cue=_span(_QUOTE.cue_start, _QUOTE.cue_end),
        status=_QUOTE.status,
        flagged=_truth(_QUOTE.flagged),
        sure=_truth(_QUOTE.sure),
        comment=_QUOTE.comment,
        attributes=_json(_QUOTE.attributes),
        confidence=_short(_QUOTE.confidence),
        candidates=_json(_QUOTE.candidates),
        decided=case((_QUOTE.decided_via.is_not(None), _decision())),
        extra=_json(_QUOTE.extra),
    )


def _decision() -> ColumnElement[Any]:
    return _object(
        via=_QUOTE.decided_via,
        at=_QUOTE.decided_at,
        blind=_truth(_QUOTE.decided_blind),
        seconds=_short(_QUOTE.decided_seconds),
        keys=_QUOTE.decided_keys,
        fast=_truth(_QUOTE.decided_fast),
        suggestion=_json(_QUOTE.decided_suggestion),
        extra=_json(_QUOTE.decided_extra),
    )


def _object(**members: ColumnElement[Any]) -> ColumnElement[Any]:
    named: Iterable[Any] = chain.from_iterable((literal_column(f"'{name}'"), each) for name, each in members.items())
    return func.json_object(*named)


def _json(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """What a column holds, as a part of what is made around it; most hold nothing, which is read but once."""
    return case((type_coerce(column, Text) == literal_column("'{}'"), _EMPTY), else_=func.json(column))


def _span(start: ColumnElement[Any], end: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((start.is_not(None), func.json_array(start, end)))


def _short(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A decimal of at most six places below a hundred million, as nearly all are; null for any other.

    SQLite writes fifteen digits of a number, which are not all that a number may have.
    """
    million: ColumnElement[Any] = literal_column("1000000.0")
    return case((and_(column < 1e8, cast(column * million + 0.5, Integer) / million == column), column))


def _truth(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((column, _TRUE), else_=_FALSE)


@cache
def _texts(count: int) -> Prepared:
    row = func.json_array(_QUOTE.layer_id, _truth(_QUOTE.rejected), _QUOTE.reason, _quote())
    of_layers = _QUOTE.layer_id.in_(places(count))
    rows = select(row.label("row"), _LONG.label("long")).where(of_layers).order_by(*_ORDER).subquery()
    json = "[" + func.group_concat(rows.c.row, ",", type_=Text) + "]"
    return Prepared(select(cast(json, LargeBinary), func.max(rows.c.long)))


@cache
def _long_decimals(count: int) -> Prepared:
    of_layers = _QUOTE.layer_id.in_(places(count))
    return Prepared(select(_QUOTE.layer_id, _QUOTE.id, *_DECIMALS).where(of_layers, _LONG))


_LONG = or_(*(and_(each.is_not(None), _short(each).is_(None)) for each in _DECIMALS))
