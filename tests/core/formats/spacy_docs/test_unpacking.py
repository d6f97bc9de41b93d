import zlib

import msgspec
import pytest

from core.formats.line.flaws import Flaw
from core.formats.spacy_docs import unpacking
from core.formats.spacy_docs.unpacking import ORTH, Docs, begins, unpacked

WORDS = {"He": 1, "said": 2, "no": 3}


def packed(**changes) -> bytes:
    message = {
        "attrs": [ORTH],
        "tokens": b"".join(number.to_bytes(8, "little") for number in WORDS.values()),
        "spaces": b"\x01\x01\x00",
        "lengths": (2).to_bytes(4, "little") + (1).to_bytes(4, "little"),
        "strings": list(WORDS),
    }
    return msgspec.msgpack.encode(message | changes)


def docs(**changes) -> Docs:
    return Docs(packed(**changes), WORDS.__getitem__)


def test_words_and_spaces_make_the_text_of_each_doc():
    found = docs()
    assert len(found) == 2
    assert [found[number].text for number in range(2)] == ["He said ", "no"]
    assert (found[0].groups, found[0].notes) == ({}, None)


def test_unknown_spaces_are_taken_as_one_after_each_word():
    flags = [{"has_unknown_spaces": False}, {"has_unknown_spaces": True}]
    assert docs(flags=flags)[1].text == "no "


def test_span_groups_of_the_old_list_are_read():
    span = unpacking._SPAN.pack(0, 0, 3, 0, 2, 0, 0)
    group = msgspec.msgpack.encode({"name": "quotes", "attrs": {}, "spans": [span]})
    (one,) = docs(span_groups=[msgspec.msgpack.encode([group]), b""])[0].groups["quotes"]
    assert (one.span, one.label, one.id) == ((0, 7), "no", "")


def test_a_span_of_a_very_old_spacy_is_refused_by_name():
    group = msgspec.msgpack.encode({"name": "quotes", "spans": [bytes(32)]})
    with pytest.raises(Flaw, match=r"older than 3\.4"):
        docs(span_groups=[msgspec.msgpack.encode([group])])[0]


def test_notes_hold_only_what_a_line_can_hold():
    notes = msgspec.msgpack.encode({"quotedesk": {"a": b"x", "b": float("nan"), "c": {1: 2}}, "other": 1})
    assert docs(user_data=[notes, None])[0].notes == {"a": "eA==", "b": None, "c": {"1": 2}}
    strange = msgspec.msgpack.encode({"quotedesk": {"a": msgspec.msgpack.Ext(5, b"x")}})
    with pytest.raises(Flaw, match="can't be read"):
        docs(user_data=[strange])[0]


def test_user_data_of_many_megabytes_is_refused(monkeypatch):
    monkeypatch.setattr(unpacking, "_NOTES", 1024 * 1024)
    with pytest.raises(Flaw, match="user data of more than 1 MB"):
        docs(user_data=[bytes(1024 * 1024 + 1)])[0]


@pytest.mark.parametrize(
    "changes",
    [{"attrs": []}, {"attrs": [1]}, {"tokens": bytes(9)}, {"strings": [1]}, {"lengths": "x"}, {"flags": [1]}],
)
def test_wrong_fields_are_refused(changes):
    with pytest.raises(Flaw, match="is not a file of spaCy Docs"):
        docs(**changes)


def test_more_docs_than_a_file_may_hold_are_refused():
    with pytest.raises(Flaw, match="holds more than 200000 documents; split it"):
        docs(lengths=bytes(4 * 200_001))


def test_blocks_are_unpacked_up_to_the_limit(monkeypatch):
    data = zlib.compress(b"abc" * 1000)
    assert unpacked([data[:5], data[5:]]) == b"abc" * 1000
    monkeypatch.setattr(unpacking, "UNPACKED", 2999)
    with pytest.raises(Flaw, match="unpacks to more than"):
        unpacked([data])


def test_a_head_is_known_by_its_keys():
    assert begins(zlib.compress(packed()))
    assert not begins(zlib.compress(b"abc"))
    assert not begins(b"")


def test_a_group_of_others_that_cannot_be_read_is_counted():
    group = msgspec.msgpack.encode({"name": "sc", "spans": [bytes(32)]})
    found = docs(span_groups=[msgspec.msgpack.encode([group])])[0]
    assert (found.groups, found.unread) == ({}, {"span group sc": 1})


def test_entities_begin_where_they_begin_or_where_the_label_changes():
    attrs, rows = [ORTH, unpacking.ENT_IOB, unpacking.ENT_TYPE], [(1, 3, 2), (2, 1, 2), (3, 3, 2)]
    tokens = b"".join(number.to_bytes(8, "little") for row in rows for number in row)
    first, second = docs(attrs=attrs, tokens=tokens)
    assert [(one.span, one.label) for one in first.entities] == [((0, 7), "said")]
    assert [(one.span, one.label) for one in second.entities] == [((0, 2), "said")]
    loose = b"".join(number.to_bytes(8, "little") for row in [(1, 1, 2), (2, 1, 3), (3, 2, 0)] for number in row)
    first, second = docs(attrs=attrs, tokens=loose)
    assert [(one.span, one.label) for one in first.entities] == [((0, 2), "said"), ((3, 7), "no")]
    assert second.entities == []
