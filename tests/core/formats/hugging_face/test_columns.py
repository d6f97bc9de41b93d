import json

from core.formats.hugging_face.columns import COLUMNS, row, schema
from core.formats.jsonl import decode
from core.formats.line.wire import WireLine, WireQuote, WireRejection

LINE = {"id": "a", "text": "b c", "quotes": [{"id": "q", "start": 0, "end": 1, "attributes": {"k": "v"}, "odd": 1}]}


def test_the_columns_are_the_fields_of_the_format():
    assert set(COLUMNS) == {*WireLine.__struct_fields__, "extra"}
    assert set(COLUMNS["quotes"][0]) == {*WireQuote.__struct_fields__, "extra"}
    assert set(COLUMNS["rejected"][0]) == {*WireRejection.__struct_fields__, "extra"}
    assert schema().names == list(COLUMNS)


def test_lists_and_objects_are_typed():
    assert str(schema().field("quotes").type.value_type.field("fragments").type) == ("list<item: list<item: int64>>")
    assert str(schema().field("model").type) == "struct<name: string, version: string, weights: string>"


def test_a_row_has_attributes_as_pairs_and_unknown_keys_as_text():
    quote = row(decode(json.dumps(LINE), where="x"))["quotes"][0]
    assert quote["attributes"] == [{"key": "k", "value": "v"}]
    assert quote["extra"] == '{"odd":1}'
