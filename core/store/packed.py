"""A column type for values that are read and written whole: tuples of spans, candidates, free attributes."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

T = TypeVar("T")
_encode = msgspec.json.Encoder().encode
_EMPTY: dict[type, str | None] = {type(None): None, tuple: "[]", dict: "{}"}  # most of what a quote may have


def packed(value: Any) -> str | None:
    """Return the JSON text by which a column of this type holds a value."""
    if not value and type(value) in _EMPTY:
        return _EMPTY[type(value)]
    return _encode(value).decode("utf-8")


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
