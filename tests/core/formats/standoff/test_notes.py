from core.formats.jsonl import decode
from core.formats.reading import Reading
from core.formats.standoff.notes import (
    article_note,
    line_of,
    packed,
    quote_ids,
    quote_note,
    restored,
    unpacked,
    wire_of,
)

QUOTE = {"id": "q1", "kind": "direct", "comment": "a\nb", "confidence": None, "extra_key": None}


def test_only_what_is_not_shown_is_noted():
    note = quote_note(QUOTE, {"kind": "direct", "comment": "a b"})
    assert note == {"rest": {"id": "q1", "extra_key": None}, "finer": {"comment": ["a b", "a\nb"]}}
    assert quote_note(QUOTE, {"kind": "direct", "comment": "a\nb"}) == {"rest": {"id": "q1", "extra_key": None}}


def test_a_finer_value_counts_as_long_as_the_shown_one_is_the_same():
    note = {"rest": {"id": "q1"}, "finer": {"comment": ["a b", "a\nb"], "kind": 3, "other": [1, 2]}}
    assert restored({"comment": "a b"}, note) == {"id": "q1", "comment": "a\nb"}
    assert restored({"comment": "new"}, note) == {"id": "q1", "comment": "new"}
    assert restored({"comment": "new"}, None) == {"comment": "new"}


def test_ids_are_kept_and_copies_and_new_ones_get_others():
    ids = quote_ids({"T1": {"rest": {"id": "q1"}}, "T2": {"rest": {"id": "q1"}}, "T3": None, "T4": {"rest": 3}}, "seed")
    assert ids["T1"] == "q1"
    assert len(set(ids.values())) == 4
    assert ids == quote_ids({"T1": {"rest": {"id": "q1"}}, "T2": None, "T3": {}, "T4": {}}, "seed")


def test_quotes_come_in_the_order_of_the_note_and_new_ones_last():
    note = {"article": {"id": "x", "title": "T", "text": "old"}, "order": ["b", "a"], "unshown": [{"id": "a"}]}
    line = line_of("new", "file", [{"id": "c"}, {"id": "b"}], note)
    assert (line["id"], line["title"], line["text"]) == ("x", "T", "new")
    assert [quote["id"] for quote in line["quotes"]] == ["b", "a", "c"]
    assert line_of("new", "file", [], None) == {"id": "file", "text": "new", "quotes": []}


def test_what_points_at_nothing_any_more_is_dropped():
    speakers = [{"id": "s1", "name": "Ana", "aliases": ["A."]}]
    quotes = [
        {"id": "a", "parent": "gone", "speaker_id": "s1", "speaker_name": "Ana"},
        {"id": "b", "parent": "a", "speaker_id": "s1", "speaker_name": "Ben"},
        {"id": "c", "speaker_id": "s9", "speaker_name": "Ana", "candidates": [{"speaker_id": "s9"}, {"speaker_id": "s1"}]},
        {"id": "d", "speaker_id": "s1", "speaker_name": "A."},
    ]  # fmt: skip
    found = line_of("text", "x", quotes, {"article": {"speakers": speakers}})["quotes"]
    assert [one.get("parent") for one in found] == [None, "a", None, None]
    assert [one["speaker_id"] for one in found] == ["s1", None, None, "s1"]
    assert [one["speaker_id"] for one in found[2]["candidates"]] == [None, "s1"]


def test_the_article_is_noted_without_its_text():
    line = decode(
        '{"id": "x", "text": "“Yes.”", "quotes": [{"start": 0, "end": 6, "id": "q"}]}', where="x", reading=Reading()
    )
    wire = wire_of(line)
    assert "surface" not in wire["quotes"][0]
    note = article_note(wire, [])
    assert note["order"] == ["q"]
    assert not note["article"].keys() & {"text", "sha256", "quotes", "format"}


def test_a_note_is_one_line_of_ascii():
    note = {"a": "é\u2028\n😀\x85"}
    assert packed(note).isascii()
    assert packed(note).isprintable()
    assert unpacked(packed(note)) == note
    for words in ("", "[]", "{", "[" * 9999, "\udc80"):
        assert unpacked(words) is None
