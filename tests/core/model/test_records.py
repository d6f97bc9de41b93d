"""The records are values: never changed, compared by what they hold."""

import msgspec
import pytest
from msgspec import structs

from core.model import records
from core.model.records import AnnotatedDocument, Document, Layer, Quote, Record
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType, State, Status

RECORDS = [each for each in vars(records).values() if isinstance(each, type) and issubclass(each, Record)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda each: each.__name__)
def test_a_record_can_not_be_changed(record):
    assert record.__struct_config__.frozen
    assert record.__doc__


def test_what_a_quote_is_when_nothing_else_is_known():
    made = Quote(id="q", fragments=(Span(4, 6), Span(8, 20)), kind=Kind.DIRECT)
    assert made.span == Span(4, 20)
    assert (made.status, made.speaker_type, made.sure) == (Status.SUGGESTED, SpeakerType.UNDECIDED, True)
    assert not made.checked
    assert Layer().state is State.NEW
    with pytest.raises(AttributeError):
        made.kind = Kind.MIXED


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.CORRECTED, Status.ADDED])
def test_a_person_has_settled_all_but_suggestions(status):
    assert Quote(id="q", fragments=(Span(0, 1),), kind=Kind.DIRECT, status=status).checked


def test_equal_by_value():
    one = Quote(id="q", fragments=(Span(0, 1),), kind=Kind.DIRECT)
    assert one == msgspec.structs.replace(one, comment="")
    assert one != msgspec.structs.replace(one, comment="x")


def test_where_a_line_was_read_is_no_part_of_it():
    document = Document(id="a", text="x", sha256="0")
    one, two = (AnnotatedDocument(document=document, layer=Layer(), where=where) for where in ("a, line 1", ""))
    assert one == two
    assert not one != two  # noqa: SIM202
    other = structs.replace(one, layer=Layer(annotator="ana"))
    assert one != other
    assert not one == other  # noqa: SIM201
    assert one != document
