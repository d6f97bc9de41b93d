"""A column type for values that are read and written whole: tuples of spans, candidates, free attributes."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Text, func
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeDecorator

T = TypeVar("T")
_encode = msgspec.json.Encoder().encode
_EMPTY: dict[type, str | None] = {type(None): None, tuple: "[]", dict: "{}"}  # most of what a quote may have


def packed(value: Any) -> str | None:
    """Return the JSON text by which a column of this type holds a value."""
    if not value and type(value) in _EMPTY:
        return _EMPTY[type(value)]
    return _encode(value).decode("utf-8")


def packed_all(values: Iterable[Any]) -> list[str | None]:
    """Return what `packed` makes of each, as quickly as can be: an import has tens of thousands, most of them empty."""
    return [_encode(value).decode() if value else packed(value) for value in values]


def holds(column: InstrumentedAttribute[Any], text: str) -> ColumnElement[bool]:
    """Return the condition that a packed column may hold a text somewhere in it, to be looked at closely.

    It is JSON, in which a quotation mark or a backslash of the text is written with one before it.
    """
    return func.instr(column, _encode(text).decode("utf-8")) > 0


class Packed(TypeDecorator[T], Generic[T]):
    """A frozen value as JSON text, read back as exactly the type that was written."""

    impl = Text
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape
        self.unpack_present: Callable[[str], T] = msgspec.json.Decoder(shape).decode
        """Unpacks a value that is there."""

    def unpack(self, value: str | None) -> T | None:
        """Return what was packed."""
        return None if value is None else self.unpack_present(value)

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:
        """Pack for the database."""
        return packed(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], T | None]:
        """Return what unpacks a value; itself, not by the usual steps, since a dataset has tens of thousands."""
        return self.unpack

    def __repr__(self) -> str:
        return "Packed()"
