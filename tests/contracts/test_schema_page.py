"""docs/quotedesk-1.schema.json says what the program takes and writes: the same keys, words and limits."""

import json
from pathlib import Path

import pytest
from msgspec import inspect

from core.formats.line import wire

PAGE = Path(__file__).parents[2] / "docs" / "quotedesk-1.schema.json"
DEFS = json.loads(PAGE.read_text("utf-8"))["$defs"]
SHAPES = {
    "line": wire.WireLine,
    "quote": wire.WireQuote,
    "span": wire.WireSpan,
    "zone": wire.WireZone,
    "model": wire.WireModel,
    "speaker": wire.WireSpeaker,
    "second_speaker": wire.WireSecond,
    "candidate": wire.WireCandidate,
    "suggestion": wire.WireSuggestion,
    "decided": wire.WireDecided,
}
NAMES = {shape: name for name, shape in SHAPES.items()} | {wire.WireRejection: "rejection"}
PLAIN = {
    inspect.StrType: "string",
    inspect.IntType: "integer",
    inspect.FloatType: "number",
    inspect.BoolType: "boolean",
    inspect.NoneType: "null",
}


def described(type_):
    """Return the kinds of values that a type of the program takes, in the page's terms."""
    if isinstance(type_, inspect.UnionType):
        return {kind for each in type_.types for kind in described(each)}
    if isinstance(type_, inspect.EnumType):
        return {each.value for each in type_.cls}
    if isinstance(type_, inspect.StructType):
        return {f"#/$defs/{NAMES[type_.cls]}"}
    if isinstance(type_, inspect.DictType):
        return {"object"}
    if isinstance(type_, inspect.ListType | inspect.VarTupleType):
        return {("array", *described(type_.item_type))}
    return {"#/$defs/ends"} if isinstance(type_, inspect.NamedTupleType) else {PLAIN[type(type_)]}


def written(schema):
    """Return the kinds of values that the page allows."""
    if "anyOf" in schema and "type" not in schema:
        return {kind for each in schema["anyOf"] for kind in written(each)}
    if "enum" in schema:
        return {"null" if each is None else each for each in schema["enum"]}
    if "$ref" in schema:
        return {schema["$ref"]}
    kinds = {schema["type"]} if isinstance(schema.get("type"), str) else set(schema.get("type", ()))
    if "const" in schema:
        return {"string"}
    return {("array", *written(schema["items"])) if kind == "array" else kind for kind in kinds}


@pytest.mark.parametrize("name", SHAPES)
def test_keys_and_values_are_those_of_the_program(name):
    fields = {field.name: field for field in inspect.type_info(SHAPES[name]).fields}
    page = DEFS[name]["properties"]
    assert list(page) == list(fields)
    assert {key: written(schema) for key, schema in page.items()} == {
        key: described(field.type) for key, field in fields.items()
    }
    must = set(DEFS[name].get("required", ()))
    assert must | ({"id", "text"} if name == "line" else set()) == {
        key for key, field in fields.items() if field.required
    }


def test_limits_are_those_of_the_program():
    for name, shape in SHAPES.items():
        for field in inspect.type_info(shape).fields:
            given = getattr(field.type, "types", None) or (field.type,)
            schema = DEFS[name]["properties"][field.name]
            for type_ in given:
                for limit, word in (("ge", "minimum"), ("le", "maximum"), ("min_length", "minLength")):
                    found = getattr(type_, limit, None)
                    assert found is None or schema[word] == found, f"{name}.{field.name}"


def test_what_is_written_has_every_key():
    without_surface = [key for key in wire.WireQuote.__struct_fields__ if key != "surface"]
    assert DEFS["settled_quote"]["required"] == without_surface
    assert DEFS["written_quote"]["required"] == ["surface"]
    assert DEFS["settled"]["required"] == [key for key in wire.WireLine.__struct_fields__ if key != "text"]
    assert DEFS["written"]["required"] == ["text"]
    assert DEFS["written_stand_off"]["properties"]["text"] is False
    assert set(wire.WireRejection.__struct_fields__) - set(wire.WireQuote.__struct_fields__) == {"reason"}
    assert DEFS["settled"]["properties"]["rejected"]["items"]["required"] == ["reason"]
    assert DEFS["line"]["properties"]["format"] == {"const": wire.FORMAT}
    assert DEFS["written_decided"]["required"] == list(wire.WireDecided.__struct_fields__)
