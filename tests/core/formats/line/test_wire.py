import msgspec
import pytest

from core.formats.line.wire import FORMAT, WireLine, WireQuote, WireRejection


def test_only_id_and_text_are_required():
    line = msgspec.convert({"id": "a", "text": "b"}, WireLine)
    assert (line.format, line.quotes, line.state) == (FORMAT, [], None)
    with pytest.raises(msgspec.ValidationError, match="missing required field"):
        msgspec.convert({"id": "a"}, WireLine)


def test_a_rejection_is_a_quote_with_a_reason():
    assert WireRejection.__struct_fields__ == (*WireQuote.__struct_fields__, "reason")
