from core.formats.line.extras import extras, with_extras
from core.formats.line.wire import WireSpan, WireZone
from core.model.terms import ZoneType

ZONE = WireZone(start=1, end=2, type=ZoneType.EMBED)


def test_only_unknown_keys_are_extra():
    assert extras({"start": 1, "end": 2, "type": "embed"}, WireZone) == {}
    assert extras({"start": 1, "page": 7, "extra": {}}, WireZone) == {"page": 7, "extra": {}}


def test_extras_come_after_the_known_keys_and_never_replace_one():
    assert with_extras(ZONE, {}) is ZONE
    assert list(with_extras(ZONE, {"page": 7, "start": 99}).items()) == [
        ("start", 1),
        ("end", 2),
        ("type", "embed"),
        ("page", 7),
    ]
    assert with_extras(WireSpan(start=0, end=1), {"a": None}) == {"start": 0, "end": 1, "a": None}
