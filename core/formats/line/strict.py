"""The shapes of a line that refuse a key which they don't know: a line that passes needs no search for such keys."""

from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin

import msgspec

from core.formats.line.wire import Wire

Shape = TypeVar("Shape", bound=Wire)


@cache
def strict(shape: type[Shape]) -> type[Shape]:
    """Return a shape with the same fields and defaults that takes no other key, here or further down."""
    fields = [(each.name, _strict(each.type), _default(each)) for each in msgspec.structs.fields(shape)]
    made = msgspec.defstruct(shape.__name__, fields, bases=(shape,), kw_only=True, forbid_unknown_fields=True, gc=False)
    return cast(type[Shape], made)


def _default(field: msgspec.structs.FieldInfo) -> Any:
    if field.default_factory is not msgspec.NODEFAULT:
        return msgspec.field(default_factory=field.default_factory)
    return msgspec.field(default=field.default)


def _strict(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Wire):
        return strict(kind)
    parts = get_args(kind)
    made = tuple(map(_strict, parts))
    if made == parts:
        return kind
    origin = get_origin(kind)
    return reduce(or_, made) if origin is UnionType else origin[made]
