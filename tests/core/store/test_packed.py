"""Packed columns give back the value and the type that went in."""

import pytest
from sqlalchemy.dialects import sqlite

from core.model.records import Candidate, Model
from core.model.spans import Span
from core.store.packed import Packed

DIALECT = sqlite.dialect()


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        (tuple[Span, ...], (Span(0, 3), Span(5, 9))),
        (tuple[Span, ...], ()),
        (tuple[Candidate, ...], (Candidate(name="Zoë", mention=Span(1, 2), confidence=1 / 3, extra={"a": [None]}),)),
        (Model, Model(name="n", version="1", weights="w")),
        (dict[str, str], {"\u0000": "\ufeff“”"}),
    ],
)
def test_there_and_back(shape, value):
    column = Packed(shape)
    packed = column.process_bind_param(value, DIALECT)
    assert isinstance(packed, str)
    found = column.result_processor(DIALECT, None)(packed)
    assert found == value
    assert type(found) is type(value)
    assert [type(each) for each in found] == [type(each) for each in value] if isinstance(value, tuple) else True


def test_nothing_stays_nothing():
    column = Packed(Model)
    assert column.process_bind_param(None, DIALECT) is None
    assert column.result_processor(DIALECT, None)(None) is None
    assert repr(column) == "Packed()"


def test_a_value_that_may_be_missing_is_unpacked_where_it_is_there():
    kind = Packed(tuple[int, ...])
    assert kind.unpack(None) is None
    assert kind.unpack("[1,2]") == kind.unpack_present("[1,2]") == (1, 2)
