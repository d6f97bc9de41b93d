"""The quotes of whole layers are those of their rows, whatever they hold."""

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import structs
from sqlalchemy import select

from core.errors import UserMistake
from core.model.records import Candidate, Decision, Suggestion
from core.model.spans import Span
from core.model.terms import Kind, Via
from core.store import tables
from core.store.aside import aside
from core.store.mapping import to_stored
from core.store.plain import COUNTS, PlainQuery
from core.store.prepared import driver_of
from core.store.whole_layers import WholeLayers
from tests.core.formats.drawing import annotated
from tests.support.projects import empty_desk, line, quote

ROWS = PlainQuery(select(tables.Quote.__table__))
DECIMALS = st.floats(min_value=0, allow_infinity=False, allow_nan=False)


def by_row(connection):
    found = {}
    for each in sorted(map(to_stored, ROWS(connection, {})), key=lambda each: each.quote.text_order):
        found.setdefault(each.layer_id, []).append(each)
    return found


def is_as_in_the_rows(desk):
    with desk._engine.connect() as connection, aside() as beside:
        wanted = by_row(connection)
        layers = list(connection.scalars(select(tables.Layer.id)))
        assert WholeLayers(connection, layers).by_layer() == wanted
        assert WholeLayers(connection, layers, beside).by_layer() == wanted
    return wanted


@given(st.lists(annotated(), min_size=1, max_size=3, unique_by=lambda each: each.document.text))
def test_any_quote_is_the_one_of_its_row(lines):
    lines = [
        structs.replace(each, document=structs.replace(each.document, id=f"d{number}"))
        for number, each in enumerate(lines)
    ]
    with empty_desk(*lines) as desk:
        is_as_in_the_rows(desk)


@given(st.floats(min_value=0, max_value=1), DECIMALS)
@example(0.1 + 0.2, 1e300)
@example(5e-324, 0.30000000000000004)
@example(0.9999999999999999, 9007199254740993.0)
@example(0.123456, 1.8)
@example(1e-7, 1234567.1234567)
@example(0.5, 1699999999.123456)
@example(0.5, 99999999.123456)
@example(0.5, 123456789012.12346)
def test_decimals_keep_each_of_their_digits(confidence, seconds):
    decided = Decision(via=Via.ENTER, at="", seconds=seconds)
    both = (
        quote(0, 3, status="accepted", confidence=confidence, decided=decided),
        quote(4, 6, status="accepted", confidence=0.5),
    )
    with empty_desk(line("Some words.", *both, annotator="ana")) as desk:
        (found,) = is_as_in_the_rows(desk).values()
    assert [each.quote.confidence for each in found] == [confidence, 0.5]
    assert found[0].quote.decided.seconds == seconds


def test_all_that_a_quote_can_have():
    shown = Suggestion(fragments=(Span(0, 3), Span(4, 6)), kind=Kind.MIXED, speaker_name="\x00 “é”", confidence=1 / 3)
    decided = Decision(
        via=Via.MERGE, at="x", blind=True, keys=3, fast=True, suggestion=shown, extra={"a": [{"b": "😀"}]}
    )
    full = quote(
        0,
        6,
        fragments=(Span(0, 3), Span(4, 6)),
        quoted=(Span(0, 3),),
        status="corrected",
        comment='\x00"\\\n\u2028',
        attributes={"factuality": "denied", "\x00": "\x1f"},
        candidates=(
            Candidate(name="N\x00", mention=Span(7, 8), confidence=2 / 3, extra={"deep": {"er": [1.5, None]}}),
        ),
        decided=decided,
        flagged=True,
        sure=False,
        extra={"x": 10**15, "{}": {}},
    )
    with empty_desk(line("Some words and more.", full, annotator="ana")) as desk:
        ((found,),) = is_as_in_the_rows(desk).values()
    assert found.quote == full


def test_more_layers_than_a_statement_has_places_for():
    count = COUNTS[-1] + 5
    with empty_desk(*(line(f"Words {n}.", quote(0, 5), quote(6, 7), id=f"d{n}") for n in range(count))) as desk:
        found = is_as_in_the_rows(desk)
    assert (len(found), {len(each) for each in found.values()}) == (count, {2})


def test_none_of_none():
    with empty_desk() as desk, desk._engine.connect() as connection:
        assert WholeLayers(connection, []).by_layer() == {}
        assert WholeLayers(connection, [7]).by_layer() == {}


def test_more_than_one_text_can_hold_is_read_in_several():
    with empty_desk(*(line(f"Words {n}.", quote(0, 5, comment="x" * 500), id=f"d{n}") for n in range(30))) as desk:
        wanted = is_as_in_the_rows(desk)
        with desk._engine.connect() as connection:
            driver = driver_of(connection)
            before = driver.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 5000)
            try:
                assert WholeLayers(connection, list(wanted)).by_layer() == wanted
                driver.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 600)
                with pytest.raises(UserMistake, match="larger ones, than can be read at once"):
                    WholeLayers(connection, list(wanted)).by_layer()
            finally:
                driver.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, before)
